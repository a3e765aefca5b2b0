import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { causeText } from './cause-text.ts';
import { openLog } from './log.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes a line for the person alone, with what looks like a secret taken out', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.c2lnbmF0dXJl';
  const cause = new Error(`ada@example.test was refused with ${token}`, { cause: new Error('beneath') });
  const log = openLog(join(folder, 'logs'), { isPrinted: false });
  log.warn('the line before');
  log.warn('a command failed', { command: 'logIn', cause: causeText(cause) });
  const file = join(folder, 'logs', 'hotseat.log');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('the line before');
  expect(text).toContain('a command failed command=logIn');
  expect(text).toContain('[e-mail] was refused with [token]');
  expect(text).toContain('caused by Error: beneath');
  expect(text).not.toContain('ada@');
  expect(text).not.toContain('eyJ');
  if (process.platform !== 'win32') {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
  }
});

it('says of something thrown that is no error only what kind of thing it is', () => {
  expect(causeText('CANARY-ada-password-1')).toBe('thrown string');
});
