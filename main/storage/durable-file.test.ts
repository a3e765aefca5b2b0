import './testing/use-electron-stand-in.ts';
import { observedFileSystem } from './testing/observed-file-system.ts';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ipcMain } from 'electron';
import { DurableFile, type DurableFileOptions } from './durable-file.ts';
import { sweepLeftovers } from './leftovers.ts';
import { runWriter } from './testing/run-writer.ts';
import { scratchDirectory } from './testing/scratch-directory.ts';

let directory: string;
let scratch: ReturnType<typeof scratchDirectory>;
const clock = { nowMs: () => Date.UTC(2024, 1, 29) };

beforeEach(() => {
  scratch = scratchDirectory();
  directory = join(scratch.path, 'store');
});
afterEach(() => {
  observedFileSystem.reset();
  scratch[Symbol.dispose]();
});

const open = (options: Partial<DurableFileOptions> = {}): DurableFile =>
  new DurableFile({ directory, name: 'file', clock, wait: () => Promise.resolve(), ...options });
const at = (name: string): string => join(directory, name);
const read = (value: object, from = 'current') => ({ kind: 'read', value, from });
const failed = (problem: string) => ({ ok: false, error: { code: 'storageUnavailable', problem } });

describe('a durable file', () => {
  test('is absent before it was written, and holds what was written after', async () => {
    expect(open().read()).toEqual({ kind: 'absent' });
    expect(await open().write({ n: 1 })).toEqual({ ok: true, value: undefined });
    expect(open().read()).toEqual(read({ n: 1 }));
  });

  test('keeps the generation before beside it, and no other file', async () => {
    const file = open();
    for (const n of [1, 2, 3]) await file.write({ n });
    expect(fs.readdirSync(directory).toSorted()).toEqual(['file.json', 'file.previous.json']);
    fs.rmSync(at('file.json'));
    expect(open().read()).toEqual(read({ n: 2 }, 'previous'));
  });

  test('keeps no generation before where it must not', async () => {
    const file = open({ keepsPrevious: false });
    for (const n of [1, 2]) await file.write({ n });
    expect(fs.readdirSync(directory)).toEqual(['file.json']);
  });

  test('written to both generations, what was before does not come back', async () => {
    const file = open();
    for (const n of [1, 2]) await file.write({ n });
    await file.write({ n: 3 }, { bothGenerations: true });
    expect(fs.statSync(at('file.json')).ino).not.toBe(fs.statSync(at('file.previous.json')).ino);
    fs.truncateSync(at('file.json'), 10);
    expect(open().read()).toEqual(read({ n: 3 }, 'previous'));
  });

  test('erased, it leaves nothing in its folder', async () => {
    const file = open();
    for (const n of [1, 2]) await file.write({ n });
    fs.truncateSync(at('file.json'), 10);
    await file.write({ n: 3 });
    expect(fs.readdirSync(at('quarantine'))).toHaveLength(1);
    expect(await file.erase()).toMatchObject({ ok: true });
    expect(fs.readdirSync(directory, { recursive: true })).toEqual(['quarantine']);
    expect(await file.erase()).toMatchObject({ ok: true });
  });

  test('writes are made in the order they were asked for', async () => {
    const file = open();
    await Promise.all([1, 2, 3, 4].map((n) => file.write({ n })));
    expect(open().read()).toEqual(read({ n: 4 }));
  });

  test('leaves no listener that tells a frame where the user-data folder is', async () => {
    ipcMain.on('electron-store-get-data', () => undefined);
    await open().write({ n: 1 });
    expect(ipcMain.listenerCount('electron-store-get-data')).toBe(0);
  });

  test('refuses a value too large to be read again, and one that is no JSON', async () => {
    await open().write({ n: 1 });
    expect(await open().write({ n: 'x'.repeat(33 * 1024 * 1024) })).toEqual(failed('failed'));
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(await open().write(cycle)).toEqual(failed('failed'));
    expect(open().read()).toEqual(read({ n: 1 }));
  });

  test('A3: with the disk full or failing, on write or on fsync, the old content stays and nothing is left over', async () => {
    const file = open();
    await file.write({ n: 1 });
    const problems = { ENOSPC: 'diskFull', EDQUOT: 'diskFull', EIO: 'failed' };
    for (const operation of ['open', 'write', 'fsync'] as const)
      for (const [code, problem] of Object.entries(problems)) {
        observedFileSystem.faults = [{ operation, path: /file\.new\.json/, code }];
        expect(await file.write({ n: 2 }), `${operation} ${code}`).toEqual(failed(problem));
        expect(await file.write({ n: 2 }, { bothGenerations: true })).toEqual(failed(problem));
        observedFileSystem.faults = [];
        expect(open().read()).toEqual(read({ n: 1 }));
      }
    // electron-store removes its temporary file a moment later; the sweep is for when it cannot.
    sweepLeftovers(directory);
    expect(fs.readdirSync(directory)).toEqual(['file.json']);
  });

  test('A3: a disk that fills up between the two generations changes nothing that is read', async () => {
    const file = open();
    for (const n of [1, 2]) await file.write({ n });
    let writes = 0;
    observedFileSystem.beforeCall = ({ operation }) => {
      if (operation === 'write' && (writes += 1) === 2)
        observedFileSystem.faults = [{ operation, path: /./, code: 'ENOSPC' }];
    };
    expect(await file.write({ n: 3 }, { bothGenerations: true })).toEqual(failed('diskFull'));
    observedFileSystem.reset();
    expect(open().read()).toEqual(read({ n: 2 }));
  });

  test('A3: a folder that cannot be made durable is told', async () => {
    const file = open();
    await file.write({ n: 1 });
    observedFileSystem.faults = [{ operation: 'fsync', path: /store$/, code: 'EIO' }];
    expect(await file.write({ n: 2 })).toEqual(failed('failed'));
    observedFileSystem.reset();
    expect(open().read()).toMatchObject({ kind: 'read', from: 'current' });
  });

  test('A5: a rename that is refused for a moment is tried again without blocking, one that stays refused is told', async () => {
    const pauses: number[] = [];
    const file = open({ wait: async (ms) => void pauses.push(ms) });
    await file.write({ n: 1 });
    for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
      observedFileSystem.faults = [{ operation: 'rename', path: /file\.new\.json$/, code, times: 3 }];
      expect(await file.write({ n: code }), code).toMatchObject({ ok: true });
      expect(open().read()).toEqual(read({ n: code }));
    }
    expect(pauses).toEqual([20, 60, 180, 20, 60, 180, 20, 60, 180]);
    observedFileSystem.faults = [
      { operation: 'rename', path: /file\.previous\.new\.json$/, code: 'EPERM', times: 3 },
    ];
    expect(await file.write({ n: 'EACCES' }), 'nor does the older generation matter').toMatchObject({
      ok: true,
    });
    expect(pauses).toHaveLength(12);
    observedFileSystem.faults = [{ operation: 'rename', path: /file\.new\.json$/, code: 'EPERM' }];
    expect(await file.write({ n: 2 })).toEqual(failed('notPermitted'));
    observedFileSystem.reset();
    expect(open().read()).toEqual(read({ n: 'EACCES' }));
    expect(fs.readdirSync(directory).toSorted()).toEqual(['file.json', 'file.previous.json']);
  });

  test('A6: where electron-store falls back to writing in place, neither generation is written in place', async () => {
    const file = open();
    for (const n of [1, 2]) await file.write({ n });
    const inodes = () => ['file.json', 'file.previous.json'].map((name) => fs.statSync(at(name)).ino);
    const before = inodes();
    observedFileSystem.faults = [{ operation: 'rename', path: /\.tmp-/, code: 'EXDEV' }];
    expect(await file.write({ n: 3 })).toMatchObject({ ok: true });
    expect(inodes()[1]).toBe(before[0]);
    expect(before).not.toContain(inodes()[0]);
    expect(
      observedFileSystem.calls.some(
        ({ operation, path }) => operation === 'fsync' && path.endsWith('file.new.json'),
      ),
    ).toBe(true);
    fs.truncateSync(at('file.json'));
    expect(open().read()).toEqual(read({ n: 2 }, 'previous'));
  });

  test('A6: SNAP in the environment does not make it write in place, and stays set', async () => {
    process.env['SNAP'] = '/snap/hotseat/1';
    try {
      await open().write({ n: 1 });
      expect(observedFileSystem.calls.some(({ path }) => path.includes('.tmp-'))).toBe(true);
      expect(process.env['SNAP']).toBe('/snap/hotseat/1');
    } finally {
      delete process.env['SNAP'];
    }
  });

  test('A12: content is durable before it gets its name, and the name before success', async () => {
    const file = open();
    await file.write({ n: 1 });
    observedFileSystem.reset();
    await file.write({ n: 2 });
    const steps = observedFileSystem.calls
      .filter(({ operation }) => operation !== 'open' && operation !== 'unlink')
      .map(({ operation, path, to }) => [operation, ...[path, to ?? []].flat().map(shortened)].join(' '));
    expect(steps).toEqual([
      'write file.new.json.tmp',
      'fsync file.new.json.tmp',
      'rename file.new.json.tmp file.new.json',
      'link file.json file.previous.new.json',
      'rename file.previous.new.json file.previous.json',
      'rename file.new.json file.json',
      'fsync ',
    ]);
  });

  test('works where there are no hard links', async () => {
    const file = open();
    await file.write({ n: 1 });
    observedFileSystem.faults = [{ operation: 'link', path: /./, code: 'EPERM' }];
    expect(await file.write({ n: 2 })).toMatchObject({ ok: true });
    fs.rmSync(at('file.json'));
    expect(open().read()).toEqual(read({ n: 1 }, 'previous'));
  });
});

const shortened = (path: string): string =>
  path
    .replace(directory, '')
    .replace(/^\//, '')
    .replace(/\.tmp-.*/, '.tmp');

describe('A8: what stands in the place of the file or its folder', () => {
  test('a file or folder that others may read is closed to them', async () => {
    fs.mkdirSync(directory, { mode: 0o755 });
    await open().write({ n: 1 });
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
    fs.chmodSync(at('file.json'), 0o644);
    expect(open().read()).toEqual(read({ n: 1 }));
    expect(fs.statSync(at('file.json')).mode & 0o777).toBe(0o600);
  });

  test('under a loose umask files are still closed to others', async () => {
    const before = process.umask(0);
    try {
      const file = open();
      for (const n of [1, 2]) await file.write({ n }, { bothGenerations: n === 2 });
    } finally {
      process.umask(before);
    }
    for (const name of fs.readdirSync(directory)) expect(fs.statSync(at(name)).mode & 0o777).toBe(0o600);
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
  });

  test('a folder removed at run time is made again', async () => {
    const file = open();
    await file.write({ n: 1 });
    fs.rmSync(directory, { recursive: true });
    expect(await file.write({ n: 2 })).toMatchObject({ ok: true });
    expect(open().read()).toEqual(read({ n: 2 }));
  });

  test('a link is not followed: its target is neither read nor written, the link is put aside', async () => {
    const file = open();
    await file.write({ n: 1 });
    const target = join(scratch.path, 'target.json');
    fs.renameSync(at('file.json'), target);
    const held = fs.readFileSync(target);
    fs.symlinkSync(target, at('file.json'));
    expect(open().read()).toEqual({ kind: 'lost' });
    expect(await file.write({ n: 2 })).toMatchObject({ ok: true });
    expect(fs.readFileSync(target)).toEqual(held);
    expect(open().read()).toEqual(read({ n: 2 }));
    expect(
      fs.lstatSync(join(at('quarantine'), fs.readdirSync(at('quarantine'))[0] ?? '')).isSymbolicLink(),
    ).toBe(true);
  });

  test('links in the places of the working names are not followed either', async () => {
    const target = join(scratch.path, 'target.json');
    fs.writeFileSync(target, 'mine');
    const file = open();
    await file.write({ n: 1 });
    for (const name of ['file.new.json', 'file.previous.new.json', 'file.previous.json'])
      fs.symlinkSync(target, at(name));
    expect(await file.write({ n: 2 })).toMatchObject({ ok: true });
    expect(fs.readFileSync(target, 'utf8')).toBe('mine');
    expect(fs.lstatSync(at('file.previous.json')).isFile()).toBe(true);
  });

  test('a pipe or a folder does not stop it: put aside, and written anew', async () => {
    for (const make of [makePipe, (path: string) => fs.mkdirSync(path)]) {
      const file = open();
      fs.mkdirSync(directory, { recursive: true });
      make(at('file.json'));
      expect(open().read()).toEqual({ kind: 'lost' });
      expect(await file.write({ n: 1 })).toMatchObject({ ok: true });
      expect(open().read()).toEqual(read({ n: 1 }));
      expect(fs.readdirSync(at('quarantine'))).toHaveLength(1);
      fs.rmSync(directory, { recursive: true });
    }
  });

  test('a read-only folder and a file of another user are refused at once, and stay as they are', async () => {
    await open().write({ n: 1 });
    const job = {
      directory,
      name: 'file',
      from: 5,
      count: 1,
      fillerLength: 0,
      everySecondToBothGenerations: false,
    };
    const asOther = process.getuid?.() === 0 ? { asUserId: 65_534 } : {};
    const isRoot = 'asUserId' in asOther;
    if (isRoot) {
      fs.chmodSync(scratch.path, 0o755);
      fs.chownSync(directory, 65_534, 65_534);
      const [foreign] = await runWriter({ ...job, ...asOther });
      expect(foreign).toMatchObject({ ok: false, error: { problem: 'notPermitted' } });
      fs.chownSync(at('file.json'), 65_534, 65_534);
    }
    fs.chmodSync(directory, 0o500);
    const [refused] = await runWriter({ ...job, ...asOther });
    expect(refused).toMatchObject({ ok: false, error: { problem: 'notPermitted' } });
    expect(refused?.tookMs).toBeLessThan(500);
    fs.chmodSync(directory, 0o700);
    expect(open().read()).toEqual(read({ n: 1 }));
    expect(fs.readdirSync(directory)).toEqual(['file.json']);
  });
});

const makePipe = (path: string): void => {
  execFileSync('mkfifo', [path]);
};
