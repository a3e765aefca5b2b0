import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { FolderName, ServiceReach } from '../../app/diagnosis/finding.ts';
import { directoryService } from '../../app/identity/service.ts';
import { registryOf, someUser } from '../../app/testing/some-user.ts';
import { serviceIdSchema, type User, type UserId } from '../../app/users/user.ts';
import type { GuardedFetch } from '../network/guarded-fetch.ts';
import { RequestFailure, type RequestFailureKind } from '../network/request-failure.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import type { RegistryReading } from '../storage/registry-store.ts';
import { compareAccounts } from './accounts-probe.ts';
import { probeFiles } from './file-probe.ts';
import { probeFolders } from './folder-probe.ts';
import { logTail } from './log-tail.ts';
import { foldersUnder } from './testing/folders-under.ts';
import { probeServices } from './service-probe.ts';

let scratch: ReturnType<typeof scratchDirectory>;
let folders: Record<FolderName, string>;

beforeEach(() => {
  scratch = scratchDirectory();
  folders = foldersUnder(scratch.path);
  for (const name of ['registry', 'locks'] as const) mkdirSync(folders[name], { mode: 0o700 });
});

afterEach(() => {
  chmodSync(folders.registry, 0o700);
  scratch[Symbol.dispose]();
});

describe.skipIf(process.platform === 'win32')('folders', () => {
  it('that are there and ours alone are sound', async () => {
    const sound = { isOwn: true, isPrivate: true, isWritable: true };
    expect(await probeFolders(folders)).toEqual([
      { name: 'profile', ...sound },
      { name: 'registry', ...sound },
      { name: 'locks', ...sound },
    ]);
  });

  it('that others may look into are told, but for the one that all are in', async () => {
    chmodSync(scratch.path, 0o755);
    chmodSync(folders.registry, 0o750);
    const open = (await probeFolders(folders)).filter(({ isPrivate }) => !isPrivate);
    expect(open.map(({ name }) => name)).toEqual(['registry']);
  });

  it('that nothing can be written to are told, also to root', async () => {
    chmodSync(folders.registry, 0o500);
    const closed = (await probeFolders(folders)).filter(({ isWritable }) => !isWritable);
    expect(closed.map(({ name }) => name)).toEqual(['registry']);
  });
});

describe('files', () => {
  it('are sound as they were written, and damaged with a byte more or of another kind', async () => {
    const { text } = encodeChecksummed({ version: 1 });
    writeFileSync(join(folders.registry, 'accounts.json'), text);
    writeFileSync(join(folders.locks, 'user-000001.json'), text);
    expect(await probeFiles(folders)).toEqual({ soundCount: 2, damagedIn: [], unreadableIn: [] });
    writeFileSync(join(folders.registry, 'active.json'), `${text} `);
    symlinkSync('accounts.json', join(folders.registry, 'linked.json'));
    mkdirSync(join(folders.locks, 'folder.json'));
    expect(await probeFiles(folders)).toEqual({
      soundCount: 2,
      damagedIn: ['registry', 'registry', 'locks'],
      unreadableIn: [],
    });
  });

  it('of the generation before, and what is being written, do not count', async () => {
    for (const name of ['active.previous.json', 'active.new.json', 'active.previous.new.json', 'notes.txt'])
      writeFileSync(join(folders.registry, name), 'x');
    expect(await probeFiles(folders)).toEqual({ soundCount: 0, damagedIn: [], unreadableIn: [] });
  });
});

test('accounts agree only where each is in the state that it has on disk, and the same one is active', () => {
  const [ana, ben] = [someUser(1), someUser(2)];
  const { isLocked: _locked, hasWayToUnlock: _way, sessionKept: _kept, ...known } = ben;
  const read = (users: readonly User[], activeId = ana.id): RegistryReading => ({
    kind: 'read',
    accounts: { users },
    active: { version: 2, activeId, recent: [] },
    isRecovered: false,
    needsSaving: false,
    notices: [],
  });
  const registry = { ...registryOf(ana, ben), activeId: ana.id };
  expect(compareAccounts(read([ben, ana]), registry)).toBe('agree');
  expect(compareAccounts(read([ana]), registry)).toBe('differ');
  expect(compareAccounts(read([ana, ben], ben.id), registry)).toBe('differ');
  expect(compareAccounts(read([ana, someUser(3)]), registry)).toBe('differ');
  const loggedOut = new Map<UserId, User>(registry.users).set(ben.id, { ...known, state: 'loggedOut' });
  expect(compareAccounts(read([ana, ben]), { ...registry, users: loggedOut })).toBe('differ');
  expect(compareAccounts({ kind: 'newer', notices: [] }, registry)).toBe('newer');
});

interface Given {
  readonly isOnline?: boolean;
  readonly directory?: ServiceReach;
}

describe('services', () => {
  const website = (url: string) => ({
    id: serviceIdSchema.parse('forum'),
    kind: 'website' as const,
    name: 'Forum',
    url,
    signInOrigins: [],
  });
  const stage = (answer: () => Response, { isOnline = true, directory = 'reached' }: Given = {}) => {
    const asked: unknown[] = [];
    const fetch: GuardedFetch = async (url, request, read) => {
      asked.push([url, request]);
      return read(answer(), () => undefined);
    };
    const probe = (url: string) =>
      probeServices([directoryService, website(url)], {
        fetch,
        clock: { nowMs: () => Date.parse('2031-05-10T12:00:10.000Z') },
        isOnline: () => isOnline,
        askDirectory: async () => directory,
      });
    return { asked, probe };
  };
  const url = 'https://forum.example.org/people/ana?token=CANARY-ana-token-1';
  const origin = 'https://forum.example.org';
  const there = { kind: 'directory', reach: 'reached' };

  it('are asked for the head of their origin, without path, account or token', async () => {
    const answer = () => new Response(undefined, { headers: { date: 'Sat, 10 May 2031 12:00:00 GMT' } });
    const { asked, probe } = stage(answer);
    expect(await probe(url)).toEqual([
      there,
      { kind: 'website', reach: 'reached', origin, clockAheadMs: 10_000 },
    ]);
    expect(asked).toEqual([[`${origin}/`, { method: 'HEAD' }]]);
  });

  it('are there, whatever they answer', async () => {
    const { probe } = stage(() => new Response(undefined, { status: 503 }));
    expect((await probe(url))[1]).toMatchObject({ reach: 'reached', clockAheadMs: undefined });
  });

  it.each<readonly [RequestFailureKind, string]>([
    ['redirected', 'reached'],
    ['unreachable', 'unreachable'],
    ['timedOut', 'tooLate'],
    ['certificate', 'certificate'],
    ['notAllowed', 'insecure'],
  ])('%s is %s', async (kind, reach) => {
    const { probe } = stage(() => {
      throw new RequestFailure(kind);
    });
    expect((await probe(url))[1]).toMatchObject({ reach });
  });

  it('are not asked without a network, but for the directory', async () => {
    const { asked, probe } = stage(() => new Response(), { isOnline: false, directory: 'tooLate' });
    expect(await probe(url)).toEqual([
      { kind: 'directory', reach: 'tooLate' },
      { kind: 'website', reach: undefined, origin },
    ]);
    expect(asked).toEqual([]);
  });
});

describe('the end of the log', () => {
  it('is whole lines, and not too many', async () => {
    const path = join(scratch.path, 'hotseat.log');
    expect(await logTail(path), 'where there is none').toEqual([]);
    writeFileSync(path, 'one\n\ntwo\n');
    expect(await logTail(path)).toEqual(['one', 'two']);
    writeFileSync(path, Array.from({ length: 10_000 }, (_, count) => `line ${count}\n`).join(''));
    const many = await logTail(path);
    expect(many).toHaveLength(200);
    expect(many.at(-1)).toBe('line 9999');
    writeFileSync(path, `${'x'.repeat(40_000)}\nlast\n`);
    expect(await logTail(path), 'not the rest of a line that was cut').toEqual(['last']);
  });
});
