import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userIdSchema } from '../../app/users/user.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { AuditTrail } from './audit-trail.ts';
import { macOfText } from './chain.ts';

const ada = userIdSchema.parse('user-000001');
const secret = Buffer.alloc(32, 7);

let scratch: ReturnType<typeof scratchDirectory>;
let nowMs: number;
const warnings: string[] = [];
beforeEach(() => {
  scratch = scratchDirectory();
  nowMs = Date.parse('2026-01-01T08:00:00Z');
  warnings.length = 0;
});
afterEach(() => scratch[Symbol.dispose]());

const open = (options: Partial<ConstructorParameters<typeof AuditTrail>[0]> = {}) =>
  new AuditTrail({
    directory: scratch.path,
    clock: { nowMs: () => (nowMs += 1000) },
    log: { warn: (event) => warnings.push(event) },
    key: async () => secret,
    keyIfAny: options.key ?? (async () => secret),
    ...options,
  });

const files = () => fs.readdirSync(scratch.path).filter((name) => name.endsWith('.jsonl'));
const lastFile = () => join(scratch.path, files().at(-1) ?? '');
const edit = (change: (lines: string[]) => string[]) => {
  const lines = fs.readFileSync(lastFile(), 'utf8').trimEnd().split('\n');
  fs.writeFileSync(lastFile(), `${change(lines).join('\n')}\n`);
};

const filled = async (count: number, options: Parameters<typeof open>[0] = {}) => {
  const trail = open(options);
  for (let n = 0; n < count; n += 1)
    trail.append({ event: n % 2 === 0 ? 'locked' : 'unlocked', user: ada, by: 'key' });
  await trail.idle();
  return trail;
};

test('what happened is there, newest first, after a restart too, and goes on being one chain', async () => {
  await filled(3);
  const trail = await filled(2);
  const listed = await trail.list(3);
  expect(listed.map(({ n, event }) => [n, event])).toEqual([
    [5, 'unlocked'],
    [4, 'locked'],
    [3, 'locked'],
  ]);
  expect(listed[0]).toEqual({
    n: 5,
    at: expect.stringMatching(/^2026-01-01T/u),
    event: 'unlocked',
    user: ada,
    by: 'key',
  });
  expect(await trail.verify()).toEqual({ kind: 'sound', count: 5, unkeyed: 0 });
  expect(fs.statSync(lastFile()).mode & 0o777).toBe(0o600);
});

describe('it is seen when', () => {
  test.each([
    [
      'a line is changed',
      (lines: string[]) => lines.map((line, at) => (at === 2 ? line.replace('locked', 'unlocked') : line)),
      3,
    ],
    [
      'a time is changed',
      (lines: string[]) => lines.map((line, at) => (at === 1 ? line.replace('08:00', '07:00') : line)),
      2,
    ],
    ['a line is taken out', (lines: string[]) => lines.filter((_line, at) => at !== 1), 2],
    ['two are exchanged', ([a = '', b = '', ...rest]: string[]) => [b, a, ...rest], 1],
    ['one is put in twice', ([a = '', ...rest]: string[]) => [a, a, ...rest], 2],
    ['the end is cut off', (lines: string[]) => lines.slice(0, -1), 5],
    ['the beginning is cut off', (lines: string[]) => lines.slice(1), 1],
    ['all of it is gone', () => [], 1],
    ['a line is no line', (lines: string[]) => [...lines.slice(0, 3), '{', ...lines.slice(4)], 4],
  ] as const)('%s', async (_what, change, n) => {
    await filled(5);
    edit((lines) => [...change(lines)]);
    expect(await open().verify()).toEqual({ kind: 'changed', n });
  });

  test('the head is taken away to hide that', async () => {
    await filled(5);
    edit((lines) => lines.slice(0, 4));
    fs.rmSync(join(scratch.path, 'head.json'));
    expect(await open().verify()).toMatchObject({ kind: 'changed' });
  });

  test('the head is made to fit what was cut off', async () => {
    await filled(5);
    const [fourth] = fs.readFileSync(lastFile(), 'utf8').split('\n').slice(3);
    edit((lines) => lines.slice(0, 4));
    const file = join(scratch.path, 'head.json');
    const stored: { value: { last: object } } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const { n, mac }: { n: number; mac: string } = JSON.parse(fourth ?? '');
    fs.writeFileSync(file, encodeChecksummed({ ...stored.value, last: { n, mac } }).text);
    expect(await open().verify()).toEqual({ kind: 'changed', n: 4 });
  });

  test('the head is made without a key to fit what was cut off', async () => {
    await filled(5);
    const [fourth] = fs.readFileSync(lastFile(), 'utf8').split('\n').slice(3);
    edit((lines) => lines.slice(0, 4));
    const { n, mac }: { n: number; mac: string } = JSON.parse(fourth ?? '');
    const head = { version: 1, first: { n: 1, before: '' }, last: { n, mac } };
    const forged = { ...head, keyed: false, mac: macOfText(JSON.stringify(head), undefined) };
    fs.writeFileSync(join(scratch.path, 'head.json'), encodeChecksummed(forged).text);
    expect(await open().verify()).toEqual({ kind: 'changed', n: 4 });
  });

  test('Hotseat goes on writing after any of that', async () => {
    await filled(5);
    edit((lines) => lines.slice(0, 4));
    await filled(3);
    expect(await open().verify()).toMatchObject({ kind: 'changed' });
  });

  test('all of it is taken away, with the head', async () => {
    await filled(2);
    for (const name of ['head.json', ...files()]) fs.rmSync(join(scratch.path, name));
    expect(await open().verify()).toEqual({ kind: 'changed', n: 1 });
  });

  test('somebody without the key writes it anew', async () => {
    const forged = await filled(3, { key: async () => Buffer.alloc(32, 9) });
    expect(await forged.verify()).toMatchObject({ kind: 'sound' });
    expect(await open().verify()).toEqual({ kind: 'changed', n: 1 });
  });
});

test('a line that was written before Hotseat was killed counts, and the next follows it', async () => {
  await filled(2);
  const head = join(scratch.path, 'head.json');
  const before = fs.readFileSync(head);
  await filled(1);
  fs.writeFileSync(head, before);
  expect(await open().verify()).toEqual({ kind: 'sound', count: 3, unkeyed: 0 });
  const trail = await filled(1);
  expect(await trail.verify()).toEqual({ kind: 'sound', count: 4, unkeyed: 0 });
});

test('files are begun anew by size, and go whole by age; what is left is one chain from its beginning', async () => {
  await filled(30, { fileBytes: 1_000 });
  expect(files().length).toBeGreaterThan(3);
  nowMs += 200 * 24 * 60 * 60 * 1000;
  await filled(8, { fileBytes: 1_000 });
  const trail = await filled(8, { fileBytes: 1_000 });
  const [oldest] = (await trail.list(100)).toReversed();
  expect(oldest?.n).toBeGreaterThan(10);
  expect(await trail.verify()).toMatchObject({ kind: 'sound' });
  fs.rmSync(join(scratch.path, files()[0] ?? ''));
  expect(await open().verify()).toEqual({ kind: 'changed', n: oldest?.n });
});

test('entries that were made while the key store was away count, and say so', async () => {
  await filled(2);
  await filled(2, { key: async () => 'unavailable' });
  expect(await open().verify()).toEqual({ kind: 'sound', count: 4, unkeyed: 2 });
  const trail = await filled(1);
  expect(await trail.verify()).toEqual({ kind: 'sound', count: 5, unkeyed: 2 });
});

test('without a key store entries say so; with one that does not open nothing is said', async () => {
  await filled(2, { key: async () => undefined });
  const trail = await filled(1);
  expect(await trail.verify()).toEqual({ kind: 'sound', count: 3, unkeyed: 2 });
  expect(await open({ key: async () => 'unavailable' }).verify()).toEqual({ kind: 'unknown' });
});

test('a disk that refuses is logged, and stops nothing', async () => {
  const trail = open({ directory: join(scratch.path, 'file') });
  fs.writeFileSync(join(scratch.path, 'file'), '');
  trail.append({ event: 'started', by: 'itself' });
  await trail.idle();
  expect(warnings).toEqual(['an entry of the audit trail was not written']);
});
