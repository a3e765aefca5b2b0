import './testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import { encodeChecksummed } from './checksummed-text.ts';
import { Sealing } from './sealing.ts';
import { envelopeVersion } from './session-envelope.ts';
import { FileSessionVault } from './session-vault.ts';
import { FakeKeyWrapping } from './testing/fake-key-wrapping.ts';
import { sampleSession, sampleUserId } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let directory: string;
let keys: FakeKeyWrapping;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
  directory = join(scratch.path, 'sessions');
  keys = new FakeKeyWrapping();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): FileSessionVault =>
  new FileSessionVault({ directory, sealing: new Sealing(keys, randomBytes), clock: { nowMs: () => 0 } });
const ann = sampleUserId();
const bob = sampleUserId();
const pathOf = (id: string): string => join(directory, `${id}.json`);
const everything = (): string =>
  fs.existsSync(directory)
    ? fs
        .readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'latin1'))
        .join('\n')
    : '';

test('a session comes back after a restart, and stands nowhere in the clear', async () => {
  const session = sampleSession(ann);
  expect(await open().write(ann, session)).toEqual({ ok: true, value: 'disk' });
  expect(await open().read(ann)).toEqual({ kind: 'session', session });
  expect(everything()).not.toContain('CANARY');
  expect(fs.readdirSync(directory)).toEqual([`${ann}.json`]);
  expect(open().storedUserIds()).toEqual({ ok: true, value: new Set([ann]) });
});

test('a newer session replaces the older, of which nothing stays', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  const older = fs.readFileSync(pathOf(ann));
  const session = sampleSession(ann);
  await vault.write(ann, session);
  expect(await vault.read(ann)).toEqual({ kind: 'session', session });
  expect(fs.readdirSync(directory)).toEqual([`${ann}.json`]);
  expect(fs.readFileSync(pathOf(ann)).equals(older)).toBe(false);
});

test('A11: a session that a newer Hotseat sealed is neither read nor replaced, and goes only with its user', async () => {
  const { text } = encodeChecksummed({ version: envelopeVersion + 1, sealed: 'in another way' });
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(pathOf(ann), text, { mode: 0o600 });
  const vault = open();
  const refused = fail({ code: 'storageUnavailable', problem: 'newerVersion' });
  expect(await vault.read(ann)).toEqual({ kind: 'unavailable' });
  expect(await vault.write(ann, sampleSession(ann))).toEqual(refused);
  expect(await vault.update(ann, sampleSession(ann))).toEqual(refused);
  keys.isProtected = false;
  expect(await vault.write(ann, sampleSession(ann))).toEqual(refused);
  expect(everything()).toBe(text);
  expect(await vault.erase(ann)).toEqual(done);
  expect(everything()).toBe('');
});

test('erased, it is absent', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  expect(await vault.erase(ann)).toMatchObject({ ok: true });
  expect(await vault.read(ann)).toEqual({ kind: 'absent' });
  expect(everything()).toBe('');
  expect(await vault.erase(bob)).toMatchObject({ ok: true });
});

test('B2: refreshed tokens that cannot be protected leave what is stored, and store nothing anew', async () => {
  const vault = open();
  const session = sampleSession(ann);
  await vault.write(ann, session);
  keys.isProtected = false;
  expect(await vault.update(ann, sampleSession(ann))).toEqual({ ok: true, value: 'disk' });
  expect(await vault.update(bob, sampleSession(bob))).toEqual({ ok: true, value: 'memory' });
  expect(open().storedUserIds()).toEqual({ ok: true, value: new Set([ann]) });
  keys.isProtected = true;
  expect(await vault.read(ann)).toEqual({ kind: 'session', session });
});

test('B1: unprotected, nothing is written, and what was on disk is erased', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  keys.isProtected = false;
  expect(await vault.write(ann, sampleSession(ann))).toEqual({ ok: true, value: 'memory' });
  expect(await vault.write(bob, sampleSession(bob))).toEqual({ ok: true, value: 'memory' });
  expect(everything()).toBe('');
  expect(await vault.read(ann)).toEqual({ kind: 'absent' });
});

test('B2, B3: with the key store locked or another one, it is unavailable and not touched; later it opens', async () => {
  const session = sampleSession(ann);
  await open().write(ann, session);
  const bytes = fs.readFileSync(pathOf(ann));
  for (const fault of [{ isLocked: true }, { isLocked: false, storeName: 'second' }]) {
    Object.assign(keys, fault);
    expect(await open().read(ann)).toEqual({ kind: 'unavailable' });
    expect(fs.readFileSync(pathOf(ann)).equals(bytes)).toBe(true);
  }
  keys.storeName = 'first';
  expect(await open().read(ann)).toEqual({ kind: 'session', session });
});

test('B4: a blob that should be wrapped again is, and the session stays the same', async () => {
  const session = sampleSession(ann);
  await open().write(ann, session);
  const bytes = fs.readFileSync(pathOf(ann));
  keys.shouldWrapAgain = true;
  expect(await open().read(ann)).toEqual({ kind: 'session', session });
  expect(keys.wrapCount).toBe(2);
  expect(fs.readFileSync(pathOf(ann)).equals(bytes)).toBe(false);
  keys.shouldWrapAgain = false;
  expect(await open().read(ann)).toEqual({ kind: 'session', session });
});

test('B7: a session in the place of another user does not open', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  fs.copyFileSync(pathOf(ann), pathOf(bob));
  expect(await vault.read(bob)).toEqual({ kind: 'unavailable' });
});

test('A7: a damaged session is unavailable, and put aside when the user logs in again', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  fs.truncateSync(pathOf(ann), 60);
  expect(await vault.read(ann)).toEqual({ kind: 'unavailable' });
  const session = sampleSession(ann);
  await vault.write(ann, session);
  expect(await vault.read(ann)).toEqual({ kind: 'session', session });
  expect(fs.readdirSync(join(directory, 'quarantine'))).toHaveLength(1);
  await vault.erase(ann);
  expect(everything()).toBe('');
});

test('a write that a log out overtakes does not land, and the log out does not wait for it', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  let unlock: () => void = () => undefined;
  keys.beforeWrap = () => new Promise((resolve) => (unlock = resolve));
  const late = vault.write(ann, sampleSession(ann));
  expect(await vault.erase(ann)).toMatchObject({ ok: true });
  expect(everything()).toBe('');
  unlock();
  expect(await late).toEqual({ ok: false, error: { code: 'superseded' } });
  expect(everything()).toBe('');
});

test('writes land in the order they were asked for, however long the key store takes', async () => {
  const vault = open();
  let unlockFirst: () => void = () => undefined;
  keys.beforeWrap = () => {
    keys.beforeWrap = () => Promise.resolve();
    return new Promise((resolve) => (unlockFirst = resolve));
  };
  const session = sampleSession(ann);
  const writes = [vault.write(ann, sampleSession(ann)), vault.write(ann, session)];
  await new Promise((resolve) => setImmediate(resolve));
  unlockFirst();
  await Promise.all(writes);
  expect(await open().read(ann)).toEqual({ kind: 'session', session });
});

test('a session in quarantine is not read and not listed, but still on disk', async () => {
  const vault = open();
  await vault.write(ann, sampleSession(ann));
  const bytes = fs.readFileSync(pathOf(ann));
  expect(await vault.quarantine(ann)).toMatchObject({ ok: true });
  expect(await vault.read(ann)).toEqual({ kind: 'absent' });
  expect(vault.storedUserIds()).toEqual({ ok: true, value: new Set() });
  const [kept = ''] = fs.readdirSync(join(directory, 'quarantine'));
  expect(fs.readFileSync(join(directory, 'quarantine', kept)).equals(bytes)).toBe(true);
});

test('a folder that cannot be listed is not an empty one', () => {
  fs.writeFileSync(directory, 'in the way');
  expect(open().storedUserIds()).toMatchObject({ ok: false });
});
