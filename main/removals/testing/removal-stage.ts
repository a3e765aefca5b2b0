import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IdentityProvider } from '../../../app/identity/identity-provider.ts';
import { directoryService } from '../../../app/identity/service.ts';
import { done, fail, succeed } from '../../../app/outcome.ts';
import { Switcher } from '../../../app/switcher.ts';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import type { UserId } from '../../../app/users/user.ts';
import type { FakeService } from '../../../app/testing/fake-service.ts';
import { nobodyIsLocked } from '../../../app/testing/nobody-is-locked.ts';
import { foldersIn, openStorage } from '../../launch/open-storage.ts';
import { systemRandom } from '../../launch/system-ports.ts';
import { Sealing } from '../../storage/sealing.ts';
import type { FakeKeyWrapping } from '../../storage/testing/fake-key-wrapping.ts';
import { ReceiptBook } from '../receipt-book.ts';
import { UserTraces } from '../user-traces.ts';
import { WebSessionNotes } from '../web-session-notes.ts';

/** What outlives a run: the service, and the key store. */
export interface Surroundings {
  readonly service: FakeService;
  readonly keys: FakeKeyWrapping;
}

/** Hotseat without Electron on a user-data folder: real storage, no pages. */
export const startOn = async (
  userData: string,
  { service, keys }: { readonly service: IdentityProvider; readonly keys: FakeKeyWrapping },
) => {
  const clock = { nowMs: () => 1_000_000 };
  const warnings: string[] = [];
  const log = { warn: (event: string) => void warnings.push(event) };
  const storage = await openStorage({ userData, sealing: new Sealing(keys, randomBytes), clock, log });
  const receipts = new ReceiptBook({
    directory: foldersIn(userData).receipts,
    clock,
    random: systemRandom,
    kindOf: () => 'directory',
  });
  const webSessions = {
    endWebSession: async () => done,
    eraseWebSession: async () => fail({ code: 'unexpected' }),
  };
  const switcher = new Switcher(
    {
      clock,
      timers: createManualTimers(),
      random: systemRandom,
      registryStore: storage.registryStore,
      vault: storage.vault,
      tombstones: storage.tombstones,
      traces: new UserTraces({
        files: storage.traces,
        webSessions,
        requests: { eraseRequestsOf: async () => succeed('empty') },
        isWebSessionOpen: () => false,
        closeNotificationsOf: () => 'empty',
      }),
      receipts,
      webSessions: new WebSessionNotes(storage.webSessionEnds, webSessions),
      outbox: storage.outbox,
      services: { list: () => [directoryService], providerOf: () => service },
      unlocking: nobodyIsLocked,
      heardAll: nextTurn,
      log,
    },
    storage.restored,
    { succession: 'mostRecent', rules: { switching: 'free' } },
  );
  return { switcher, storage, receipts, warnings };
};

/** What a workspace, Touch ID and a damaged registry would have left of a user. */
export const leaveTraces = (userData: string, userId: UserId, text: string): void => {
  const put = (path: string): void => {
    fs.mkdirSync(join(userData, path, '..'), { recursive: true });
    fs.writeFileSync(join(userData, path), `${text} of ${userId}`);
  };
  put(`Partitions/${userId}/Cookies`);
  put(`Partitions/${userId}/Local Storage/leveldb/000003.log`);
  put(`workspaces/${userId}.json`);
  put(`locks/touch-id/${userId}.json`);
  put('registry/quarantine/accounts.20240229T120000000Z-000.json');
};

/** Files, by their path in the folder, whose name or content has one of the texts. */
export const filesWith = (folder: string, texts: readonly string[]): readonly string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(
      ({ entry, path }) =>
        texts.some((text) => path.slice(folder.length).includes(text)) ||
        (entry.isFile() && texts.some((text) => fs.readFileSync(path).includes(text))),
    )
    .map(({ path }) => path.slice(folder.length + 1));
