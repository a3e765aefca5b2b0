import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { RemovalStep } from '../../app/contract/removal-views.ts';
import type { UserId } from '../../app/users/user.ts';
import { FileTombstones } from '../storage/tombstones.ts';
import { sampleUserId } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { sweepOrphanedWebSessions } from './orphaned-web-sessions.ts';
import { UserTraces } from './user-traces.ts';
import { WebSessionNotes } from './web-session-notes.ts';
import { within } from './within.ts';

let scratch: ReturnType<typeof scratchDirectory>;
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const [ann, bob] = [sampleUserId(), sampleUserId()];
const folderSteps: readonly RemovalStep[] = [{ subject: 'webFolder', result: 'erased' }];

const erased = async (options: {
  isOpen: boolean;
  web?: () => Promise<Outcome<readonly RemovalStep[]>>;
  requests?: Outcome<'erased' | 'empty'>;
}) => {
  const traces = new UserTraces({
    files: { erase: async (userIds) => new Map(userIds.map((userId) => [userId, folderSteps])) },
    webSessions: { eraseWebSession: options.web ?? (async () => succeed([])) },
    requests: { eraseRequestsOf: async () => options.requests ?? succeed('erased') },
    isWebSessionOpen: () => options.isOpen,
    closeNotificationsOf: () => 'empty',
  });
  const steps = (await traces.erase([ann])).get(ann) ?? [];
  return Object.fromEntries(steps.map(({ subject, result }) => [subject, result]));
};

describe('what a user leaves outside of registry and sessions', () => {
  it('is erased with its folder where this run has no page of it open', async () => {
    expect(await erased({ isOpen: false, web: async () => fail({ code: 'unexpected' }) })).toEqual({
      webStorage: 'erased',
      webCache: 'erased',
      webFolder: 'erased',
      requestHistory: 'erased',
      notifications: 'empty',
    });
  });

  it('waits with the folder for the next start where it has', async () => {
    const web = async () => succeed([{ subject: 'webStorage', result: 'erased' }] as const);
    expect(await erased({ isOpen: true, web })).toMatchObject({
      webStorage: 'erased',
      webFolder: 'atNextStart',
    });
  });

  it('says what could not be erased', async () => {
    const web = async () => Promise.reject(new Error('the page process is gone'));
    const requests = fail({ code: 'storageUnavailable', problem: 'failed' });
    expect(await erased({ isOpen: true, web, requests })).toMatchObject({
      webStorage: 'failed',
      webCache: 'failed',
      requestHistory: 'failed',
    });
  });

  it('waits for nothing for ever', async () => {
    const never = new Promise<Outcome<void>>(() => undefined);
    expect(await within(() => never, 1)).toMatchObject({ ok: false });
    expect(await within(async () => done, 1)).toBe(done);
  });
});

describe('the end of a web session', () => {
  it('has a mark until it is done, over restarts', async () => {
    const marks = new FileTombstones(join(scratch.path, 'ends'));
    let isRefused = true;
    const endWebSession = async () =>
      isRefused ? fail({ code: 'storageUnavailable', problem: 'failed' }) : done;
    const notes = new WebSessionNotes({ marks, due: [] }, { endWebSession });
    expect(await notes.noteEnd(ann)).toBe(done);
    expect(await notes.end(ann)).toMatchObject({ ok: false });
    expect(marks.list()).toEqual(succeed(new Set([ann])));
    isRefused = false;
    const next = new WebSessionNotes({ marks, due: [ann] }, { endWebSession });
    expect(next.noted()).toEqual([ann]);
    expect(await next.end(ann)).toBe(done);
    expect(marks.list()).toEqual(succeed(new Set()));
  });
});

describe('web sessions that belong to nobody', () => {
  it('T44: are swept; those of users, of removals under way and of nobody’s kind of name stay', async () => {
    const folder = join(scratch.path, 'Partitions');
    for (const name of [ann, bob, 'Other Folder']) {
      fs.mkdirSync(join(folder, name, 'Local Storage'), { recursive: true });
      fs.writeFileSync(join(folder, name, 'Cookies'), '');
    }
    const sweep = (isSomebodys: (userId: UserId) => boolean) =>
      sweepOrphanedWebSessions({
        userDataDirectory: scratch.path,
        isSomebodys,
        log: { warn: () => undefined },
      });
    expect(await sweep((userId) => userId === bob)).toBe(1);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['Other Folder', bob].toSorted());
    expect(await sweep(() => true)).toBe(0);
  });
});
