import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WindowPlace } from '../../app/surfaces/window-place.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { WindowMemory, windowMemoryVersion } from './window-memory.ts';

let scratch: ReturnType<typeof scratchDirectory>;
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const open = () => new WindowMemory({ directory: scratch.path, clock: { nowMs: () => 0 } });
const file = (): string => join(scratch.path, 'window.json');
const place = (x: number): WindowPlace => ({
  bounds: { x, y: 5, width: 800, height: 600 },
  isMaximised: true,
});

test('a place is there again after a restart, for its own arrangement only', async () => {
  const memory = open();
  await Promise.all([memory.keepPlace('desk', place(-7)), memory.keepPlace('home', place(2))]);
  expect(open().placeIn('desk')).toEqual(place(-7));
  expect(open().placeIn('home')).toEqual(place(2));
  expect(open().placeIn('train')).toBeUndefined();
});

test('a window that has not moved is written nowhere, and the end waits for what is', async () => {
  const memory = open();
  void memory.keepPlace('desk', place(1));
  await memory.close();
  const { ino } = fs.statSync(file());
  await memory.keepPlace('desk', place(1));
  expect(fs.statSync(file()).ino).toBe(ino);
});

test('what was told once stays told', async () => {
  expect(open().hasToldOfBackground).toBe(false);
  await open().noteToldOfBackground();
  expect(open().hasToldOfBackground).toBe(true);
});

test('version 1, as it was written', () => {
  fs.writeFileSync(
    file(),
    '{"checksum":"5690d580c3e239afd7d818372f8123882287be57122bd723b9f73fccb6f8a095","value":{"version":1,"places":[{"bounds":{"x":1,"y":2,"width":900,"height":700},"isMaximised":false,"arrangement":"desk"}],"hasToldOfBackground":true}}\n',
  );
  expect(open().placeIn('desk')).toEqual({
    bounds: { x: 1, y: 2, width: 900, height: 700 },
    isMaximised: false,
  });
  expect(open().hasToldOfBackground).toBe(true);
});

test('a damaged file is as none, and the next place is kept', async () => {
  fs.writeFileSync(file(), '{"version":1');
  const memory = open();
  expect(memory.placeIn('desk')).toBeUndefined();
  expect((await memory.keepPlace('desk', place(1))).ok).toBe(true);
  expect(open().placeIn('desk')).toEqual(place(1));
});

test('A11: one of a newer Hotseat is left as it is', async () => {
  const { text } = encodeChecksummed({ version: windowMemoryVersion + 1, places: 'many' });
  fs.writeFileSync(file(), text);
  expect((await open().keepPlace('desk', place(1))).ok).toBe(false);
  expect(fs.readFileSync(file(), 'utf8')).toBe(text);
});
