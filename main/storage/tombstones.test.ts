import { observedFileSystem } from './testing/observed-file-system.ts';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleUserId } from './testing/sample-users.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';
import { FileTombstones } from './tombstones.ts';

let directory: string;
let scratch: ReturnType<typeof scratchDirectory>;

beforeEach(() => {
  scratch = scratchDirectory();
  directory = join(scratch.path, 'removals');
});
afterEach(() => {
  observedFileSystem.reset();
  scratch[Symbol.dispose]();
});

const [ann, bob] = [sampleUserId(), sampleUserId()];
const standing = () => new FileTombstones(directory).list();

test('G2: a tombstone stands after a restart until it is lowered; raised twice it is one', async () => {
  const tombstones = new FileTombstones(directory);
  expect(standing()).toEqual({ ok: true, value: new Set() });
  for (const id of [ann, bob, ann]) expect(await tombstones.raise([id])).toMatchObject({ ok: true });
  expect(standing()).toEqual({ ok: true, value: new Set([ann, bob]) });
  for (const id of [ann, ann]) expect(await tombstones.lower([id])).toMatchObject({ ok: true });
  expect(standing()).toEqual({ ok: true, value: new Set([bob]) });
});

test('G2, A12: it is durable, file and name, before it succeeds', async () => {
  await new FileTombstones(directory).raise([ann]);
  const synced = observedFileSystem.calls.filter(({ operation }) => operation === 'fsync');
  expect(synced.map(({ path }) => path)).toEqual([join(directory, ann), directory]);
});

test('G2, A3: one that could not be made durable is not raised', async () => {
  for (const [operation, code, problem] of [
    ['open', 'ENOSPC', 'diskFull'],
    ['fsync', 'EIO', 'failed'],
    ['open', 'EACCES', 'notPermitted'],
  ] as const) {
    observedFileSystem.faults = [{ operation, path: /removals/, code }];
    expect(await new FileTombstones(directory).raise([ann])).toEqual({
      ok: false,
      error: { code: 'storageUnavailable', problem },
    });
  }
});

test('a folder that cannot be listed is not an empty one; other names in it are nobody', async () => {
  await new FileTombstones(directory).raise([ann]);
  fs.writeFileSync(join(directory, '.DS_Store'), '');
  expect(standing()).toEqual({ ok: true, value: new Set([ann]) });
  fs.rmSync(directory, { recursive: true });
  fs.writeFileSync(directory, '');
  expect(standing()).toMatchObject({ ok: false });
});
