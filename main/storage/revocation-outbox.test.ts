import './testing/use-electron-stand-in.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Revocation } from '../../app/ports.ts';
import { serviceIdSchema } from '../../app/users/user.ts';
import { encodeChecksummed } from './checksummed-text.ts';
import { FileRevocationOutbox } from './revocation-outbox.ts';
import { Sealing } from './sealing.ts';
import { FakeKeyWrapping } from './testing/fake-key-wrapping.ts';
import { canary } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

const dayMs = 24 * 60 * 60 * 1000;
let nowMs: number;
let directory: string;
let keys: FakeKeyWrapping;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  nowMs = Date.now();
  scratch = scratchDirectory();
  directory = scratch.path;
  keys = new FakeKeyWrapping();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): FileRevocationOutbox =>
  new FileRevocationOutbox({
    directory,
    sealing: new Sealing(keys, randomBytes),
    clock: { nowMs: () => nowMs },
    log: { warn: () => undefined },
  });
const sample = (): Revocation => ({
  id: randomUUID(),
  serviceId: serviceIdSchema.parse('directory'),
  refreshToken: canary('ann', 'refresh'),
  queuedAtMs: nowMs,
});

test('a revocation is there after a restart until it is taken, and stands nowhere in the clear', async () => {
  const [one, two] = [sample(), sample()];
  await open().put(one);
  await open().put(two);
  const outbox = open();
  expect((await outbox.list()).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    [one, two].toSorted((a, b) => a.id.localeCompare(b.id)),
  );
  for (const name of fs.readdirSync(directory))
    expect(fs.readFileSync(join(directory, name), 'utf8')).not.toContain('CANARY');
  expect(await outbox.take(one.id)).toMatchObject({ ok: true });
  expect(await open().list()).toEqual([two]);
});

test('B1: unprotected, it is kept in memory only', async () => {
  keys.isProtected = false;
  const outbox = open();
  const revocation = sample();
  expect(await outbox.put(revocation)).toMatchObject({ ok: true });
  expect(fs.readdirSync(directory)).toEqual([]);
  expect(await outbox.list()).toEqual([revocation]);
  expect(await open().list()).toEqual([]);
  await outbox.take(revocation.id);
  expect(await outbox.list()).toEqual([]);
});

test('B2: what does not open now is left, and listed when it does', async () => {
  const revocation = sample();
  await open().put(revocation);
  keys.isLocked = true;
  expect(await open().list()).toEqual([]);
  keys.isLocked = false;
  expect(await open().list()).toEqual([revocation]);
});

test('B7: under the id of another entry it does not open', async () => {
  const [one, two] = [sample(), sample()];
  for (const revocation of [one, two]) await open().put(revocation);
  fs.copyFileSync(join(directory, `${one.id}.json`), join(directory, `${two.id}.json`));
  expect(await open().list()).toEqual([one]);
});

test('after thirty days it is gone, in memory and on disk, even where no key store opens it or it is damaged', async () => {
  const outbox = open();
  const [kept, locked, damaged] = [sample(), sample(), sample()];
  for (const revocation of [kept, locked, damaged]) await outbox.put(revocation);
  fs.truncateSync(join(directory, `${damaged.id}.json`), 50);
  keys.isProtected = false;
  await outbox.put(sample());
  keys.isLocked = true;
  nowMs += 29 * dayMs;
  expect(await outbox.list()).toHaveLength(1);
  expect(fs.readdirSync(directory)).toHaveLength(3);
  nowMs += 2 * dayMs;
  expect(await outbox.list()).toEqual([]);
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('an id that could name another file is refused', async () => {
  expect(await open().put({ ...sample(), id: '../../escape' })).toMatchObject({ ok: false });
  expect(await open().take('../../escape')).toMatchObject({ ok: true });
});

test('services with something to be revoked are known, unless some of it does not open', async () => {
  const [one, other] = [sample(), sample()];
  expect(await open().waitingServices()).toEqual(new Set());
  await open().put(one);
  await open().put(other);
  expect(await open().waitingServices()).toEqual(new Set([one.serviceId, other.serviceId]));
  keys.isLocked = true;
  expect(await open().waitingServices()).toBeUndefined();
  keys.isLocked = false;
  await open().take(one.id);
  await open().take(other.id);
  expect(await open().waitingServices()).toEqual(new Set());
});

test('A11: what a newer Hotseat queued waits for it as it is, and no longer than any other', async () => {
  const path = join(directory, `${randomUUID()}.json`);
  const { text } = encodeChecksummed({ version: 2, sealed: 'in another way' });
  fs.writeFileSync(path, text, { mode: 0o600 });
  const own = sample();
  await open().put(own);
  expect(await open().list()).toEqual([own]);
  expect(await open().waitingServices()).toBeUndefined();
  expect(fs.readFileSync(path, 'utf8')).toBe(text);
  nowMs += 31 * dayMs;
  expect(await open().list()).toEqual([]);
  expect(fs.existsSync(path)).toBe(false);
});
