import './testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outcome } from '../../app/outcome.ts';
import { storedActive } from '../../app/users/stored-registry.ts';
import { locked, loggedOut, removed, switchedTo, type UserRegistry } from '../../app/users/user-registry.ts';
import { encodeChecksummed } from './checksummed-text.ts';
import { FileRegistryStore } from './registry-store.ts';
import { sampleRegistry, sampleUser } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let directory: string;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
  directory = scratch.path;
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): FileRegistryStore => new FileRegistryStore({ directory, clock: { nowMs: () => 0 } });
const at = (name: string): string => join(directory, name);
const [ann, bob, cyd] = [sampleUser('Ann'), sampleUser('Bob'), sampleUser('Cyd')];
const registry = sampleRegistry(ann, bob, cyd);

const after = (outcome: Outcome<UserRegistry>): UserRegistry => {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};

const storedAccounts = ({ users, order }: UserRegistry) => ({
  users: order.flatMap((id) => users.get(id) ?? []),
});

const onDisk = () => {
  const reading = open().readRegistry();
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading;
};

/** A store that has saved a registry, twice, so that both generations of all files are there. */
const saved = async (): Promise<FileRegistryStore> => {
  for (let times = 0; times < 2; times += 1) {
    const store = open();
    store.readRegistry();
    await store.saveAccounts(registry);
    await store.saveActive(registry);
  }
  const store = open();
  store.readRegistry();
  await store.saveActive(registry);
  return store;
};

test('a registry comes back as it was saved', async () => {
  await saved();
  expect(open().readRegistry()).toEqual({
    kind: 'read',
    accounts: storedAccounts(registry),
    active: { ...storedActive(registry), sequence: 3 },
    isRecovered: false,
    needsSaving: false,
    notices: [],
  });
});

test('at first start there is nothing, and nothing to tell', () => {
  expect(open().readRegistry()).toEqual({
    kind: 'read',
    accounts: undefined,
    active: undefined,
    isRecovered: false,
    needsSaving: false,
    notices: [],
  });
});

test('a switch leaves the files of accounts alone, and is a small write', async () => {
  const store = await saved();
  const names = ['accounts.json', 'accounts-1.json', 'active.json'];
  const before = names.map((name) => fs.statSync(at(name)).ino);
  const sizeBefore = fs.statSync(at('active.journal')).size;
  await store.saveActive(after(switchedTo(registry, bob.id)));
  expect(names.map((name) => fs.statSync(at(name)).ino)).toEqual(before);
  expect(fs.statSync(at('active.journal')).size - sizeBefore).toBeLessThan(2048);
  expect(open().readRegistry()).toMatchObject({ active: { activeId: bob.id } });
});

test.each([
  ['log out', () => after(loggedOut(registry, bob.id, { succession: 'nobody' }))],
  ['remove', () => after(removed(registry, bob.id, { succession: 'nobody' }))],
  ['lock', () => after(locked(registry, bob.id, () => 'locked'))],
])('%s reaches both generations before it succeeds', async (_name, transition) => {
  const store = await saved();
  const changed = transition();
  expect(await store.saveAccounts(changed)).toMatchObject({ ok: true });
  expect(onDisk().accounts).toEqual(storedAccounts(changed));
  fs.truncateSync(at('accounts-1.json'), 30);
  expect(onDisk().accounts).toEqual(storedAccounts(changed));
  expect(onDisk().isRecovered).toBe(true);
});

test('after a restart too, log out reaches both generations', async () => {
  await saved();
  const store = open();
  store.readRegistry();
  const changed = after(loggedOut(registry, bob.id, { succession: 'nobody' }));
  await store.saveAccounts(changed);
  fs.rmSync(at('accounts-1.json'));
  expect(onDisk().accounts).toEqual(storedAccounts(changed));
});

test('what takes nothing away leaves the generation before as it was', async () => {
  const store = await saved();
  const renamed: UserRegistry = { ...registry, order: registry.order.toReversed() };
  await store.saveAccounts(renamed);
  fs.rmSync(at('accounts-1.json'));
  expect(open().readRegistry()).toMatchObject({ accounts: storedAccounts(registry) });
});

test('a removed user is named in neither generation of either file', async () => {
  const store = await saved();
  const without = after(removed(registry, bob.id, { succession: 'nobody' }));
  await store.saveAccounts(without);
  await store.saveActive(without);
  for (const name of fs.readdirSync(directory)) {
    const text = fs.readFileSync(at(name), 'utf8');
    expect(text).not.toContain(bob.id);
    expect(text).not.toContain('bob@');
  }
});

test('A7: damaged files are recovered from the generation before, and it is told', async () => {
  await saved();
  for (const name of ['accounts.json', 'accounts-1.json', 'active.json', 'active.journal'])
    fs.truncateSync(at(name), 40);
  expect(open().readRegistry()).toEqual({
    kind: 'read',
    accounts: storedAccounts(registry),
    active: { ...storedActive(registry), sequence: 1 },
    isRecovered: true,
    needsSaving: true,
    notices: [
      { kind: 'recovered', what: 'accounts' },
      { kind: 'recovered', what: 'activeAccount' },
    ],
  });
});

test('A7: with no generation left it is lost, and told', async () => {
  await saved();
  for (const name of fs.readdirSync(directory)) fs.truncateSync(at(name), 40);
  expect(open().readRegistry()).toEqual({
    kind: 'read',
    accounts: undefined,
    active: undefined,
    isRecovered: true,
    needsSaving: true,
    notices: [
      { kind: 'lost', what: 'accounts' },
      { kind: 'lost', what: 'activeAccount' },
    ],
  });
});

test('A7: an active file that is lost does not make the accounts recovered', async () => {
  await saved();
  for (const name of ['active.json', 'active.previous.json', 'active.journal']) fs.truncateSync(at(name), 40);
  expect(open().readRegistry()).toMatchObject({
    accounts: storedAccounts(registry),
    isRecovered: false,
    notices: [{ kind: 'lost', what: 'activeAccount' }],
  });
});

test.each([
  ['two users with one id', [ann, ann].map((user, place) => ({ place, user }))],
  ['a user in no known state', [{ place: 0, user: { ...ann, state: 'other' } }]],
  ['a user without a place', [{ user: ann }]],
])('A7: %s, with a right checksum: the generation before is read', async (_name, users) => {
  await saved();
  fs.writeFileSync(at('accounts-1.json'), encodeChecksummed({ version: 1, shard: 1, users }).text);
  const store = open();
  expect(store.readRegistry()).toMatchObject({ accounts: storedAccounts(registry), isRecovered: true });
  await store.saveAccounts(registry);
  expect(fs.readdirSync(at('quarantine'))).toHaveLength(1);
});

test.each([
  ['no version', { shards: [1] }],
  ['version 0', { version: 0, shards: [] }],
  ['a shard twice', { version: 2, shards: [1, 1] }],
  ['version 1 with two users of one subject', { version: 1, users: [ann, { ...bob, subject: ann.subject }] }],
])('A7: a head with %s: the generation before is read', async (_name, value) => {
  await saved();
  fs.writeFileSync(at('accounts.json'), encodeChecksummed(value).text);
  const store = open();
  expect(store.readRegistry()).toMatchObject({ accounts: storedAccounts(registry), isRecovered: true });
  await store.saveAccounts(registry);
  expect(fs.readdirSync(at('quarantine'))).toHaveLength(1);
});

test.each(['accounts', 'accounts-1', 'active'])(
  'A7, A11: a newer %s file refuses every save and stays as it is',
  async (name) => {
    await saved();
    const newer = encodeChecksummed({ version: 99, everything: 'is new' }).text;
    fs.writeFileSync(at(`${name}.json`), newer);
    const before = fs.readdirSync(directory).map((file) => [file, fs.readFileSync(at(file), 'utf8')]);
    const store = open();
    const what = name === 'active' ? 'activeAccount' : 'accounts';
    expect(store.readRegistry()).toEqual({ kind: 'newer', notices: [{ kind: 'newerVersion', what }] });
    const refused = { ok: false, error: { code: 'storageUnavailable', problem: 'newerVersion' } };
    expect(await store.saveAccounts(registry)).toEqual(refused);
    expect(await store.saveActive(registry)).toEqual(refused);
    expect(fs.readdirSync(directory).map((file) => [file, fs.readFileSync(at(file), 'utf8')])).toEqual(
      before,
    );
  },
);

const active = () => {
  const { active: found, notices } = onDisk();
  return { activeId: found?.activeId, notices };
};

test('A4, A5: after every torn end of the journal somebody holds who was active before or after the switch', async () => {
  const store = await saved();
  const whole = [fs.readFileSync(at('active.journal'))];
  const expected = [registry.activeId];
  let current = registry;
  for (const id of [bob.id, cyd.id, ann.id]) {
    current = after(switchedTo(current, id));
    await store.saveActive(current);
    whole.push(fs.readFileSync(at('active.journal')));
    expected.push(id);
  }
  for (let step = 1; step < whole.length; step += 1) {
    const [from, to] = [whole[step - 1]?.length ?? 0, whole[step]?.length ?? 0];
    for (let size = from; size <= to; size += 1) {
      fs.writeFileSync(at('active.journal'), whole[step]?.subarray(0, size) ?? '');
      // The line break at the end may be missing: the record itself is whole.
      const held = size >= to - 1 ? expected[step] : expected[step - 1];
      expect(active(), `${size} bytes of step ${step}`).toEqual({ activeId: held, notices: [] });
    }
  }
});

test('A7: a journal that holds makes up for a file that does not', async () => {
  const store = await saved();
  await store.saveActive(after(switchedTo(registry, bob.id)));
  for (const name of ['active.json', 'active.previous.json']) fs.truncateSync(at(name), 40);
  expect(active()).toEqual({ activeId: bob.id, notices: [] });
});

test('a journal of an earlier time than the file says nothing', async () => {
  const store = await saved();
  await store.saveActive(after(switchedTo(registry, bob.id)));
  const former = fs.readFileSync(at('active.journal'));
  await store.saveActive(after(removed(registry, bob.id, { succession: 'nobody' })));
  expect(fs.existsSync(at('active.journal'))).toBe(false);
  fs.writeFileSync(at('active.journal'), former);
  expect(active().activeId).not.toBe(bob.id);
  const next = open();
  next.readRegistry();
  await next.saveActive(after(removed(registry, bob.id, { succession: 'nobody' })));
  expect(fs.existsSync(at('active.journal')), 'it names who was removed').toBe(false);
});

test('a journal does not grow for ever, and loses nothing when it is begun anew', async () => {
  const store = await saved();
  for (let turn = 0; turn < 300; turn += 1)
    await store.saveActive(after(switchedTo(registry, turn % 2 === 0 ? bob.id : cyd.id)));
  expect(active().activeId).toBe(cyd.id);
  const lines = fs.readFileSync(at('active.journal'), 'utf8').split('\n').filter(Boolean);
  expect(lines.length).toBeLessThan(100);
  expect(open().readRegistry()).toMatchObject({ active: { sequence: 303 } });
});

test('a journal that cannot be written gives way to the file; where neither can, the switch is refused', async () => {
  const store = await saved();
  fs.rmSync(at('active.journal'));
  fs.mkdirSync(at('active.journal'));
  expect(await store.saveActive(after(switchedTo(registry, bob.id)))).toMatchObject({ ok: true });
  expect(active().activeId).toBe(bob.id);
  fs.mkdirSync(join(at('active.new.json'), 'full'), { recursive: true });
  expect(await store.saveActive(after(switchedTo(registry, cyd.id)))).toMatchObject({
    ok: false,
    error: { code: 'storageUnavailable' },
  });
  expect(active().activeId).toBe(bob.id);
});

test('A11: a Hotseat from before the journal sees a newer version wherever it would look', async () => {
  const store = await saved();
  await store.saveActive(after(switchedTo(registry, bob.id)));
  const files = ['active.json', 'active.previous.json', 'active.journal'];
  const lines = files.flatMap((name) => fs.readFileSync(at(name), 'utf8').split('\n').filter(Boolean));
  expect(lines.length).toBeGreaterThan(2);
  // It knew of version 1 only, and not that there are numbers.
  for (const line of lines) expect(line).toMatch(/"value":\{"version":2,/u);
});

test('A11: who was active before there was a journal is, and the first switch is behind nobody’s back', async () => {
  await saved();
  fs.rmSync(at('active.journal'), { force: true });
  for (const name of ['active.json', 'active.previous.json'])
    fs.writeFileSync(at(name), encodeChecksummed({ version: 1, activeId: bob.id, recent: [bob.id] }).text);
  expect(active()).toEqual({ activeId: bob.id, notices: [] });
  const store = open();
  store.readRegistry();
  await store.saveActive(after(switchedTo(registry, cyd.id)));
  expect(active().activeId).toBe(cyd.id);
  expect(fs.readFileSync(at('active.json'), 'utf8')).toContain('"version":2,');
});

test('A11: a record of a newer Hotseat refuses every save', async () => {
  await saved();
  fs.appendFileSync(at('active.journal'), encodeChecksummed({ version: 99, everything: 'is new' }).text);
  const before = fs.readFileSync(at('active.journal'));
  const store = open();
  expect(store.readRegistry()).toMatchObject({ kind: 'newer' });
  expect(await store.saveActive(registry)).toMatchObject({ ok: false });
  expect(fs.readFileSync(at('active.journal'))).toEqual(before);
});
