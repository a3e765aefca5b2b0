import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActiveJournal } from './active-journal.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let scratch: ReturnType<typeof scratchDirectory>;
let path: string;
beforeEach(() => {
  scratch = scratchDirectory();
  path = join(scratch.path, 'active.journal');
});
afterEach(() => {
  vi.restoreAllMocks();
  scratch[Symbol.dispose]();
});

const open = (): ActiveJournal => new ActiveJournal(scratch.path);
const read = (): readonly object[] => open().read();
const records = [{ n: 1 }, { n: 2, name: 'Bérénice' }, { n: 3 }];
const filled = (): ActiveJournal => {
  const journal = open();
  for (const record of records) journal.append(record);
  return journal;
};

test('records come back in their order, and nobody else may read them', () => {
  expect(read()).toEqual([]);
  expect(filled().length).toBe(3);
  expect(read()).toEqual(records);
  expect(fs.statSync(path).mode & 0o777).toBe(0o600);
});

test('a record after a torn one is a record of its own', () => {
  filled();
  fs.truncateSync(path, fs.statSync(path).size - 20);
  open().append({ n: 4 });
  expect(read()).toEqual([...records.slice(0, 2), { n: 4 }]);
});

test('A7: a damaged byte costs one record at most, and makes none up', () => {
  filled();
  const good = fs.readFileSync(path);
  for (let place = 0; place < good.length; place += 1)
    for (const bit of [1, 8, 128]) {
      const bad = Buffer.from(good);
      bad.writeUInt8((bad[place] ?? 0) ^ bit, place);
      fs.writeFileSync(path, bad);
      const found = read();
      expect(found.length, `byte ${place}`).toBeGreaterThanOrEqual(2);
      for (const record of found) expect(records).toContainEqual(record);
    }
});

test('A4: a short write is no record, and is undone', () => {
  const journal = filled();
  const write = fs.writeSync;
  vi.spyOn(fs, 'writeSync').mockImplementationOnce((descriptor: number, data: unknown) =>
    write(descriptor, Buffer.isBuffer(data) ? data.subarray(0, 30) : Buffer.alloc(0)),
  );
  const size = fs.statSync(path).size;
  expect(() => journal.append({ n: 4 })).toThrow();
  expect(fs.statSync(path).size).toBe(size);
  expect(journal.length).toBe(3);
});

test('A4: a write that only says that it took place is no record', () => {
  const journal = filled();
  vi.spyOn(fs, 'writeSync').mockImplementationOnce((_descriptor: number, data: unknown) =>
    Buffer.isBuffer(data) ? data.length : 0,
  );
  expect(() => journal.append({ n: 4 })).toThrow();
  expect(read()).toEqual(records);
  expect(journal.length).toBe(3);
});

test('A6: what could not be made durable is undone', () => {
  const journal = filled();
  vi.spyOn(fs, 'fdatasyncSync').mockImplementationOnce(() => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  expect(() => journal.append({ n: 4 })).toThrow('no space');
  expect(read()).toEqual(records);
});

test.skipIf(process.platform === 'win32')(
  'A8: a link or a pipe in its place is not followed, nor waited for',
  () => {
    const elsewhere = join(scratch.path, 'elsewhere');
    fs.writeFileSync(elsewhere, 'theirs');
    fs.symlinkSync(elsewhere, path);
    expect(() => open().append({ n: 1 })).toThrow();
    expect(read()).toEqual([]);
    expect(fs.readFileSync(elsewhere, 'utf8')).toBe('theirs');
    open().clear();
    execFileSync('mkfifo', [path]);
    expect(() => open().append({ n: 1 })).toThrow();
    expect(read()).toEqual([]);
  },
);

test('A8: a folder that was removed is made again', () => {
  const journal = filled();
  fs.rmSync(scratch.path, { recursive: true });
  journal.append({ n: 4 });
  expect(read()).toEqual([{ n: 4 }]);
});
