import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { CrashBook } from './crash-book.ts';

const at = '2031-05-10T12:00:00.000Z';

let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
});

afterEach(() => scratch[Symbol.dispose]());

const stage = () => {
  const folder = join(scratch.path, 'logs');
  mkdirSync(folder);
  const open = (): CrashBook =>
    new CrashBook({
      folder,
      clock: { nowMs: () => Date.parse(at) },
      versions: { hotseat: '0.1.0', electron: '42.0.0' },
    });
  return { open, file: join(folder, 'crashes.jsonl'), folder };
};
const versions = { at, hotseat: '0.1.0', electron: '42.0.0' };

test('a crash is kept with its kind and its place, and with nothing that was said', () => {
  const { open, file } = stage();
  const cause = new TypeError('CANARY-ada-password-1 is no function');
  cause.stack = `TypeError: CANARY-ada-password-1\n    at run (file:///home/ada/Hotseat/out/main/start-1a.js:12:3)\n    at x`;
  open().record({ process: 'main', reason: 'uncaughtException', cause });
  open().record({ process: 'page', reason: 'crashed', exitCode: 11 });
  expect(open().list()).toEqual([
    {
      ...versions,
      process: 'main',
      reason: 'uncaughtException',
      error: 'TypeError',
      place: 'start-1a.js:12:3',
    },
    { ...versions, process: 'page', reason: 'crashed', exitCode: 11 },
  ]);
  expect(readFileSync(file, 'utf8')).not.toMatch(/CANARY|ada/u);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('an error that names itself as it likes is kept without its name', () => {
  const { open } = stage();
  const cause = new Error('no');
  cause.name = 'ana@example.org';
  cause.stack = 'nowhere';
  open().record({ process: 'main', reason: 'unhandledRejection', cause });
  open().record({ process: 'main', reason: 'unhandledRejection', cause: 'CANARY-ada-token-1' });
  expect(open().list()).toEqual([
    { ...versions, process: 'main', reason: 'unhandledRejection' },
    { ...versions, process: 'main', reason: 'unhandledRejection' },
  ]);
});

test('a run that never came to its end is known by the next', () => {
  const { open, folder } = stage();
  const first = open();
  first.begin();
  expect(first.list()).toEqual([]);
  first.end();
  open().begin();
  expect(open().list(), 'the one before has ended').toEqual([]);
  open().begin();
  expect(open().list()).toMatchObject([{ process: 'main', reason: 'notQuit' }]);
  open().end();
  expect(existsSync(join(folder, 'running'))).toBe(false);
});

test('the file stays small, and what is newest stays', () => {
  const { open, file } = stage();
  const book = open();
  for (let count = 0; count < 1_000; count += 1)
    book.record({ process: 'page', reason: 'crashed', exitCode: count });
  expect(statSync(file).size).toBeLessThan(66 * 1024);
  expect(book.list().at(-1)?.exitCode).toBe(999);
  expect(book.list().length).toBeGreaterThan(200);
});

test('a line that was cut, or is somebody else’s, hides no other', () => {
  const { open, file } = stage();
  open().record({ process: 'gpu', reason: 'oom' });
  writeFileSync(file, `{"at":"now"}\nnot json\n${readFileSync(file, 'utf8')}{"at":`);
  expect(open().list()).toMatchObject([{ process: 'gpu', reason: 'oom' }]);
});

test('where nothing can be written, nothing is thrown', () => {
  const book = new CrashBook({
    folder: join(scratch.path, 'missing'),
    clock: { nowMs: () => 0 },
    versions: { hotseat: '0.1.0', electron: '42.0.0' },
  });
  book.begin();
  book.record({ process: 'window', reason: 'killed' });
  book.end();
  expect(book.list()).toEqual([]);
});
