import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import { serviceIdSchema } from '../../app/users/user.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { Sealing } from '../storage/sealing.ts';
import { envelopeVersion } from '../storage/session-envelope.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { canary } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { ClientSecrets } from './client-secrets.ts';

const [work, other] = [serviceIdSchema.parse('service-work'), serviceIdSchema.parse('service-other')];
let scratch: ReturnType<typeof scratchDirectory>;
let keys: FakeKeyWrapping;

beforeEach(() => {
  scratch = scratchDirectory();
  keys = new FakeKeyWrapping();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): ClientSecrets =>
  new ClientSecrets({
    directory: scratch.path,
    sealing: new Sealing(keys, randomBytes),
    clock: { nowMs: () => 0 },
  });
const files = (): string[] => fs.readdirSync(scratch.path);
const pathOf = (id: string): string => join(scratch.path, `client-secret-${id}.json`);

test('a client secret comes back after a restart, and does not stand in the clear', async () => {
  const secret = canary('work', 'clientSecret');
  expect(await open().read(work)).toBeUndefined();
  expect(await open().write(work, secret)).toEqual(done);
  expect(await open().read(work)).toBe(secret);
  expect(fs.readFileSync(pathOf(work), 'utf8')).not.toContain('CANARY');
});

test('B7: in the place of another service it does not open', async () => {
  await open().write(work, canary('work', 'clientSecret'));
  fs.renameSync(pathOf(work), pathOf(other));
  expect(await open().read(other)).toBeUndefined();
});

test('B1: unprotected, it lives in memory only, and takes an older one off the disk', async () => {
  await open().write(work, canary('work', 'clientSecret'));
  keys.isProtected = false;
  const secrets = open();
  const secret = canary('work', 'clientSecret');
  expect(await secrets.write(work, secret)).toEqual(done);
  expect(files()).toEqual([]);
  expect(await secrets.read(work)).toBe(secret);
  expect(await open().read(work)).toBeUndefined();
});

test('B4: what lives in memory is written when there is protection', async () => {
  keys.isProtected = false;
  const secrets = open();
  const secret = canary('work', 'clientSecret');
  await secrets.write(work, secret);
  keys.isProtected = true;
  expect(await secrets.saveThoseInMemory()).toEqual(done);
  expect(await open().read(work)).toBe(secret);
});

test('B2: while the key store is locked it is kept', async () => {
  const secret = canary('work', 'clientSecret');
  await open().write(work, secret);
  keys.isLocked = true;
  expect(await open().read(work)).toBeUndefined();
  keys.isLocked = false;
  expect(await open().read(work)).toBe(secret);
});

test('erased, nothing of it is left', async () => {
  const secrets = open();
  await secrets.write(work, canary('work', 'clientSecret'));
  expect(await secrets.erase(work)).toEqual(done);
  expect(await secrets.read(work)).toBeUndefined();
  expect(files()).toEqual([]);
});

test('B4: one that is sealed anew while another takes its place does not come back', async () => {
  const secrets = open();
  await secrets.write(work, canary('work', 'clientSecret'));
  keys.shouldWrapAgain = true;
  let finishSealing = (): void => undefined;
  const isSlow = new Promise<void>((resolve) => {
    finishSealing = resolve;
  });
  const waits = [isSlow];
  keys.beforeWrap = () => waits.shift() ?? Promise.resolve();
  const reading = secrets.read(work);
  await vi.waitFor(() => expect(waits).toEqual([]));
  const newer = canary('work', 'clientSecret');
  const writing = secrets.write(work, newer);
  setImmediate(finishSealing);
  await Promise.all([reading, writing]);
  keys.shouldWrapAgain = false;
  expect(await open().read(work)).toBe(newer);
});

test('A11: a secret that a newer Hotseat sealed is neither read nor replaced, and goes only with its service', async () => {
  const { text } = encodeChecksummed({ version: envelopeVersion + 1, sealed: 'in another way' });
  fs.writeFileSync(pathOf(work), text, { mode: 0o600 });
  const secrets = open();
  const refused = fail({ code: 'storageUnavailable', problem: 'newerVersion' });
  expect(await secrets.read(work)).toBeUndefined();
  expect(await secrets.write(work, canary('work', 'clientSecret'))).toEqual(refused);
  keys.isProtected = false;
  expect(await secrets.write(work, canary('work', 'clientSecret'))).toEqual(refused);
  expect(fs.readFileSync(pathOf(work), 'utf8')).toBe(text);
  expect(await secrets.erase(work)).toEqual(done);
  expect(files()).toEqual([]);
});
