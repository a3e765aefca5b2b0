import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { policyFile } from './policy-source.ts';

let scratch: ReturnType<typeof scratchDirectory>;
let path: string;
beforeEach(() => {
  scratch = scratchDirectory();
  path = join(scratch.path, 'policy.json');
});
afterEach(() => scratch[Symbol.dispose]());

const me = process.getuid?.() ?? 0;
const read = (ownerId = me) => policyFile({ path, ownerId }).read();

test('there may be none', () => {
  expect(read()).toEqual({ kind: 'absent' });
  path = join(scratch.path, 'no-such-folder', 'policy.json');
  expect(read()).toEqual({ kind: 'absent' });
});

test('one that only its owner may write is read', () => {
  fs.writeFileSync(path, '{"preset":"shared"}', { mode: 0o644 });
  expect(read()).toEqual({ kind: 'text', text: '{"preset":"shared"}' });
});

test('one that others may write, or that is another’s, is refused', () => {
  fs.writeFileSync(path, '{}', { mode: 0o644 });
  expect(read(me + 1)).toEqual({ kind: 'refused' });
  for (const mode of [0o664, 0o646, 0o666]) {
    fs.chmodSync(path, mode);
    expect(read(), mode.toString(8)).toEqual({ kind: 'refused' });
  }
});

test('a folder, a pipe, and what is too long are refused, and nothing is waited for', () => {
  fs.mkdirSync(path);
  expect(read()).toEqual({ kind: 'refused' });
  fs.rmdirSync(path);
  execFileSync('mkfifo', ['-m', '600', path]);
  expect(read()).toEqual({ kind: 'refused' });
  fs.rmSync(path);
  fs.writeFileSync(path, ' '.repeat(64 * 1024 + 1), { mode: 0o600 });
  expect(read()).toEqual({ kind: 'refused' });
});
