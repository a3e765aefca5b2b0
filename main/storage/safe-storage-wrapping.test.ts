import { expect, test } from 'vitest';
import type { Protection } from './key-wrapping.ts';
import { SafeStorageWrapping, type SafeStorageWrappingOptions } from './safe-storage-wrapping.ts';
import { FakeSafeStorage } from './testing/fake-safe-storage.ts';

const unprotected = { kind: 'unprotected' };

/** Time that a test lets pass; `elapse` ends every wait that is under way. */
const waiting = () => {
  const waits: { ms: number; end: () => void }[] = [];
  return {
    waits,
    wait: (ms: number) => new Promise<void>((resolve) => waits.push({ ms, end: resolve })),
    elapse: () => waits.splice(0).forEach(({ end }) => end()),
  };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

const wrapping = (safeStorage: FakeSafeStorage, options: Partial<SafeStorageWrappingOptions> = {}) =>
  new SafeStorageWrapping({
    safeStorage,
    platform: 'linux',
    electronVersion: '45.4.1',
    whenReady: () => Promise.resolve(),
    wait: () => new Promise(() => undefined),
    ...options,
  });

const never = (): Promise<void> => new Promise(() => undefined);

test.each([
  ['linux', 'v11', { kind: 'protected', by: 'secretService' }],
  ['linux', 'v10', unprotected],
  ['darwin', 'v10', { kind: 'protected', by: 'keychain' }],
  ['win32', 'v10', { kind: 'protected', by: 'dataProtection' }],
] as const)('B1: on %s, a blob that begins %s means %o', async (platform, prefix, expected) => {
  const safeStorage = new FakeSafeStorage();
  safeStorage.prefix = prefix;
  const keys = wrapping(safeStorage, { platform });
  expect(keys.protection()).toEqual({ kind: 'checking' });
  expect(await keys.checkAgain()).toEqual(expected);
  expect(keys.protection()).toEqual(expected);
});

test.each([
  ['not available', { isAvailable: false }],
  ['failing', { isFailing: true }],
  ['answering nothing', { encryptStringAsync: async () => Buffer.alloc(0) }],
])('B1: %s is unprotected', async (_name, fault) => {
  const keys = wrapping(Object.assign(new FakeSafeStorage(), fault));
  expect(await keys.checkAgain()).toEqual(unprotected);
  expect(await keys.wrap('key')).toEqual(unprotected);
});

test('a check opens what it sealed: a key store that gives nothing back is none', async () => {
  const safeStorage = new FakeSafeStorage();
  const keys = wrapping(safeStorage);
  expect(await keys.checkAgain()).toMatchObject({ kind: 'protected' });
  safeStorage.decryptStringAsync = async () => ({ result: 'something else', shouldReEncrypt: false });
  expect(await keys.checkAgain()).toEqual(unprotected);
});

test('B1: a key store that goes away is noticed by the blob it makes, which goes nowhere', async () => {
  const safeStorage = new FakeSafeStorage();
  const keys = wrapping(safeStorage);
  const seen: Protection[] = [];
  keys.subscribe((protection) => seen.push(protection));
  expect(await keys.wrap('key')).toEqual({ kind: 'wrapped', blob: Buffer.from('v11key') });
  safeStorage.prefix = 'v10';
  expect(await keys.wrap('key')).toEqual(unprotected);
  expect(keys.protection()).toEqual(unprotected);
  expect(seen).toEqual([{ kind: 'protected', by: 'secretService' }, unprotected]);
});

test('B2: locked, it is unavailable and not an end; unlocked and checked again, the same blob opens', async () => {
  const safeStorage = new FakeSafeStorage();
  const keys = wrapping(safeStorage);
  const wrapped = await keys.wrap('key');
  const blob = wrapped.kind === 'wrapped' ? wrapped.blob : Buffer.alloc(0);
  safeStorage.isFailing = true;
  expect(await keys.unwrap(blob)).toEqual({ kind: 'unavailable' });
  expect(await keys.checkAgain()).toEqual(unprotected);
  safeStorage.isFailing = false;
  expect(await keys.checkAgain()).toEqual({ kind: 'protected', by: 'secretService' });
  expect(await keys.unwrap(blob)).toEqual({ kind: 'unwrapped', text: 'key', shouldWrapAgain: false });
});

test('B4: it passes on that a blob should be wrapped again', async () => {
  const safeStorage = Object.assign(new FakeSafeStorage(), { shouldReEncrypt: true });
  expect(await wrapping(safeStorage).unwrap(Buffer.from('v11key'))).toMatchObject({ shouldWrapAgain: true });
});

test('B6: on Linux a blob under the public constant is not opened, though it could be', async () => {
  const safeStorage = Object.assign(new FakeSafeStorage(), { prefix: 'v10' });
  expect(await wrapping(safeStorage).unwrap(Buffer.from('v10planted'))).toEqual({ kind: 'unavailable' });
  const onMac = wrapping(safeStorage, { platform: 'darwin' });
  expect(await onMac.unwrap(Buffer.from('v10mine'))).toMatchObject({ kind: 'unwrapped', text: 'mine' });
});

test('B5: nothing is asked before Electron is ready', async () => {
  const safeStorage = new FakeSafeStorage();
  wrapping(safeStorage, { whenReady: never });
  await settled();
  expect(safeStorage.callCount).toBe(0);
});

test.each([
  ['42.0.0', true],
  ['42.4.0', true],
  ['42.4.1', false],
  ['42.10.0', false],
  ['45.4.1', false],
])('B5: Electron %s: waits for the encryptor: %s', async (electronVersion, waits) => {
  const safeStorage = new FakeSafeStorage();
  const time = waiting();
  wrapping(safeStorage, { electronVersion, wait: time.wait });
  await settled();
  expect(safeStorage.callCount > 0).toBe(!waits);
  expect(time.waits.some(({ ms }) => ms === 2_000)).toBe(waits);
  time.elapse();
  await settled();
  expect(safeStorage.callCount).toBeGreaterThan(0);
});

test('B5: a key store that never answers is unprotected after ten seconds; asked again, it holds nobody up', async () => {
  const safeStorage = Object.assign(new FakeSafeStorage(), { answering: never() });
  const time = waiting();
  const keys = wrapping(safeStorage, { wait: time.wait });
  const wrapped = keys.wrap('key');
  await settled();
  expect(keys.protection()).toEqual({ kind: 'checking' });
  expect(time.waits.map(({ ms }) => ms)).toEqual([10_000]);
  time.elapse();
  expect(await wrapped).toEqual(unprotected);
  expect(await keys.unwrap(Buffer.from('v11key'))).toEqual({ kind: 'unavailable' });
  expect(await keys.checkAgain()).toEqual(unprotected);
  expect(time.waits).toEqual([]);
});

test('B5: an answer that comes late is still heard', async () => {
  const safeStorage = new FakeSafeStorage();
  let answer: () => void = () => undefined;
  safeStorage.answering = new Promise((resolve) => (answer = resolve));
  const time = waiting();
  const keys = wrapping(safeStorage, { wait: time.wait });
  await settled();
  time.elapse();
  await settled();
  expect(keys.protection()).toEqual(unprotected);
  const changed = new Promise((resolve) => keys.subscribe(resolve));
  answer();
  expect(await changed).toEqual({ kind: 'protected', by: 'secretService' });
});

test('a subscription ends', async () => {
  const keys = wrapping(new FakeSafeStorage());
  const seen: Protection[] = [];
  keys.subscribe((protection) => seen.push(protection))();
  await keys.checkAgain();
  expect(seen).toEqual([]);
});
