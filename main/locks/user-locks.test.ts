import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { done, fail } from '../../app/outcome.ts';
import type { UnlockSecret } from '../../app/ports.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { Sealing } from '../storage/sealing.ts';
import { FileSessionVault } from '../storage/session-vault.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { delayAfter } from './attempts.ts';
import { deriveInWorker } from './derive-in-worker.ts';
import { currentCosts } from './key-derivation.ts';
import type { TouchId } from './touch-id.ts';
import { UserLocks } from './user-locks.ts';

const ada = userIdSchema.parse('user-000001');
const bob = userIdSchema.parse('user-000002');
const pin: UnlockSecret = { kind: 'pin', text: '493716' };
const session = { accessToken: 'CANARY-ada-access', refreshToken: 'CANARY-ada-refresh' };
/** As cheap as argon2id may be. */
const cheap = { memoryKib: 64, iterations: 1, parallelism: 1 };
const derive = deriveInWorker(new URL('key-derivation-worker.ts', import.meta.url));

let scratch: ReturnType<typeof scratchDirectory>;
let keys: FakeKeyWrapping;
let elapsedMs: number;
beforeEach(() => {
  scratch = scratchDirectory();
  keys = new FakeKeyWrapping();
  elapsedMs = 5_000;
});
afterEach(() => scratch[Symbol.dispose]());

let nowMs = 0;
const clock = { nowMs: () => nowMs };
const noTouchId: TouchId = { isOffered: () => false, ask: async () => false };

/** What a start makes of the disk. */
const start = (rules: Partial<{ unlockAttempts: number; unlockWith: UnlockSecret['kind'] }> = {}) => {
  const sealing = new Sealing(keys, randomBytes);
  const locks = new UserLocks({
    directory: join(scratch.path, 'locks'),
    sealing,
    clock,
    stopwatch: { elapsedMs: () => elapsedMs },
    randomBytes,
    derive,
    costs: cheap,
    touchId: noTouchId,
    rules: { unlockAttempts: 10, unlockWith: 'pin', ...rules },
  });
  const vault = new FileSessionVault({
    directory: join(scratch.path, 'sessions'),
    sealing,
    clock,
    keys: locks,
  });
  return { locks, vault };
};

const allBytes = (): string =>
  fs
    .readdirSync(scratch.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

const wrong = (attemptsLeft: number, waitSeconds?: number) =>
  fail({ code: 'unlockRefused', because: 'wrong', attemptsLeft, ...(waitSeconds && { waitSeconds }) });

describe('a session under a PIN', () => {
  test('opens with the PIN, after a restart too, and with nothing else', async () => {
    const first = start();
    expect(await first.locks.setUp(ada, pin)).toEqual(done);
    expect(await first.vault.write(ada, session)).toEqual({ ok: true, value: 'disk' });
    first.locks.close(ada);
    expect(await first.vault.read(ada)).toEqual({ kind: 'unavailable' });
    const { locks, vault } = start();
    expect([...locks.users]).toEqual([ada]);
    expect(await vault.read(ada)).toEqual({ kind: 'unavailable' });
    expect(await locks.prove(ada, '000000')).toEqual(wrong(9));
    expect(await vault.read(ada)).toEqual({ kind: 'unavailable' });
    expect(await locks.prove(ada, pin.text)).toEqual(done);
    expect(await vault.read(ada)).toEqual({ kind: 'session', session });
  });

  test('does not open where the key store does not, and no attempt is counted then', async () => {
    const first = start();
    await first.locks.setUp(ada, pin);
    keys.isLocked = true;
    const { locks } = start();
    for (let n = 0; n < 12; n += 1)
      expect(await locks.prove(ada, pin.text)).toEqual(
        fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }),
      );
    keys.isLocked = false;
    expect(await locks.prove(ada, pin.text)).toEqual(done);
  });

  test('in another user’s place opens nothing', async () => {
    const first = start();
    await first.locks.setUp(ada, pin);
    await first.vault.write(ada, session);
    for (const folder of ['locks', 'sessions'])
      fs.copyFileSync(join(scratch.path, folder, `${ada}.json`), join(scratch.path, folder, `${bob}.json`));
    const { locks, vault } = start();
    expect((await locks.prove(bob, pin.text)).ok).toBe(false);
    expect(await vault.read(bob)).toEqual({ kind: 'unavailable' });
  });

  test('neither PIN nor tokens nor the key are on the disk', async () => {
    const { locks, vault } = start();
    await locks.setUp(ada, pin);
    await vault.write(ada, session);
    const key = locks.keyOf(ada);
    expect(key.kind).toBe('open');
    const bytes = allBytes();
    for (const secret of [
      pin.text,
      'CANARY',
      key.kind === 'open' ? Buffer.from(key.key).toString('base64') : '',
    ])
      expect(bytes).not.toContain(secret);
  });

  test('another PIN leaves the session as it is; only the new one opens it', async () => {
    const { locks, vault } = start();
    await locks.setUp(ada, pin);
    await vault.write(ada, session);
    expect(await locks.setUp(ada, { kind: 'passphrase', text: 'four words of mine' })).toEqual(done);
    locks.close(ada);
    expect(await locks.prove(ada, pin.text)).toEqual(wrong(9));
    expect(await locks.prove(ada, 'four words of mine')).toEqual(done);
    expect(await vault.read(ada)).toEqual({ kind: 'session', session });
    expect(await locks.kindOf(ada)).toBe('passphrase');
  });

  test('given up, it is sealed as others are; failing that, all stays', async () => {
    const { locks, vault } = start();
    await locks.setUp(ada, pin);
    await vault.write(ada, session);
    expect(await locks.replace(ada, async () => fail({ code: 'unexpected' }))).toEqual(
      fail({ code: 'unexpected' }),
    );
    expect(locks.keyOf(ada).kind).toBe('open');
    await locks.replace(ada, () => vault.write(ada, session));
    expect(await start().vault.read(ada)).toEqual({ kind: 'session', session });
    expect(fs.readdirSync(join(scratch.path, 'locks'))).not.toContain(`${ada}.json`);
  });

  test('that was there before the PIN is sealed under it by the next unlock', async () => {
    const { locks, vault } = start();
    await vault.write(ada, session);
    await locks.setUp(ada, pin);
    const second = start();
    await second.locks.prove(ada, pin.text);
    expect(await second.vault.read(ada)).toEqual({ kind: 'session', session });
    expect(await start().vault.read(ada)).toEqual({ kind: 'unavailable' });
  });

  test('where nothing protects what is stored, all of it is in memory, locked or not', async () => {
    keys.isProtected = false;
    const { locks, vault } = start();
    expect(await locks.setUp(ada, pin)).toEqual(done);
    expect(await vault.write(ada, session)).toEqual({ ok: true, value: 'memory' });
    locks.close(ada);
    expect(await vault.read(ada)).toEqual({ kind: 'unavailable' });
    expect(await locks.prove(ada, pin.text)).toEqual(done);
    expect(await vault.read(ada)).toEqual({ kind: 'session', session });
    expect(start().locks.users.size).toBe(0);
  });
});

describe('attempts', () => {
  test('wait longer and longer', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((n) => delayAfter(n))).toEqual([
      0, 0, 0, 5, 15, 30, 60, 120, 300, 600, 600,
    ]);
  });

  test('H2, H3: before the wait is over nothing is tried, by the stopwatch and not by the clock', async () => {
    const { locks } = start();
    await locks.setUp(ada, pin);
    await locks.prove(ada, '000000');
    await locks.prove(ada, '000000');
    expect(await locks.prove(ada, '000000')).toEqual(wrong(7, 5));
    expect(await locks.prove(ada, pin.text)).toEqual(
      fail({ code: 'unlockRefused', because: 'tooSoon', waitSeconds: 5, attemptsLeft: 7 }),
    );
    elapsedMs += 4_999;
    for (const yearsMs of [2, -4].map((years) => years * 365 * 86_400_000)) {
      nowMs += yearsMs;
      expect((await locks.prove(ada, pin.text)).ok).toBe(false);
    }
    expect((await locks.prove(ada, pin.text)).ok).toBe(false);
    elapsedMs += 1;
    expect(await locks.prove(ada, pin.text)).toEqual(done);
    expect(await locks.prove(ada, '000000')).toEqual(wrong(9));
  });

  test('H3: count over restarts, each of which begins the wait anew', async () => {
    const first = start();
    await first.locks.setUp(ada, pin);
    for (let n = 0; n < 3; n += 1) await first.locks.prove(ada, '000000');
    elapsedMs += 5_000;
    const { locks } = start();
    expect(await locks.prove(ada, pin.text)).toMatchObject({ error: { because: 'tooSoon', waitSeconds: 5 } });
    elapsedMs += 5_000;
    expect(await locks.prove(ada, '000000')).toEqual(wrong(6, 15));
  });

  test('the last one says so, whatever number the rules have', async () => {
    const { locks } = start({ unlockAttempts: 5 });
    await locks.setUp(ada, pin);
    for (let n = 0; n < 4; n += 1) {
      elapsedMs += 700_000;
      expect(await locks.prove(ada, '000000')).toMatchObject({ error: { because: 'wrong' } });
    }
    elapsedMs += 700_000;
    expect(await locks.prove(ada, '000000')).toMatchObject({
      error: { because: 'tooOften', attemptsLeft: 0 },
    });
  });

  test('one that ended with Hotseat in the middle has counted, and what cannot be counted is not tried', async () => {
    const first = start();
    await first.locks.setUp(ada, pin);
    void first.locks.prove(ada, '000000');
    // The count is on the disk before the first thread is asked.
    while (!fs.existsSync(join(scratch.path, 'locks', 'attempts', `${ada}.json`)))
      await new Promise((settle) => setImmediate(settle));
    const { locks } = start();
    expect(await locks.prove(ada, '000000')).toEqual(wrong(8));
    fs.rmSync(join(scratch.path, 'locks', 'attempts'), { recursive: true });
    fs.writeFileSync(join(scratch.path, 'locks', 'attempts'), '');
    expect(await locks.prove(ada, pin.text)).toMatchObject({ error: { code: 'storageUnavailable' } });
  });

  test('a count that is damaged leaves one attempt', async () => {
    const first = start();
    await first.locks.setUp(ada, pin);
    await first.locks.prove(ada, '000000');
    fs.writeFileSync(join(scratch.path, 'locks', 'attempts', `${ada}.json`), '{');
    const { locks } = start();
    elapsedMs += 700_000;
    expect(await locks.prove(ada, '000000')).toMatchObject({ error: { because: 'tooOften' } });
  });
});

test.each([
  ['pin', '', 'empty'],
  ['pin', '12345', 'tooShort'],
  ['pin', '49371a', 'malformed'],
  ['pin', '٤٩٣٧١٦', 'malformed'],
  ['pin', '777777', 'guessable'],
  ['pin', '123456', 'guessable'],
  ['pin', '987654', 'guessable'],
  ['passphrase', '           ', 'empty'],
  ['passphrase', 'eleven char', 'tooShort'],
  ['passphrase', 'aaaaaaaaaaaa', 'guessable'],
] as const)('the %s “%s” is refused: %s', async (kind, text, problem) => {
  expect(await start().locks.setUp(ada, { kind, text })).toEqual(
    fail({ code: 'invalidInput', field: kind, problem }),
  );
});

test('where a passphrase is asked for a PIN does not do', async () => {
  expect(await start({ unlockWith: 'passphrase' }).locks.setUp(ada, pin)).toEqual(
    fail({ code: 'deniedByPolicy' }),
  );
});

test('costs that have risen since are paid by the next unlock', async () => {
  const first = start();
  await first.locks.setUp(ada, pin);
  const jobs: number[] = [];
  const dearer = new UserLocks({
    directory: join(scratch.path, 'locks'),
    sealing: new Sealing(keys, randomBytes),
    clock,
    stopwatch: { elapsedMs: () => elapsedMs },
    randomBytes,
    derive: (job) => {
      jobs.push(job.costs.memoryKib);
      return derive(job);
    },
    costs: { ...cheap, memoryKib: 128 },
    touchId: noTouchId,
    rules: { unlockAttempts: 10, unlockWith: 'pin' },
  });
  await dearer.prove(ada, pin.text);
  await dearer.prove(ada, pin.text);
  expect(jobs).toEqual([64, 128, 128]);
});

test('the costs are those that are promised, and are paid in another thread', async () => {
  expect(currentCosts.memoryKib).toBeGreaterThanOrEqual(19 * 1024);
  expect(currentCosts.iterations).toBeGreaterThanOrEqual(2);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  const key = await derive({ secret: 'x', salt: Buffer.alloc(16), costs: currentCosts, length: 32 });
  clearInterval(turning);
  expect(key).toHaveLength(32);
  expect(turns).toBeGreaterThan(5);
});
