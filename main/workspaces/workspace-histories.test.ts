import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userIdSchema } from '../../app/users/user.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { Sealing } from '../storage/sealing.ts';
import { envelopeVersion } from '../storage/session-envelope.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { canary } from '../storage/testing/sample-users.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import type { PageHistory } from './page-history.ts';
import { SealedHistories } from './workspace-histories.ts';

const [ana, ben] = [userIdSchema.parse('user-0001'), userIdSchema.parse('user-0002')];
const historyAt = (url: string, pageState?: string): PageHistory => ({
  entries: [{ url, title: '', ...(pageState === undefined ? {} : { pageState }) }],
  index: 0,
  zoomPercent: 100,
});

let scratch: ReturnType<typeof scratchDirectory>;
let keys: FakeKeyWrapping;

beforeEach(() => {
  scratch = scratchDirectory();
  keys = new FakeKeyWrapping();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): SealedHistories =>
  new SealedHistories({
    directory: scratch.path,
    sealing: new Sealing(keys, randomBytes),
    clock: { nowMs: () => 0 },
    log: { warn: () => undefined },
  });
const files = (): readonly string[] => fs.readdirSync(scratch.path).filter((name) => name.endsWith('.json'));

test('where somebody was comes back after a restart, and does not stand in the clear', async () => {
  const draft = canary('ana', 'draft');
  const histories = open();
  histories.keep(ana, historyAt('https://own.example/secret-place', draft));
  await histories.written();
  const text = fs.readFileSync(join(scratch.path, `${ana}.json`), 'utf8');
  expect(text).not.toContain('CANARY');
  expect(text).not.toContain('secret-place');
  expect(await open().recall(ana)).toEqual(historyAt('https://own.example/secret-place', draft));
  expect(await open().recall(ben)).toBeUndefined();
});

test('the last word on disk is the last one said', async () => {
  const histories = open();
  for (const path of ['a', 'b', 'c']) histories.keep(ana, historyAt(`https://own.example/${path}`));
  expect(await histories.recall(ana)).toEqual(historyAt('https://own.example/c'));
  await histories.written();
  expect(await open().recall(ana)).toEqual(historyAt('https://own.example/c'));
});

test('B1: unprotected, it stays in memory only', async () => {
  keys.isProtected = false;
  const histories = open();
  histories.keep(ana, historyAt('https://own.example/'));
  await histories.written();
  expect(files()).toEqual([]);
  expect(await histories.recall(ana)).toEqual(historyAt('https://own.example/'));
});

test('what is forgotten while it waits for the key store does not come back', async () => {
  let wrapped = (): void => undefined;
  keys.beforeWrap = () => new Promise((settle) => (wrapped = settle));
  const histories = open();
  histories.keep(ana, historyAt('https://own.example/'));
  await Promise.resolve();
  await Promise.resolve();
  histories.forget(ana);
  wrapped();
  await histories.written();
  expect(files()).toEqual([]);
  expect(await histories.recall(ana)).toBeUndefined();
});

test('what was read before it was forgotten is not recalled after', async () => {
  const histories = open();
  histories.keep(ana, historyAt('https://own.example/'));
  await histories.written();
  const again = open();
  const recalled = again.recall(ana);
  again.forget(ana);
  expect(await recalled).toBeUndefined();
  await again.written();
  expect(files()).toEqual([]);
});

test('B7: another user’s file in its place does not open, nor does damage', async () => {
  const histories = open();
  histories.keep(ana, historyAt('https://own.example/'));
  await histories.written();
  fs.copyFileSync(join(scratch.path, `${ana}.json`), join(scratch.path, `${ben}.json`));
  expect(await open().recall(ben)).toBeUndefined();
  fs.writeFileSync(join(scratch.path, `${ana}.json`), '{"version":1');
  expect(await open().recall(ana)).toBeUndefined();
});

test('A11: where somebody was, as a newer Hotseat keeps it, is left as it is; in this run it is remembered', async () => {
  const path = join(scratch.path, `${ana}.json`);
  const { text } = encodeChecksummed({ version: envelopeVersion + 1, sealed: 'in another way' });
  fs.writeFileSync(path, text, { mode: 0o600 });
  const histories = open();
  expect(await histories.recall(ana)).toBeUndefined();
  histories.keep(ana, historyAt('https://own.example/now'));
  await histories.written();
  expect(fs.readFileSync(path, 'utf8')).toBe(text);
  expect(await histories.recall(ana)).toEqual(historyAt('https://own.example/now'));
  histories.forget(ana);
  await histories.written();
  expect(files()).toEqual([]);
});
