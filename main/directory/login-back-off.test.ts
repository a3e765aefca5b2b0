import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countAttempt, pauseMs, waitMs } from './login-back-off.ts';
import type { LoginFailures } from './login-back-off.ts';
import type { Passwords } from './passwords.ts';
import { openTestDirectory } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';

const DAY_MS = 24 * 3600_000;

describe('the pause', () => {
  it('starts with the fifth failure at one second and doubles up to 15 minutes', () => {
    const seconds = [1, 4, 5, 6, 7, 14, 15, 16, 1000].map((count) => pauseMs(count) / 1000);
    expect(seconds).toEqual([0, 0, 1, 2, 4, 512, 900, 900, 900]);
  });

  it('is over when its time has come, and counts on', () => {
    const failures = countAttempt({ count: 5, untilMs: 1000 }, 2000);
    expect(failures).toEqual({ count: 6, untilMs: 4000 });
    expect([2000, 3999, 4000].map((nowMs) => waitMs(failures, nowMs))).toEqual([2000, 1, 0]);
  });

  it('is forgotten a day later', () => {
    const failures: LoginFailures = { count: 20, untilMs: 1000 };
    expect(countAttempt(failures, 1000 + DAY_MS).count).toBe(21);
    expect(countAttempt(failures, 1001 + DAY_MS)).toEqual({ count: 1, untilMs: 1001 + DAY_MS });
  });

  it('is not stretched by a clock that is set back, nor forgiven', () => {
    const failures: LoginFailures = { count: 20, untilMs: 700 * DAY_MS };
    expect(waitMs(failures, 0)).toBe(0);
    const counted = countAttempt(failures, 0);
    expect(counted).toEqual({ count: 21, untilMs: 900_000 });
    expect(waitMs(counted, 0)).toBe(900_000);
  });
});

describe('login after failures', () => {
  let folder: string;
  const opened: TestDirectory[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'directory-'));
  });
  afterEach(async () => {
    for (const directory of opened.splice(0)) await directory.close();
    rmSync(folder, { recursive: true });
  });

  function open(options: Parameters<typeof openTestDirectory>[0] = {}): TestDirectory {
    const directory = openTestDirectory({ file: join(folder, 'directory.sqlite'), ...options });
    opened.push(directory);
    return directory;
  }

  async function fail(directory: TestDirectory, email: string, count: number) {
    const answers = [];
    for (let attempt = 0; attempt < count; attempt += 1)
      answers.push(await directory.login(email, 'wrong-one'));
    return answers;
  }

  it('answers a known and an unknown e-mail alike, refused and held back', async () => {
    const directory = open();
    await directory.register('anna@example.com', 'secret-1');
    const known = await fail(directory, 'anna@example.com', 8);
    const unknown = await fail(directory, 'nobody@example.com', 8);
    expect(known.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const shown = (answers: typeof known) => answers.map((a) => [a.status, a.text, [...a.headers]]);
    expect(shown(unknown)).toEqual(shown(known));
    expect(known[5]?.json).toEqual({
      error: 'too many failed logins; try again later',
      error_code: 'TooManyRequests',
      link: '',
    });
    expect(known[5]?.headers.get('retry-after')).toBe('1');
  });

  it('does the same work for a known and an unknown e-mail', async () => {
    const checked: string[] = [];
    const parameters = '$argon2id$v=19$m=19456,t=2,p=1$';
    const passwords: Passwords = {
      decoy: `${parameters}decoy`,
      hash: () => Promise.resolve({ kind: 'hashed', encoded: `${parameters}real` }),
      verify: (_, encoded) => {
        checked.push(encoded);
        return Promise.resolve({ kind: 'verified', matches: false });
      },
      isCurrent: () => true,
      close: () => Promise.resolve(),
    };
    const directory = open({ passwords });
    await directory.register('anna@example.com', 'secret-1');
    await fail(directory, 'anna@example.com', 6);
    await fail(directory, 'nobody@example.com', 6);
    const of = (kind: string) => Array.from({ length: 5 }, () => `${parameters}${kind}`);
    expect(checked).toEqual([...of('real'), ...of('decoy')]);
  });

  it('holds back the right password too, until the pause is over; success starts afresh', async () => {
    const directory = open();
    await directory.register('anna@example.com', 'secret-1');
    await fail(directory, 'anna@example.com', 5);
    expect((await directory.login('ANNA@example.com ', 'secret-1')).status).toBe(429);
    directory.time.nowMs += 1000;
    expect((await directory.login('anna@example.com', 'secret-1')).status).toBe(200);
    const again = await fail(directory, 'anna@example.com', 6);
    expect(again.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('holds back one e-mail only', async () => {
    const directory = open();
    await directory.register('anna@example.com', 'secret-1');
    await fail(directory, 'bo@example.com', 6);
    expect((await directory.login('anna@example.com', 'secret-1')).status).toBe(200);
  });

  it('survives a restart', async () => {
    const first = open();
    await fail(first, 'nobody@example.com', 5);
    first.time.nowMs += 1000;
    await fail(first, 'nobody@example.com', 1);
    await first.close();
    opened.length = 0;
    const second = open({ time: first.time });
    const held = await second.login('nobody@example.com', 'wrong-one');
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '2']);
    second.time.nowMs += 2000;
    expect((await second.login('nobody@example.com', 'wrong-one')).status).toBe(401);
    expect((await second.login('nobody@example.com', 'wrong-one')).headers.get('retry-after')).toBe('4');
  });

  it('lets a burst guess no more than one after the other would', async () => {
    const directory = open();
    await directory.register('anna@example.com', 'secret-1');
    const burst = Array.from({ length: 30 }, () => directory.login('anna@example.com', 'wrong-one'));
    const statuses = (await Promise.all(burst)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });
});
