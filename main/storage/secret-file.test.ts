import './testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeChecksummed } from './checksummed-text.ts';
import { Sealing } from './sealing.ts';
import { SecretFile } from './secret-file.ts';
import { envelopeVersion } from './session-envelope.ts';
import { FakeKeyWrapping } from './testing/fake-key-wrapping.ts';
import { canary } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let scratch: ReturnType<typeof scratchDirectory>;
let keys: FakeKeyWrapping;

beforeEach(() => {
  scratch = scratchDirectory();
  keys = new FakeKeyWrapping();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (name = 'signing-key'): SecretFile =>
  new SecretFile({
    directory: scratch.path,
    name,
    sealing: new Sealing(keys, randomBytes),
    clock: { nowMs: () => 0 },
  });
const path = (): string => join(scratch.path, 'signing-key.json');

test('a secret comes back after a restart, and does not stand in the clear', async () => {
  const secret = canary('directory', 'key');
  expect(await open().read()).toEqual({ kind: 'absent' });
  expect(await open().write(secret)).toEqual({ ok: true, value: 'disk' });
  expect(await open().read()).toEqual({ kind: 'secret', secret });
  expect(fs.readFileSync(path(), 'utf8')).not.toContain('CANARY');
});

test('B1: unprotected, it is not written', async () => {
  keys.isProtected = false;
  expect(await open().write(canary('directory', 'key'))).toEqual({ ok: true, value: 'memory' });
  expect(fs.readdirSync(scratch.path)).toEqual([]);
});

test('B2: one that does not open now is never overwritten', async () => {
  const secret = canary('directory', 'key');
  await open().write(secret);
  const bytes = fs.readFileSync(path());
  keys.isLocked = true;
  expect(await open().read()).toEqual({ kind: 'unavailable' });
  expect(await open().write(canary('directory', 'key'))).toEqual({ ok: true, value: 'memory' });
  expect(fs.readFileSync(path()).equals(bytes)).toBe(true);
  keys.isLocked = false;
  expect(await open().read()).toEqual({ kind: 'secret', secret });
});

test('B4: it is wrapped again when it should be', async () => {
  const secret = canary('directory', 'key');
  await open().write(secret);
  keys.shouldWrapAgain = true;
  expect(await open().read()).toEqual({ kind: 'secret', secret });
  expect(keys.wrapCount).toBe(2);
});

test('B7: under another name it does not open', async () => {
  await open().write(canary('directory', 'key'));
  fs.copyFileSync(path(), join(scratch.path, 'other.json'));
  expect(await open('other').read()).toEqual({ kind: 'unavailable' });
});

test('A11: a secret that a newer Hotseat sealed is neither read nor replaced', async () => {
  const { text } = encodeChecksummed({ version: envelopeVersion + 1, sealed: 'in another way' });
  fs.writeFileSync(path(), text, { mode: 0o600 });
  expect(await open().read()).toEqual({ kind: 'unavailable' });
  expect(await open().write(canary('directory', 'key'))).toEqual({ ok: true, value: 'memory' });
  expect(fs.readFileSync(path(), 'utf8')).toBe(text);
});
