import '../storage/testing/use-electron-stand-in.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import { parseVersion, type Version } from '../../app/updates/version.ts';
import { encodeChecksummed } from '../storage/checksummed-text.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { SeenVersions, seenVersion } from './seen-versions.ts';

let scratch: ReturnType<typeof scratchDirectory>;
beforeEach(() => {
  scratch = scratchDirectory();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (): SeenVersions => new SeenVersions({ directory: scratch.path, clock: { nowMs: () => 0 } });
const file = (): string => join(scratch.path, 'seen.json');
const version = (text: string): Version => parseVersion(text) ?? { numbers: [0, 0, 0], preRelease: [] };

test('what was seen is seen after a restart, and nothing lower takes its place', async () => {
  const seen = open();
  expect(seen.isOlderThanSeen(version('0.0.1'))).toBe(false);
  await seen.see('1.2.0');
  await seen.see('1.1.0');
  const later = open();
  expect(later.isOlderThanSeen(version('1.1.9'))).toBe(true);
  expect(later.isOlderThanSeen(version('1.2.0-rc.1'))).toBe(true);
  expect(later.isOlderThanSeen(version('1.2.0'))).toBe(false);
  expect(later.isOlderThanSeen(version('1.10.0'))).toBe(false);
});

test('an installation that failed is told after the restart, once', async () => {
  await open().noteFailed({ version: '2.0.0', because: 'declined' });
  const later = open();
  expect(later.failed).toEqual({ version: '2.0.0', because: 'declined' });
  await later.forgetFailed();
  expect(open().failed).toBeUndefined();
});

test('A7: a damaged file gives way to the one before it', async () => {
  const seen = open();
  await seen.see('1.0.0');
  await seen.see('2.0.0');
  fs.writeFileSync(file(), 'damaged');
  expect(open().isOlderThanSeen(version('0.9.0'))).toBe(true);
});

test('A11: what a newer Hotseat has seen is left as it is, and nothing is offered by it', async () => {
  const { text } = encodeChecksummed({ version: seenVersion + 1, highest: { of: 'another kind' } });
  fs.writeFileSync(file(), text);
  const seen = open();
  expect(seen.isNewer).toBe(true);
  const refused = fail({ code: 'storageUnavailable', problem: 'newerVersion' });
  expect(await seen.see('9.0.0')).toEqual(refused);
  expect(await seen.noteFailed({ version: '9.0.0', because: 'declined' })).toEqual(refused);
  expect(await seen.forgetFailed()).toEqual(done);
  expect(fs.readFileSync(file(), 'utf8')).toBe(text);
});
