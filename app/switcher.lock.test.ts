import { describe, expect, it } from 'vitest';
import { fail } from './outcome.ts';
import type { UnlockSecret } from './ports.ts';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { Turns } from './testing/turns.ts';
import { activeIdOf, errorOf, twoUsers, worldWith } from './testing/worlds.ts';
import { brokenInvariants } from './users/registry-invariants.ts';
import type { UserId } from './users/user.ts';
import type { Switcher } from './switcher.ts';

/** What nobody waits for has happened. */
const turn = () => new Promise<void>((settle) => setImmediate(settle));

const pin: UnlockSecret = { kind: 'pin', text: '493716' };

const isLocked = (switcher: Switcher, userId: UserId): boolean => {
  const user = switcher.registry.users.get(userId);
  return user?.state === 'authenticated' && user.isLocked;
};

const lockedBen = async () => {
  const { world, switcher, ana, ben } = await twoUsers();
  valueOf(await switcher.locking.setUp(ben, pin));
  valueOf(await switcher.locking.lock(ben));
  return { world, switcher, ana, ben };
};

describe('a lock', () => {
  it('needs something to unlock with', async () => {
    const { switcher, ben } = await twoUsers();
    expect(await switcher.locking.lock(ben)).toEqual(fail({ code: 'conflict', with: 'noWayToUnlock' }));
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it('leaves nobody active, no token in memory, and no way to use one', async () => {
    const { switcher, ana, ben } = await lockedBen();
    expect(activeIdOf(switcher)).toBeUndefined();
    expect(switcher.isSessionOpen(ben)).toBe(false);
    expect(await errorOf(switcher.callFunction(ben, 'whoAmI', []))).toBe('locked');
    expect(await errorOf(switcher.switchTo(ben))).toBe('locked');
    valueOf(await switcher.switchTo(ana));
    expect(brokenInvariants(switcher.registry)).toEqual([]);
  });

  it('takes effect at once, even while the disk is full', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    world.disk.isFull = true;
    const locking = switcher.locking.lock(ben);
    expect([activeIdOf(switcher), switcher.isSessionOpen(ben)]).toEqual([undefined, false]);
    expect((await locking).ok).toBe(false);
    expect(isLocked(switcher, ben)).toBe(true);
  });

  it('is opened by its own secret, which switches to the user, and by no other', async () => {
    const { switcher, ben } = await lockedBen();
    expect(await switcher.locking.unlock(ben, '000000')).toEqual(
      fail({ code: 'unlockRefused', because: 'wrong', attemptsLeft: 9 }),
    );
    expect(isLocked(switcher, ben)).toBe(true);
    valueOf(await switcher.locking.unlock(ben, pin.text));
    expect(activeIdOf(switcher)).toBe(ben);
    valueOf(await switcher.callFunction(ben, 'whoAmI', []));
  });

  it('after the last attempt the user is logged out, and who logs in at the service is in again', async () => {
    const { world, switcher, ben } = await lockedBen();
    for (let n = 0; n < 9; n += 1) await switcher.locking.unlock(ben, '000000');
    expect(await switcher.locking.unlock(ben, '000000')).toMatchObject({ error: { because: 'tooOften' } });
    expect(switcher.stateOf(ben)).toBe('loggedOut');
    expect([world.disk.sessions.has(ben), world.disk.locks.has(ben)]).toEqual([false, false]);
    expect(valueOf(await logInByEmail(switcher, 'ben@example.org', ben)).userId).toBe(ben);
    expect(await errorOf(switcher.locking.lock(ben))).toBe('conflict');
  });

  it('holds after a restart: whoever has a PIN is locked then, and nobody is active', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    await switcher.close();
    const next = world.start();
    expect([isLocked(next, ben), isLocked(next, ana), activeIdOf(next)]).toEqual([true, false, undefined]);
    valueOf(await next.locking.unlock(ben, pin.text));
    valueOf(await next.callFunction(ben, 'whoAmI', []));
  });

  it('who has forgotten the PIN logs in at the service: the session is another, and asks for a new PIN', async () => {
    const { world, switcher, ben } = await lockedBen();
    const before = world.storedAccessTokenOf(ben);
    valueOf(await logInByEmail(switcher, 'ben@example.org', ben));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(world.storedAccessTokenOf(ben)).not.toBe(before);
    expect([world.disk.locks.has(ben), world.disk.sealedUnderKey.has(ben)]).toEqual([false, false]);
    expect(await errorOf(switcher.locking.lock(ben))).toBe('conflict');
  });

  it('a login that does not prove the person now opens nothing, and is given back', async () => {
    const { world, switcher, ben } = await lockedBen();
    const before = world.storedAccessTokenOf(ben);
    world.service.provesNow = false;
    expect(await errorOf(logInByEmail(switcher, 'ben@example.org'))).toBe('locked');
    await switcher.close();
    expect([isLocked(switcher, ben), world.storedAccessTokenOf(ben)]).toEqual([true, before]);
    expect(world.service.sessionCount).toBe(2);
  });

  it('H4: without the service nobody is let in by a login, and the PIN opens as ever', async () => {
    const { world, switcher, ben } = await lockedBen();
    const before = world.storedAccessTokenOf(ben);
    world.service.isOffline = true;
    expect(await errorOf(logInByEmail(switcher, 'ben@example.org', ben))).toBe('networkUnavailable');
    expect([isLocked(switcher, ben), switcher.isSessionOpen(ben)]).toEqual([true, false]);
    expect(world.storedAccessTokenOf(ben)).toBe(before);
    valueOf(await switcher.locking.unlock(ben, pin.text));
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it.each([
    { typed: 'nothing', type: () => Promise.resolve() },
    {
      typed: 'a wrong PIN',
      type: async (switcher: Switcher, userId: UserId) => {
        await turn();
        expect(await errorOf(switcher.locking.unlock(userId, '000000'))).toBe('unlockRefused');
      },
    },
  ])(
    'what a refresh brings while the user is being locked, and $typed is typed, is stored under the key and not held',
    async ({ type }) => {
      const turns = new Turns();
      let isHeld = false;
      const serviceTurn = () => (isHeld ? turns.turn() : Promise.resolve());
      const world = new FakeWorld({ serviceTurn });
      world.service.addAccount('ben@example.org');
      Object.assign(world.service.grants, { rotates: true, accessLifeMs: 60_000 });
      const switcher = world.start();
      const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
      valueOf(await switcher.locking.setUp(ben, pin));
      const before = world.storedAccessTokenOf(ben);
      world.service.expireAccessTokens();
      world.nowMs += 24 * 60 * 60_000;
      isHeld = true;
      const refresh = switcher.accounts.refreshProfile(ben);
      await turn();
      expect(turns.count).toBe(1);
      const locking = switcher.locking.lock(ben);
      await type(switcher, ben);
      isHeld = false;
      turns.release(0);
      await refresh;
      valueOf(await locking);
      await turn();
      expect(switcher.isSessionOpen(ben)).toBe(false);
      expect(world.storedAccessTokenOf(ben)).not.toBe(before);
      valueOf(await switcher.locking.unlock(ben, pin.text));
      valueOf(await switcher.callFunction(ben, 'whoAmI', []));
    },
  );

  it('given up, the session opens without it', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    expect(world.disk.sealedUnderKey.has(ben)).toBe(true);
    valueOf(await switcher.locking.giveUp(ben));
    expect([world.disk.sealedUnderKey.has(ben), world.disk.locks.has(ben)]).toEqual([false, false]);
    await switcher.close();
    expect(activeIdOf(world.start())).toBe(ben);
  });

  it('another PIN on a full disk leaves a lock that opens', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    world.disk.isFull = true;
    expect((await switcher.locking.setUp(ben, { kind: 'pin', text: '271828' })).ok).toBe(false);
    world.disk.isFull = false;
    valueOf(await switcher.locking.lock(ben));
    valueOf(await switcher.locking.unlock(ben, pin.text));
    valueOf(await switcher.callFunction(ben, 'whoAmI', []));
  });

  it('during an unlock holds: what was begun before it opens nothing', async () => {
    const { switcher, ben } = await lockedBen();
    const unlocking = switcher.locking.unlock(ben, pin.text);
    valueOf(await switcher.locking.lockAll());
    expect(await errorOf(unlocking)).toBe('locked');
    expect([isLocked(switcher, ben), activeIdOf(switcher)]).toEqual([true, undefined]);
    valueOf(await switcher.locking.unlock(ben, pin.text));
    valueOf(await switcher.callFunction(ben, 'whoAmI', []));
  });

  it('opens by Touch ID where that was chosen; a no leaves everything as it is', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin, { mayUseTouchId: true }));
    valueOf(await switcher.locking.lock(ben));
    world.disk.fakeTouchId = async () => false;
    expect(await switcher.locking.unlockByTouchId(ben)).toEqual(
      fail({ code: 'unlockRefused', because: 'notConfirmed' }),
    );
    expect([isLocked(switcher, ben), activeIdOf(switcher)]).toEqual([true, undefined]);
    world.disk.fakeTouchId = async () => true;
    valueOf(await switcher.locking.unlockByTouchId(ben));
    expect(activeIdOf(switcher)).toBe(ben);
    valueOf(await switcher.callFunction(ben, 'whoAmI', []));
  });

  it('during the question of Touch ID holds: the yes opens nothing, and a no leaves no key behind', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin, { mayUseTouchId: true }));
    for (const answer of [true, false]) {
      valueOf(await switcher.locking.lock(ben));
      world.disk.fakeTouchId = async () => {
        valueOf(await switcher.locking.unlock(ben, pin.text));
        valueOf(await switcher.locking.lock(ben));
        return answer;
      };
      expect((await switcher.locking.unlockByTouchId(ben)).ok).toBe(false);
      await turn();
      expect([isLocked(switcher, ben), world.disk.isKeyOpen(ben)]).toEqual([true, false]);
      valueOf(await switcher.locking.unlock(ben, pin.text));
    }
  });

  it('during a login of the same user holds, unless that answers for the lock', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    world.service.provesNow = false;
    const held = world.disk.holdVault();
    const login = logInByEmail(switcher, 'ben@example.org');
    await turn();
    const locking = switcher.locking.lock(ben);
    held.release();
    expect(await errorOf(login)).toBe('locked');
    valueOf(await locking);
    expect([isLocked(switcher, ben), world.disk.locks.has(ben)]).toEqual([true, true]);
  });

  it('of a user whom a start has logged out keeps nobody from logging in', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    await switcher.close();
    world.disk.sessions.delete(ben);
    const next = world.start();
    expect(next.stateOf(ben)).toBe('loggedOut');
    valueOf(await logInByEmail(next, 'ben@example.org', ben));
    expect([activeIdOf(next), world.disk.locks.has(ben)]).toEqual([ben, false]);
  });

  it('set for leaving, one account is locked by every switch away from it', async () => {
    const { switcher, ana, ben } = await twoUsers();
    expect(await errorOf(switcher.locking.lockWhenLeft(ben, true))).toBe('conflict');
    valueOf(await switcher.locking.setUp(ben, pin));
    valueOf(await switcher.locking.lockWhenLeft(ben, true));
    valueOf(await switcher.switchTo(ana));
    expect([isLocked(switcher, ben), switcher.isSessionOpen(ben)]).toEqual([true, false]);
    valueOf(await switcher.locking.unlock(ben, pin.text));
    expect([activeIdOf(switcher), isLocked(switcher, ana)]).toEqual([ben, false]);
  });

  it('of all: whoever can be is locked, and the others stay', async () => {
    const { switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org');
    for (const n of [0, 2]) {
      valueOf(await switcher.switchTo(idOf(n)));
      valueOf(await switcher.locking.setUp(idOf(n), pin));
    }
    valueOf(await switcher.locking.lockAll());
    expect([0, 1, 2].map((n) => isLocked(switcher, idOf(n)))).toEqual([true, false, true]);
    expect(activeIdOf(switcher)).toBeUndefined();
  });

  it('logging out who is locked ends it here: nobody can revoke what nobody can read', async () => {
    const { world, switcher, ben } = await lockedBen();
    valueOf(await switcher.logOut(ben));
    await switcher.close();
    expect([world.disk.sessions.has(ben), world.disk.locks.has(ben), world.disk.outbox.size]).toEqual([
      false,
      false,
      0,
    ]);
    expect(world.service.sessionCount).toBe(2);
  });
});
