import '../storage/testing/use-electron-stand-in.ts';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { UnlockSecret } from '../../app/ports.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { Sealing } from '../storage/sealing.ts';
import { FileSessionVault } from '../storage/session-vault.ts';
import { FakeKeyWrapping } from '../storage/testing/fake-key-wrapping.ts';
import { scratchDirectory } from '../storage/testing/scratch-directory.ts';
import { systemTouchId } from './touch-id.ts';
import { UserLocks } from './user-locks.ts';

const ada = userIdSchema.parse('user-000001');
const bob = userIdSchema.parse('user-000002');
const pin: UnlockSecret = { kind: 'pin', text: '493716' };
const withTouchId = { mayUseTouchId: true };
const session = { accessToken: 'CANARY-ada-access', refreshToken: 'CANARY-ada-refresh' };
const notConfirmed = fail({ code: 'unlockRefused', because: 'notConfirmed' });
const denied = fail({ code: 'deniedByPolicy' });

/** A sensor with a person at it, as no test here has: it says what a test has it say. */
class FakeTouchId {
  isThere = true;
  asked = 0;
  answer: () => Promise<boolean> = async () => true;

  isOffered(): boolean {
    return this.isThere;
  }

  ask(): Promise<boolean> {
    this.asked += 1;
    return this.answer();
  }
}

let scratch: ReturnType<typeof scratchDirectory>;
let keys: FakeKeyWrapping;
let touchId: FakeTouchId;
let elapsedMs: number;
const rules: { unlockAttempts: number; unlockWith: UnlockSecret['kind'] } = {
  unlockAttempts: 10,
  unlockWith: 'pin',
};
beforeEach(() => {
  scratch = scratchDirectory();
  keys = new FakeKeyWrapping();
  touchId = new FakeTouchId();
  elapsedMs = 5_000;
  Object.assign(rules, { unlockAttempts: 10, unlockWith: 'pin' });
});
afterEach(() => scratch[Symbol.dispose]());

/** What a start makes of the disk. */
const start = () => {
  const sealing = new Sealing(keys, randomBytes);
  const locks = new UserLocks({
    directory: join(scratch.path, 'locks'),
    sealing,
    clock: { nowMs: () => 0 },
    stopwatch: { elapsedMs: () => elapsedMs },
    randomBytes,
    // What is derived is not what is tested here.
    derive: async ({ secret, length }) => Buffer.alloc(length, secret),
    touchId,
    rules,
  });
  const directory = join(scratch.path, 'sessions');
  return {
    locks,
    vault: new FileSessionVault({ directory, sealing, clock: { nowMs: () => 0 }, keys: locks }),
  };
};

const touchIdFiles = (): readonly string[] => {
  const folder = join(scratch.path, 'locks', 'touch-id');
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
};

/** Ada is locked, and has chosen Touch ID beside the PIN. */
const lockedAda = async () => {
  const { locks, vault } = start();
  await locks.setUp(ada, pin, withTouchId);
  await vault.write(ada, session);
  locks.close(ada);
  return { locks, vault };
};

describe('where Touch ID was chosen', () => {
  test('a yes opens the session, after a restart too, and the PIN still does', async () => {
    await lockedAda();
    const { locks, vault } = start();
    expect(locks.hasTouchIdKey(ada)).toBe(true);
    expect(await vault.read(ada)).toEqual({ kind: 'unavailable' });
    expect(await locks.proveByTouchId(ada)).toEqual(done);
    expect(await vault.read(ada)).toEqual({ kind: 'session', session });
    locks.close(ada);
    expect(await locks.prove(ada, pin.text)).toEqual(done);
  });

  test('before the yes the key store is not asked, and a no changes nothing', async () => {
    const { locks, vault } = await lockedAda();
    const unwrap = vi.spyOn(keys, 'unwrap');
    touchId.answer = async () => {
      expect(unwrap).not.toHaveBeenCalled();
      return false;
    };
    for (let n = 0; n < 12; n += 1) expect(await locks.proveByTouchId(ada)).toEqual(notConfirmed);
    expect(unwrap).not.toHaveBeenCalled();
    expect(await vault.read(ada)).toEqual({ kind: 'unavailable' });
    expect(await locks.prove(ada, '000000'), 'no attempt was counted').toMatchObject({
      error: { because: 'wrong', attemptsLeft: 9 },
    });
  });

  test('neither a wait nor the last attempt is passed by, not even by a yes that was asked for before', async () => {
    const { locks } = await lockedAda();
    for (let n = 0; n < 3; n += 1) await locks.prove(ada, '000000');
    expect(await locks.proveByTouchId(ada)).toMatchObject({ error: { because: 'tooSoon', waitSeconds: 5 } });
    expect(touchId.asked).toBe(0);
    elapsedMs += 5_000;
    touchId.answer = async () => {
      await locks.prove(ada, '000000');
      return true;
    };
    expect(await locks.proveByTouchId(ada)).toMatchObject({ error: { because: 'tooSoon', waitSeconds: 15 } });
    rules.unlockAttempts = 4;
    elapsedMs += 700_000;
    expect(await locks.proveByTouchId(ada)).toMatchObject({ error: { because: 'tooOften' } });
    expect(locks.keyOf(ada).kind).toBe('away');
  });

  test('a yes begins the count of attempts anew, as the PIN does', async () => {
    const { locks } = await lockedAda();
    await locks.prove(ada, '000000');
    await locks.proveByTouchId(ada);
    locks.close(ada);
    expect(await locks.prove(ada, '000000')).toMatchObject({ error: { attemptsLeft: 9 } });
  });

  test('as long as the question is there, the PIN can be typed', async () => {
    const { locks } = await lockedAda();
    let unlockedByPin: Outcome<void> | undefined;
    touchId.answer = async () => {
      unlockedByPin = await locks.prove(ada, pin.text);
      return false;
    };
    expect(await locks.proveByTouchId(ada)).toEqual(notConfirmed);
    expect([unlockedByPin, locks.keyOf(ada).kind]).toEqual([done, 'open']);
  });

  test.each([
    ['the sensor is away', () => (touchId.isThere = false), notConfirmed],
    ['a passphrase is demanded', () => (rules.unlockWith = 'passphrase'), denied],
  ])('nothing is asked where %s', async (_why, change, refusal) => {
    const { locks } = await lockedAda();
    change();
    expect(await locks.proveByTouchId(ada)).toEqual(refusal);
    expect(touchId.asked).toBe(0);
    expect(await locks.setUp(bob, { kind: 'passphrase', text: 'four words of mine' }, withTouchId)).toEqual(
      refusal,
    );
    expect(await locks.setUp(bob, { kind: 'passphrase', text: 'four words of mine' })).toEqual(done);
  });

  test('a passphrase that is demanded while the question is there is not passed by', async () => {
    const { locks } = await lockedAda();
    touchId.answer = async () => {
      rules.unlockWith = 'passphrase';
      return true;
    };
    expect(await locks.proveByTouchId(ada)).toEqual(denied);
    expect(locks.keyOf(ada).kind).toBe('away');
  });

  test('a key in another user’s place opens nothing', async () => {
    const { locks } = await lockedAda();
    await locks.setUp(bob, pin);
    locks.close(bob);
    const folder = join(scratch.path, 'locks', 'touch-id');
    fs.copyFileSync(join(folder, `${ada}.json`), join(folder, `${bob}.json`));
    const next = start().locks;
    expect((await next.proveByTouchId(bob)).ok).toBe(false);
    expect(next.keyOf(bob).kind).toBe('away');
  });

  test('a key store that does not open says so, and nothing is lost', async () => {
    await lockedAda();
    keys.isLocked = true;
    const { locks } = start();
    expect(await locks.proveByTouchId(ada)).toEqual(
      fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }),
    );
    keys.isLocked = false;
    expect(await locks.proveByTouchId(ada)).toEqual(done);
  });
});

describe('the key for Touch ID', () => {
  test('is not there for who has not chosen it', async () => {
    const { locks } = start();
    await locks.setUp(ada, pin);
    locks.close(ada);
    expect(touchIdFiles()).toEqual([]);
    expect(await locks.proveByTouchId(ada)).toEqual(notConfirmed);
    expect(touchId.asked).toBe(0);
  });

  test('is never kept where nothing protects what is stored, and then nothing is set up', async () => {
    keys.isProtected = false;
    const { locks } = start();
    expect(await locks.setUp(ada, pin, withTouchId)).toEqual(
      fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }),
    );
    expect([locks.keyOf(ada).kind, touchIdFiles()]).toEqual(['none', []]);
  });

  test('stands on the disk sealed only', async () => {
    const { locks } = start();
    await locks.setUp(ada, pin, withTouchId);
    const key = locks.keyOf(ada);
    const text = fs.readFileSync(join(scratch.path, 'locks', 'touch-id', `${ada}.json`), 'utf8');
    expect(key.kind === 'open' && text.includes(Buffer.from(key.key).toString('base64'))).toBe(false);
    expect(text).not.toContain(pin.text);
  });

  test.each([
    ['another PIN without it', (locks: UserLocks) => locks.setUp(ada, { kind: 'pin', text: '271828' })],
    ['a log out', (locks: UserLocks) => locks.forget(ada)],
    ['taking the lock away', (locks: UserLocks) => locks.replace(ada, async () => done)],
  ])('goes with %s', async (_what, step) => {
    const { locks } = start();
    await locks.setUp(ada, pin, withTouchId);
    expect(touchIdFiles()).toEqual([`${ada}.json`]);
    expect(await step(locks)).toEqual(done);
    expect([touchIdFiles(), locks.hasTouchIdKey(ada)]).toEqual([[], false]);
  });

  test('stays with another PIN that is to have it too', async () => {
    const { locks } = await lockedAda();
    await locks.prove(ada, pin.text);
    await locks.setUp(ada, { kind: 'pin', text: '271828' }, withTouchId);
    locks.close(ada);
    expect(await locks.proveByTouchId(ada)).toEqual(done);
  });

  test('of a lock that could not be written is not left', async () => {
    const { locks } = start();
    fs.mkdirSync(join(scratch.path, 'locks', `${ada}.new.json`, 'in the way'), { recursive: true });
    expect((await locks.setUp(ada, pin, withTouchId)).ok).toBe(false);
    expect([touchIdFiles(), locks.keyOf(ada).kind]).toEqual([[], 'none']);
  });

  test('is not left where the key store goes in the middle, so that the lock is in memory only', async () => {
    const { locks } = start();
    const wrap = keys.wrap.bind(keys);
    keys.wrap = async (text) => {
      const wrapped = await wrap(text);
      keys.isProtected = false;
      return wrapped;
    };
    expect(await locks.setUp(ada, pin, withTouchId)).toEqual(done);
    expect([touchIdFiles(), locks.hasTouchIdKey(ada)]).toEqual([[], false]);
  });

  test('is swept where a crash left it without a lock, and where a passphrase is demanded', async () => {
    await lockedAda();
    fs.copyFileSync(
      join(scratch.path, 'locks', 'touch-id', `${ada}.json`),
      join(scratch.path, 'locks', 'touch-id', `${bob}.json`),
    );
    const { locks } = start();
    expect([...locks.users]).toEqual([ada]);
    expect(await locks.sweepTouchIdKeys()).toEqual([bob]);
    expect(touchIdFiles()).toEqual([`${ada}.json`]);
    rules.unlockWith = 'passphrase';
    expect(await locks.sweepTouchIdKeys()).toEqual([ada]);
    expect(touchIdFiles()).toEqual([]);
    expect(await locks.prove(ada, pin.text)).toEqual(done);
  });
});

describe('the system’s question', () => {
  test('is not there where Electron has none', async () => {
    const none = systemTouchId({}, () => 'unlock');
    expect([none.isOffered(), await none.ask(ada)]).toEqual([false, false]);
  });

  test('says for whom it asks, and takes whatever is no yes for a no', async () => {
    const reasons: string[] = [];
    const stub = (answer: () => Promise<void>) =>
      systemTouchId(
        {
          canPromptTouchID: () => true,
          promptTouchID: (reason) => {
            reasons.push(reason);
            return answer();
          },
        },
        (userId) => `unlock ${userId}`,
      );
    expect(stub(async () => undefined).isOffered()).toBe(true);
    expect(await stub(async () => undefined).ask(ada)).toBe(true);
    expect(await stub(() => Promise.reject(new Error('User canceled'))).ask(ada)).toBe(false);
    expect(reasons).toEqual([`unlock ${ada}`, `unlock ${ada}`]);
  });
});
