import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../app/settings/settings.ts';
import { causeText } from './cause-text.ts';
import { followLogLevel } from './log-level.ts';
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

it('keeps five files of the size that it is told, and forgets what is older', () => {
  const log = openLog(join(folder, 'logs'), { isPrinted: false, fileBytes: 400 });
  for (let count = 0; count < 60; count += 1) log.warn(`line ${count} of those that fill the files`);
  const names = readdirSync(join(folder, 'logs')).toSorted();
  expect(names).toEqual(['hotseat.1.log', 'hotseat.2.log', 'hotseat.3.log', 'hotseat.4.log', 'hotseat.log']);
  for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(500);
  const all = names.map((name) => readFileSync(join(folder, 'logs', name), 'utf8')).join('');
  expect(all).toContain('line 59 ');
  expect(all).not.toContain('line 0 ');
});

it('says as much as the level allows, from one line to the next', () => {
  const log = openLog(join(folder, 'logs'), { isPrinted: false });
  const settings = { current: { ...defaultSettings }, listener: () => {} };
  followLogLevel(log, {
    get current() {
      return settings.current;
    },
    subscribe: (listener) => {
      settings.listener = listener;
      return () => undefined;
    },
  });
  const write = () => {
    for (const level of ['error', 'warn', 'info', 'debug'] as const)
      log[level](`${level} at ${settings.current.logLevel}`);
  };
  for (const logLevel of ['info', 'debug', 'error', 'warn'] as const) {
    settings.current = { ...settings.current, logLevel };
    settings.listener();
    write();
  }
  const written = readFileSync(join(folder, 'logs', 'hotseat.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replace(/^.*\] +/u, ''));
  expect(written).toEqual([
    'error at info',
    'warn at info',
    'info at info',
    'error at debug',
    'warn at debug',
    'info at debug',
    'debug at debug',
    'error at error',
    'error at warn',
    'warn at warn',
  ]);
});
