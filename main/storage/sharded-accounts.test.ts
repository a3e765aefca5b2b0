import './testing/use-electron-stand-in.ts';
import { observedFileSystem } from './testing/observed-file-system.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../app/outcome.ts';
import { moved } from '../../app/users/reordering.ts';
import {
  arrived,
  loggedOut,
  recoloured,
  removed,
  renamed,
  type UserRegistry,
} from '../../app/users/user-registry.ts';
import type { User, UserId } from '../../app/users/user.ts';
import { encodeChecksummed } from './checksummed-text.ts';
import { sweepLeftovers } from './leftovers.ts';
import { FileRegistryStore } from './registry-store.ts';
import { sampleRegistry, sampleUser, sampleUserId } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let directory: string;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
  directory = join(scratch.path, 'registry');
});
afterEach(() => {
  observedFileSystem.reset();
  scratch[Symbol.dispose]();
});

/** Two full shards and a third with room for more. */
const people = Array.from({ length: 150 }, (_, n) => sampleUser(`Person-${n}`));
const registry = sampleRegistry(...people);
const idAt = (n: number): UserId => people[n]?.id ?? sampleUserId();
const [inFirst, inSecond, inThird] = [idAt(5), idAt(70), idAt(140)];

const at = (name: string): string => join(directory, name);
const opened = (from: string = directory) => {
  const store = new FileRegistryStore({ directory: from, clock: { nowMs: () => 0 } });
  const reading = store.readRegistry();
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return { store, reading };
};
/** A run that begins on what the disk holds. */
const nextRun = () => {
  const { store, reading } = opened();
  return { store, registry: registryOf(reading.accounts?.users ?? []) };
};
const registryOf = (users: readonly User[]): UserRegistry => ({
  users: new Map(users.map((user) => [user.id, user])),
  order: users.map(({ id }) => id),
  activeId: undefined,
  recent: [],
});
const usersIn = ({ users, order }: UserRegistry) => order.flatMap((id) => users.get(id) ?? []);
const onDisk = (from?: string) => opened(from).reading.accounts?.users;

const saved = async (wanted: UserRegistry = registry): Promise<FileRegistryStore> => {
  const { store } = opened();
  expect(await store.saveAccounts(wanted)).toMatchObject({ ok: true });
  return store;
};
const after = (outcome: Outcome<UserRegistry>): UserRegistry => {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
const withNewcomer = (before: UserRegistry, name: string): UserRegistry => {
  const { serviceId, subject, profile, identities } = sampleUser(name);
  const arrival = {
    serviceId,
    subject,
    profile,
    identities,
    isAnonymous: false,
    sessionKept: 'disk',
  } as const;
  return arrived(before, arrival, { newId: sampleUserId(), nowMs: 0, activate: true }).registry;
};
const inodes = (): ReadonlyMap<string, number> =>
  new Map(
    fs
      .readdirSync(directory)
      .filter((name) => !name.includes('.previous'))
      .map((name) => [name, fs.statSync(at(name)).ino]),
  );
/** Files that are other files than they were. */
const written = (before: ReadonlyMap<string, number>): readonly string[] =>
  [...inodes()].filter(([name, inode]) => before.get(name) !== inode).map(([name]) => name);

describe('what a change writes', () => {
  test('many users are in shards, and come back in their order', async () => {
    await saved();
    expect([...inodes().keys()].toSorted()).toEqual([
      'accounts-1.json',
      'accounts-2.json',
      'accounts-3.json',
      'accounts.json',
    ]);
    expect(onDisk()).toEqual(usersIn(registry));
  });

  test.each<[string, (before: UserRegistry) => UserRegistry, string]>([
    ['a rename', (before) => after(renamed(before, inSecond, 'Another')), 'accounts-2.json'],
    [
      'a log out',
      (before) => after(loggedOut(before, inSecond, { succession: 'nobody' })),
      'accounts-2.json',
    ],
    ['a removal', (before) => after(removed(before, inFirst, { succession: 'nobody' })), 'accounts-1.json'],
    ['a login', (before) => withNewcomer(before, 'New'), 'accounts-3.json'],
    [
      'a move',
      (before) => after(moved(before, inThird, { side: 'before', userId: inFirst })),
      'accounts-3.json',
    ],
  ])(
    '%s is one shard, however many there are, in this run and after a restart',
    async (_name, change, file) => {
      const first = { store: await saved(), registry };
      for (const run of [() => first, nextRun]) {
        const { store, registry: found } = run();
        const before = inodes();
        const changed = change(found);
        expect(await store.saveAccounts(changed)).toMatchObject({ ok: true });
        expect(written(before)).toEqual([file]);
        expect(onDisk()).toEqual(usersIn(changed));
        // Begin again as if it had not been.
        fs.rmSync(directory, { recursive: true });
        await saved();
      }
    },
  );

  test('nothing is written where nothing has changed', async () => {
    const store = await saved();
    const before = inodes();
    await store.saveAccounts({ ...registry, users: new Map(registry.users) });
    const next = nextRun();
    await next.store.saveAccounts(next.registry);
    expect(written(before)).toEqual([]);
  });

  test('room that others have left is taken before a new shard is made', async () => {
    const full = sampleRegistry(...people.slice(0, 128));
    const store = await saved(full);
    const without = after(removed(full, inFirst, { succession: 'nobody' }));
    await store.saveAccounts(without);
    const withOne = withNewcomer(without, 'One');
    await store.saveAccounts(withOne);
    expect(fs.existsSync(at('accounts-3.json'))).toBe(false);
    const withTwo = withNewcomer(withOne, 'Two');
    await store.saveAccounts(withTwo);
    expect(fs.existsSync(at('accounts-3.json'))).toBe(true);
    expect(onDisk()).toEqual(usersIn(withTwo));
  });

  test('A12: a new shard is durable under its name before the head has it', async () => {
    const full = sampleRegistry(...people.slice(0, 64));
    const store = await saved(full);
    observedFileSystem.reset();
    await store.saveAccounts(withNewcomer(full, 'One'));
    const calls = observedFileSystem.calls.map(({ operation, path, to }) => `${operation} ${to ?? path}`);
    const named = calls.indexOf(`rename ${at('accounts-2.json')}`);
    const durable = calls.indexOf(`fsync ${directory}`, named);
    const listed = calls.findIndex((call) => /^rename .*accounts(\.previous)?\.json$/.test(call));
    expect(named).toBeGreaterThan(-1);
    expect(durable).toBeGreaterThan(named);
    expect(listed).toBeGreaterThan(durable);
  });
});

describe('damage', () => {
  const change = after(renamed(registry, inSecond, 'Renamed'));
  const isOfSecond = (id: UserId): boolean => people.findIndex((user) => user.id === id) >> 6 === 1;

  test('A7: of one shard is recovered from its own generation before, and the others are as they were', async () => {
    const store = await saved();
    await store.saveAccounts(change);
    fs.truncateSync(at('accounts-2.json'), 100);
    const { reading } = opened();
    expect(reading).toMatchObject({
      isRecovered: true,
      notices: [{ kind: 'recovered', what: 'someAccounts' }],
    });
    expect(reading.accounts?.users).toEqual(usersIn(registry));
  });

  test.each([
    ['damaged', () => fs.truncateSync(at('accounts-2.json'), 100)],
    ['gone', () => fs.rmSync(at('accounts-2.json'))],
    ['another shard', () => fs.copyFileSync(at('accounts-1.json'), at('accounts-2.json'))],
    [
      'a link',
      () => {
        fs.renameSync(at('accounts-2.json'), at('elsewhere'));
        fs.symlinkSync(at('elsewhere'), at('accounts-2.json'));
      },
    ],
  ])(
    'A7, A8: of both generations of one shard (%s) loses that one, and it is told',
    async (_name, damage) => {
      await saved();
      damage();
      fs.rmSync(at('accounts-2.previous.json'));
      const { store, reading } = opened();
      expect(reading).toMatchObject({ isRecovered: true, notices: [{ kind: 'lost', what: 'someAccounts' }] });
      const staying = usersIn(registry).filter(({ id }) => !isOfSecond(id));
      expect(reading.accounts?.users).toEqual(staying);
      // From then on it is a shard like any other.
      const left = registryOf(staying);
      expect(await store.saveAccounts(left)).toMatchObject({ ok: true });
      expect(opened().reading).toMatchObject({ isRecovered: false, needsSaving: false, notices: [] });
      expect(onDisk()).toEqual(staying);
    },
  );

  test('A7: whom two shards have, the first has, and the next save mends it', async () => {
    await saved();
    const text = fs.readFileSync(at('accounts-1.json'), 'utf8');
    const stored: unknown = JSON.parse(text.slice(text.indexOf('"value":') + '"value":'.length, -2));
    const twice = encodeChecksummed({ ...Object(stored), shard: 2 }).text;
    fs.writeFileSync(at('accounts-2.json'), twice);
    const { store, registry: found } = nextRun();
    expect(found.order).toEqual([...registry.order.slice(0, 64), ...registry.order.slice(128)]);
    await store.saveAccounts(found);
    expect(opened().reading).toMatchObject({ needsSaving: false, notices: [] });
    expect(onDisk()).toEqual(usersIn(found));
    expect(fs.readFileSync(at('accounts-2.json'), 'utf8')).not.toContain(inFirst);
  });

  test('A7: without a head, the shards that there are have everybody', async () => {
    await saved();
    for (const name of ['accounts.json', 'accounts.previous.json']) fs.rmSync(at(name));
    const { store, reading } = opened();
    expect(reading).toMatchObject({ isRecovered: true, notices: [{ kind: 'recovered', what: 'accounts' }] });
    expect(reading.accounts?.users).toEqual(usersIn(registry));
    await store.saveAccounts(registry);
    expect(opened().reading).toMatchObject({ isRecovered: false, needsSaving: false, notices: [] });
  });

  test('nobody who was logged out or removed comes back with it', async () => {
    const store = await saved();
    const left = after(
      removed(after(loggedOut(registry, inSecond, { succession: 'nobody' })), idAt(71), {
        succession: 'nobody',
      }),
    );
    await store.saveAccounts(left);
    fs.truncateSync(at('accounts-2.json'), 100);
    expect(onDisk()).toEqual(usersIn(left));
    const everything = fs.readdirSync(directory).map((name) => fs.readFileSync(at(name), 'utf8'));
    expect(everything.join('')).not.toContain(idAt(71));
  });

  test('A3: a shard that cannot be written fails the save; the next one writes what is left', async () => {
    const store = await saved();
    const both = after(
      renamed(after(loggedOut(registry, inThird, { succession: 'nobody' })), inFirst, 'Later'),
    );
    observedFileSystem.faults.push({ operation: 'write', path: /accounts-1\.new/, code: 'ENOSPC' });
    expect(await store.saveAccounts(both)).toMatchObject({ ok: false, error: { problem: 'diskFull' } });
    // What takes something away went first, and stays.
    expect(onDisk()).toEqual(usersIn(after(loggedOut(registry, inThird, { succession: 'nobody' }))));
    observedFileSystem.reset();
    expect(await store.saveAccounts(both)).toMatchObject({ ok: true });
    expect(onDisk()).toEqual(usersIn(both));
  });

  test('a write that failed after its rename is taken back by the next save', async () => {
    const store = await saved();
    let isRenamed = false;
    observedFileSystem.beforeCall = ({ operation, to, path }) => {
      if (operation === 'rename' && to === at('accounts-2.json')) isRenamed = true;
      if (isRenamed && operation === 'fsync' && path === directory)
        throw Object.assign(new Error('EIO: injected'), { code: 'EIO' });
    };
    expect(await store.saveAccounts(change)).toMatchObject({ ok: false });
    observedFileSystem.reset();
    expect(onDisk()).toEqual(usersIn(change));
    expect(await store.saveAccounts(registry)).toMatchObject({ ok: true });
    expect(onDisk()).toEqual(usersIn(registry));
    fs.rmSync(at('accounts-2.json'));
    expect(onDisk()).toEqual(usersIn(registry));
  });
});

describe('A1: ended before any of its calls to the disk', () => {
  /** What the disk held at each of them. */
  const momentsOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const moments: string[] = [];
    observedFileSystem.beforeCall = () => {
      const moment = join(scratch.path, `moment-${moments.length}`);
      moments.push(moment);
      fs.cpSync(directory, moment, { recursive: true });
    };
    await work();
    observedFileSystem.reset();
    return moments;
  };

  const full = sampleRegistry(...people.slice(0, 64));
  const newcomer = withNewcomer(full, 'One');
  test.each([
    ['a login that opens a shard', full, newcomer],
    ['a rename', full, after(renamed(full, inFirst, 'Renamed'))],
    ['a log out', full, after(loggedOut(full, inFirst, { succession: 'nobody' }))],
    ['a removal', full, after(removed(full, inFirst, { succession: 'nobody' }))],
  ])('%s leaves the old list or the new, and nothing is told', async (_name, before, wanted) => {
    const store = await saved(before);
    const moments = await momentsOf(() => store.saveAccounts(wanted));
    const lists = moments.map((moment) => {
      sweepLeftovers(moment);
      const { reading } = opened(moment);
      expect(reading.notices).toEqual([]);
      return reading.accounts?.users;
    });
    const both = [usersIn(before), usersIn(wanted)];
    for (const list of lists) expect(both).toContainEqual(list);
    expect(lists[0]).toEqual(both[0]);
    expect(moments.length).toBeGreaterThan(10);
  });

  test('a shard that the head does not have yet is nobody’s, and goes with the next save', async () => {
    const store = await saved(full);
    const moments = await momentsOf(() => store.saveAccounts(newcomer));
    const cutOff = moments.findLast((moment) => onDisk(moment)?.length === 64) ?? '';
    expect(fs.existsSync(join(cutOff, 'accounts-2.json'))).toBe(true);
    const { store: next, reading } = opened(cutOff);
    expect(reading.needsSaving).toBe(true);
    await next.saveAccounts(full);
    expect(fs.readdirSync(cutOff).filter((name) => name.startsWith('accounts-2'))).toEqual([]);
    expect(opened(cutOff).reading.needsSaving).toBe(false);
  });

  test('the step from version 1 to shards leaves the one or the other', async () => {
    fs.mkdirSync(directory, { recursive: true });
    fs.writeFileSync(at('accounts.json'), versionOne);
    const { store, reading } = opened();
    const users = reading.accounts?.users ?? [];
    expect(reading.needsSaving).toBe(true);
    const restored = registryOf(users);
    const moments = await momentsOf(() => store.saveAccounts(restored));
    for (const moment of [...moments, directory]) {
      sweepLeftovers(moment);
      const found = opened(moment).reading;
      expect(found.accounts?.users).toEqual(users);
      expect(found.notices).toEqual([]);
    }
    expect(moments.map((moment) => opened(moment).reading.needsSaving)).toContain(false);
    expect(opened().reading.needsSaving).toBe(false);
    // Nothing of the old file is left to be taken for the list.
    for (const name of ['accounts.json', 'accounts.previous.json'])
      expect(fs.readFileSync(at(name), 'utf8')).not.toContain('ana@example.com');
  });
});

test('A11: a file of version 1 is read as it was written', async () => {
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(at('accounts.json'), versionOne);
  const { reading } = opened();
  expect(reading.notices).toEqual([]);
  expect(reading.accounts?.users.map(({ initials, state }) => [initials, state])).toEqual([
    ['AN', 'authenticated'],
    ['BB', 'loggedOut'],
    ['A1', 'authenticated'],
  ]);
  expect(fs.readFileSync(at('accounts.json'), 'utf8')).toBe(versionOne);
});

test('A11: a shard of version 2 is read as it was written, and stays so until one of its accounts changes', async () => {
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(at('accounts.json'), headOfVersionTwo);
  fs.writeFileSync(at('accounts-1.json'), shardOfVersionTwo);
  const { store, registry: found } = nextRun();
  const [ana, ben] = usersIn(found);
  expect([ana?.initials, ana?.chosenColour, ben?.nickname]).toEqual(['AN', undefined, 'B']);
  await store.saveAccounts(found);
  expect(fs.readFileSync(at('accounts-1.json'), 'utf8')).toBe(shardOfVersionTwo);
  const chosen = after(recoloured(found, ana?.id ?? sampleUserId(), 'production'));
  await store.saveAccounts(chosen);
  expect(onDisk()?.map(({ chosenColour }) => chosenColour)).toEqual(['production', undefined]);
});

/** Verbatim, as the last Hotseat before chosen colours wrote them. */
const headOfVersionTwo = `{"checksum":"f84fbd5331c00c47d77151c7ca270f933b98fd2c54e60d44cc324d75cf381e8d","value":{"version":2,"shards":[1]}}\n`;
const shardOfVersionTwo = `{"checksum":"a78505bc26333627e486d2b6831f725505592107293bac8e911b5d015ddb4c37","value":{"version":2,"shard":1,"users":[{"place":0,"user":{"serviceId":"directory","identities":[{"id":"identity-1","providerType":"local-userpass"}],"addedAtMs":1767603600000,"id":"0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a01","subject":"665f0c0de5a1b2c3d4e5f601","profile":{"email":"ana@example.com","name":"Ana"},"initials":"AN","colour":0,"state":"authenticated","sessionKept":"disk","isLocked":false,"hasWayToUnlock":true,"unlockKind":"pin"}},{"place":1,"user":{"serviceId":"directory","identities":[{"id":"identity-1","providerType":"local-userpass"}],"addedAtMs":1767603600000,"id":"0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a02","subject":"665f0c0de5a1b2c3d4e5f602","profile":{"email":"ben@example.com"},"nickname":"B","initials":"BB","colour":1,"state":"loggedOut","because":"sessionRevoked"}}]}}\n`;

/** Verbatim, as the last Hotseat before shards wrote it. */
const versionOne = `{"checksum":"10f6304a58f03330326c098bb8abf9c456c3ad8d70ace424c12f6e765d730f2a","value":{"version":1,"users":[{"serviceId":"directory","identities":[{"id":"identity-1","providerType":"local-userpass"}],"addedAtMs":1767603600000,"id":"0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a01","subject":"665f0c0de5a1b2c3d4e5f601","profile":{"email":"ana@example.com","name":"Ana"},"initials":"AN","colour":0,"state":"authenticated","sessionKept":"disk","isLocked":false,"hasWayToUnlock":false,"sessionEnd":{"atMs":1772787600000,"soonFromMs":1772182800000}},{"serviceId":"directory","identities":[{"id":"identity-1","providerType":"local-userpass"}],"addedAtMs":1767603600000,"id":"0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a02","subject":"665f0c0de5a1b2c3d4e5f602","profile":{"email":"ben@example.com"},"nickname":"Bénédicte “B”","initials":"BB","colour":1,"state":"loggedOut","because":"sessionRevoked"},{"serviceId":"directory","identities":[{"id":"identity-1","providerType":"local-userpass"}],"addedAtMs":1767603600000,"id":"0c8f5b1e-6d0a-4a55-9d59-1f6b6f0e2a03","subject":"665f0c0de5a1b2c3d4e5f603","profile":{},"anonymousNumber":1,"initials":"A1","colour":2,"state":"authenticated","sessionKept":"disk","isLocked":false,"hasWayToUnlock":false}]}}
`;
