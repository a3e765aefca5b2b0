import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf, logInByEmail } from '../../app/testing/fake-world.ts';
import type { UserId } from '../../app/users/user.ts';
import { foldersIn } from '../../main/launch/open-storage.ts';
import { systemRandom } from '../../main/launch/system-ports.ts';
import { ReceiptBook } from '../../main/removals/receipt-book.ts';
import { FileRegistryStore } from '../../main/storage/registry-store.ts';
import { FileRevocationOutbox } from '../../main/storage/revocation-outbox.ts';
import { Sealing } from '../../main/storage/sealing.ts';
import { FileSessionVault } from '../../main/storage/session-vault.ts';
import { FakeKeyWrapping } from '../../main/storage/testing/fake-key-wrapping.ts';
import { idOf, newcomer, scenes, startDesk } from './scenes.ts';

/** What is read of a store, each part as a text; equal texts are equal content. */
export interface Reading {
  readonly parts: Readonly<Record<string, string>>;
  /** Was the person told of damage? */
  readonly isTold: boolean;
}

/** Three users, and somebody who was removed while the service was away: something in every store. */
export const fillStores = async (folder: string): Promise<readonly UserId[]> => {
  await scenes.switchTo.prepare(folder);
  const { switcher } = await startDesk(folder, { isOffline: true });
  const { userId } = valueOf(await logInByEmail(switcher, newcomer));
  valueOf(await switcher.remove(userId));
  const ids = ['ana', 'ben', 'cleo'].map((name) => idOf(switcher, `${name}@campaign.example`));
  const [ana, ben, cleo] = ids;
  if (!ana || !ben || !cleo) throw new Error('somebody is missing');
  // Once more, so that the generation before has everybody too, and a journal of several switches.
  for (const nickname of ['A', 'Ana']) valueOf(await switcher.rename(ana, nickname));
  for (const id of [ana, ben, cleo, ben]) valueOf(await switcher.switchTo(id));
  await switcher.close();
  return ids;
};

/** Files of the stores, by their path in the folder. */
export const storeFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

/** Reads a store anew, as a start does; `folder` is the profile. Changes nothing. */
export type ReadStore = (folder: string, ids: readonly UserId[]) => Promise<Reading>;

const clock = { nowMs: () => 1_000_000 };
const log = { warn: () => undefined };
const sealing = new Sealing(new FakeKeyWrapping(), randomBytes);

/** The stores by the names of their folders; none of them reads another's. */
export const readStores: Readonly<Record<string, ReadStore>> = {
  registry: async (folder) => {
    const store = new FileRegistryStore({ directory: foldersIn(folder).registry, clock });
    const reading = store.readRegistry();
    const { accounts, active } = reading.kind === 'read' ? reading : {};
    return {
      parts: {
        kind: reading.kind,
        accounts: JSON.stringify(accounts?.users.map(({ id, state }) => [id, state])) ?? '',
        active: JSON.stringify(active) ?? '',
      },
      isTold: reading.notices.length > 0,
    };
  },
  sessions: async (folder, ids) => {
    const vault = new FileSessionVault({ directory: foldersIn(folder).sessions, sealing, clock });
    const parts: Record<string, string> = {};
    for (const id of ids) {
      const stored = await vault.read(id);
      parts[`session of ${id}`] = stored.kind === 'session' ? JSON.stringify(stored.session) : stored.kind;
    }
    return { parts, isTold: false };
  },
  revocations: async (folder) => {
    const directory = foldersIn(folder).revocations;
    const waiting = await new FileRevocationOutbox({ directory, sealing, clock, log }).list();
    return { parts: { revocations: JSON.stringify(waiting) }, isTold: false };
  },
  receipts: async (folder) => {
    const directory = foldersIn(folder).receipts;
    const book = new ReceiptBook({ directory, clock, random: systemRandom, kindOf: () => 'directory' });
    return { parts: { receipts: JSON.stringify(await book.list()) }, isTold: book.notices.length > 0 };
  },
};
