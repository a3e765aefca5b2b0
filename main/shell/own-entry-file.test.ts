import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { done, fail, succeed } from '../../app/outcome.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { autostartEntry } from './desktop-entry.ts';
import { ownEntryFile } from './own-entry-file.ts';

let scratch: ReturnType<typeof scratchDirectory>;
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const path = (): string => join(scratch.path, 'autostart', 'hotseat.desktop');
const text = autostartEntry(['/opt/Hotseat/hotseat']);
const theirs = '[Desktop Entry]\nName=Mine\n';

const putTheirs = (): void => {
  fs.mkdirSync(join(scratch.path, 'autostart'));
  fs.writeFileSync(path(), theirs, { mode: 0o644 });
};

test('an entry is written where there was no folder, for the person alone, and goes again', () => {
  const file = ownEntryFile(path());
  expect(file.read()).toBeUndefined();
  expect(file.write(text)).toEqual(done);
  expect(file.read()).toBe(text);
  expect(fs.statSync(path()).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(join(scratch.path, 'autostart'))).toEqual(['hotseat.desktop']);
  expect(file.erase()).toEqual(succeed('erased'));
  expect(file.erase()).toEqual(succeed('empty'));
  expect(fs.existsSync(path())).toBe(false);
});

test('what a person has put there is neither written over nor erased', () => {
  putTheirs();
  const file = ownEntryFile(path());
  expect(file.write(text)).toEqual(fail({ code: 'storageUnavailable', problem: 'notPermitted' }));
  expect(file.erase()).toEqual(succeed('empty'));
  expect(file.read()).toBeUndefined();
  expect(fs.readFileSync(path(), 'utf8')).toBe(theirs);
  expect(fs.statSync(path()).mode & 0o777).toBe(0o644);
});

test('a link is nobody’s to follow', () => {
  fs.mkdirSync(join(scratch.path, 'autostart'));
  fs.writeFileSync(join(scratch.path, 'elsewhere'), text);
  fs.symlinkSync(join(scratch.path, 'elsewhere'), path());
  const file = ownEntryFile(path());
  expect(file.write(text).ok).toBe(false);
  expect(file.erase()).toEqual(succeed('empty'));
});

test('the same once more touches nothing', () => {
  const file = ownEntryFile(path());
  file.write(text);
  const { ino } = fs.statSync(path());
  expect(file.write(text)).toEqual(done);
  expect(fs.statSync(path()).ino).toBe(ino);
});
