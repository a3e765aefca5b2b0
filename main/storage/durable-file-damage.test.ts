import './testing/use-electron-stand-in.ts';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeChecksummed, parseObject } from './checksummed-text.ts';
import { DurableFile, type DurableFileOptions } from './durable-file.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let directory: string;
let scratch: ReturnType<typeof scratchDirectory>;
let nowMs = Date.UTC(2024, 1, 29, 12);

beforeEach(() => {
  scratch = scratchDirectory();
  directory = scratch.path;
});
afterEach(() => scratch[Symbol.dispose]());

const open = (options: Partial<DurableFileOptions> = {}): DurableFile =>
  new DurableFile({ directory, name: 'file', clock: { nowMs: () => nowMs }, ...options });
const at = (name: string): string => join(directory, name);
const previous = { kind: 'read', value: { n: 1 }, from: 'previous' };
const quarantined = (): readonly string[] =>
  fs.existsSync(at('quarantine')) ? fs.readdirSync(at('quarantine')).toSorted() : [];

/** Two generations, n 1 and n 2; returns the bytes of the newer one. */
const written = async (): Promise<Buffer> => {
  const file = open();
  for (const n of [1, 2]) await file.write({ n });
  return fs.readFileSync(at('file.json'));
};

test('A7: cut off at any byte, the generation before is read', async () => {
  const whole = await written();
  for (let length = 0; length < whole.length; length += 1) {
    fs.writeFileSync(at('file.json'), whole.subarray(0, length));
    expect(open().read(), `${length} bytes`).toEqual(previous);
  }
  fs.writeFileSync(at('file.json'), whole);
  expect(open().read()).toMatchObject({ value: { n: 2 }, from: 'current' });
});

test('A7: with any bit of any byte flipped, the generation before is read', async () => {
  const whole = await written();
  for (let index = 0; index < whole.length; index += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped[index] = (whole[index] ?? 0) ^ (1 << bit);
      fs.writeFileSync(at('file.json'), flipped);
      expect(open().read(), `byte ${index}, bit ${bit}`).toEqual(previous);
    }
});

test('A7: any other bytes are no file of ours', async () => {
  await written();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      fs.writeFileSync(at('file.json'), bytes);
      expect(open().read()).toEqual(previous);
    }),
    { numRuns: 300 },
  );
});

const checksummed = (json: string): string =>
  `{"checksum":"${createHash('sha256').update(json).digest('hex')}","value":${json}}\n`;

const damages: readonly [string, (whole: Buffer) => string | Buffer][] = [
  ['nothing', () => ''],
  ['whitespace', () => ' \n\t  '],
  ['a page of NUL', () => Buffer.alloc(4096)],
  ['the right length in NUL', (whole) => Buffer.alloc(whole.length)],
  ['a byte order mark before it', (whole) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])],
  ['a byte after it', (whole) => Buffer.concat([whole, Buffer.from(' ')])],
  ['JSON without a checksum', () => '{"n":3}'],
  ['the empty object', () => '{}'],
  ['an array', () => '[1,2]'],
  ['an array with a checksum', () => checksummed('[1,2]')],
  ['null', () => 'null'],
  ['null with a checksum', () => checksummed('null')],
  ['a number', () => '7'],
  ['a number with a checksum', () => checksummed('7')],
  ['100,000 arrays deep', () => '['.repeat(100_000) + ']'.repeat(100_000)],
  ['100,000 arrays deep, with a checksum', () => checksummed('['.repeat(100_000) + ']'.repeat(100_000))],
  ['33 MB with a right checksum', () => checksummed(`{"n":"${'x'.repeat(33 * 1024 * 1024)}"}`)],
  ['50 MB of garbage', () => Buffer.alloc(50 * 1024 * 1024, 'garbage')],
];

test.each(damages)('A7: %s: told as damaged, kept aside before it is overwritten', async (_name, damage) => {
  const damaged = Buffer.from(damage(await written()));
  fs.writeFileSync(at('file.json'), damaged);
  const startedAtMs = performance.now();
  expect(open().read()).toEqual(previous);
  expect(performance.now() - startedAtMs).toBeLessThan(1000);
  expect(quarantined()).toEqual([]);
  expect(await open().write({ n: 3 })).toMatchObject({ ok: true });
  expect(quarantined()).toHaveLength(1);
  expect(fs.readFileSync(join(at('quarantine'), quarantined()[0] ?? '')).equals(damaged)).toBe(true);
  expect(open().read()).toMatchObject({ value: { n: 3 }, from: 'current' });
  // The damaged one did not push out the good generation.
  fs.rmSync(at('file.json'));
  expect(open().read()).toEqual(previous);
});

test('A7: a value that cannot be used counts as damaged, whatever its checksum', async () => {
  const isUsable = (value: object): boolean => !('bad' in value);
  const file = open({ isUsable });
  await file.write({ n: 1 });
  await file.write({ n: 2 });
  fs.writeFileSync(at('file.json'), encodeChecksummed({ bad: true }).text);
  expect(open({ isUsable }).read()).toEqual(previous);
  await open({ isUsable }).write({ n: 3 });
  expect(quarantined()).toHaveLength(1);
  fs.rmSync(at('file.json'));
  expect(open({ isUsable }).read()).toEqual(previous);
});

test('A7: with both generations damaged it is lost, until something is written; both are kept aside', async () => {
  await written();
  for (const name of ['file.json', 'file.previous.json']) fs.truncateSync(at(name), 20);
  expect(open().read()).toEqual({ kind: 'lost' });
  expect(open().read()).toEqual({ kind: 'lost' });
  await open().write({ n: 3 });
  expect(quarantined()).toHaveLength(2);
  expect(open().read()).toMatchObject({ value: { n: 3 } });
});

test('A7: what cannot be put aside is not overwritten', async () => {
  await written();
  fs.truncateSync(at('file.json'), 20);
  fs.writeFileSync(at('quarantine'), 'in the way');
  expect(await open().write({ n: 3 })).toMatchObject({ ok: false });
  expect(fs.statSync(at('file.json')).size).toBe(20);
  expect(open().read()).toEqual(previous);
});

test('A7: only the newest few are kept aside', async () => {
  for (let n = 0; n < 6; n += 1) {
    nowMs += 1000;
    fs.writeFileSync(at('file.json'), `damaged ${n}`);
    await open().write({ n });
  }
  const kept = quarantined().map((name) => fs.readFileSync(join(at('quarantine'), name), 'utf8'));
  expect(kept).toEqual(['damaged 3', 'damaged 4', 'damaged 5']);
});

test('A7: keys that reach for a prototype are left out', async () => {
  for (const key of ['__proto__', '\\u005f_proto__', '\\u005F\\u005Fproto__']) {
    const value = parseObject(`{"n":1,"${key}":{"isAdmin":true},"in":{"${key}":{"isAdmin":true}}}`);
    expect(value).toEqual({ n: 1, in: {} });
    expect(Object.keys(value ?? {})).toEqual(['n', 'in']);
  }
  await open().write(
    Object.defineProperty({ n: 1 }, '__proto__', { value: { isAdmin: true }, enumerable: true }),
  );
  expect(fs.readFileSync(at('file.json'), 'utf8')).toContain('__proto__');
  const reading = open().read();
  expect(reading).toEqual({ kind: 'read', value: { n: 1 }, from: 'current' });
  expect('isAdmin' in {}).toBe(false);
});

test('A7: any object comes back as it was', async () => {
  const file = open({ keepsPrevious: false });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (value) => {
      const json = JSON.stringify(value);
      fc.pre(!json.includes('__proto__'));
      await file.write(value);
      expect(open().read()).toEqual({ kind: 'read', value: JSON.parse(json), from: 'current' });
    }),
    { numRuns: 100 },
  );
});
