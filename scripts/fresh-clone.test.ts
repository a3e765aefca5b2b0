import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

test.each([
  ['test.mjs', ['--only', 'nothing'], 'No such part: nothing'],
  ['package.mjs', ['--targets', 'nothing'], 'No such target: nothing'],
])('in a fresh clone %s begins without the packages that it will install', async (name, args, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-fresh-'));
  try {
    cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    const program = join(folder, 'scripts', name);
    await expect(promisify(execFile)(process.execPath, [program, ...args])).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining(said),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
