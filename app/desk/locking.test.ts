import { describe, expect, it } from 'vitest';
import { fail } from '../outcome.ts';
import type { UnlockSecret } from '../ports.ts';
import type { Switcher } from '../switcher.ts';
import type { FakeDisk } from '../testing/fake-disk.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from '../testing/fake-world.ts';
import { Turns } from '../testing/turns.ts';
import { activeIdOf, errorOf, twoUsers } from '../testing/worlds.ts';
import type { UserId } from '../users/user.ts';

type Stores = ReturnType<FakeDisk['ports']>;

/** What nobody waits for has happened. */
const turn = () => new Promise<void>((settle) => setImmediate(settle));

const pin: UnlockSecret = { kind: 'pin', text: '493716' };
const newPin: UnlockSecret = { kind: 'pin', text: '271828' };
const diskFull = fail({ code: 'storageUnavailable', problem: 'diskFull' });

const signedIn = (switcher: Switcher, userId: UserId) => {
  const user = switcher.registry.users.get(userId);
  return user?.state === 'authenticated' ? user : undefined;
};

const isLocked = (switcher: Switcher, userId: UserId) => signedIn(switcher, userId)?.isLocked;

/** Ben, alone, in a world some of whose stores do what the test says. */
const benWhere = async (change: (stores: Stores) => Partial<Stores> = () => ({})) => {
  const world = new FakeWorld();
  const portsOf = world.disk.ports.bind(world.disk);
  world.disk.ports = (diskTurn) => {
    const stores = portsOf(diskTurn);
    return { ...stores, ...change(stores) };
  };
  world.service.addAccount('ben@example.org');
  const switcher = world.start();
  const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
  return { world, switcher, ben };
};

/** Ana and Ben, in a world whose disk waits, once it is held, whenever it would write, and its service likewise. */
const heldWorld = async () => {
  const turns = new Turns();
  const answers = new Turns();
  const held = { disk: false, service: false };
  const world = new FakeWorld({
    turn: () => (held.disk ? turns.turn() : Promise.resolve()),
    serviceTurn: () => (held.service ? answers.turn() : Promise.resolve()),
  });
  for (const name of ['ana', 'ben', 'cleo']) world.service.addAccount(`${name}@example.org`);
  const switcher = world.start();
  const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
  const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
  const step = async () => {
    turns.release(0);
    await turn();
  };
  const letGo = () => {
    Object.assign(held, { disk: false, service: false });
    for (const waiting of [turns, answers]) while (waiting.count > 0) waiting.release(0);
  };
  const hold = (what: keyof typeof held) => (held[what] = true);
  return { world, switcher, ana, ben, hold, step, letGo };
};

/** Ana’s new PIN is being stored, and nothing else is until `release`. */
const whileAnaIsStored = async () => {
  const { world, switcher, ana, ben } = await twoUsers();
  valueOf(await switcher.locking.setUp(ben, pin, { mayUseTouchId: true }));
  const held = world.disk.holdVault();
  const stored = switcher.locking.setUp(ana, pin);
  await turn();
  const release = async () => {
    held.release();
    valueOf(await stored);
  };
  return { world, switcher, ben, release };
};

const openedFor = async (switcher: Switcher, userId: UserId) => {
  expect([activeIdOf(switcher), isLocked(switcher, userId)]).toEqual([userId, false]);
  valueOf(await switcher.callFunction(userId, 'whoAmI', []));
};

describe('a lock', () => {
  it('of who is not active takes the tokens out of memory at once, and leaves the seat alone', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ana, pin));
    const locking = switcher.locking.lock(ana);
    expect([switcher.isSessionOpen(ana), activeIdOf(switcher)]).toEqual([false, ben]);
    valueOf(await locking);
    expect(isLocked(switcher, ana)).toBe(true);
  });

  it('under a shared rule needs no PIN: the session ends, here and at the service', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.rules.switching = 'unlock';
    valueOf(await switcher.locking.lock(ben));
    await turn();
    expect([isLocked(switcher, ben), signedIn(switcher, ben)?.sessionKept]).toEqual([true, 'nowhere']);
    expect([[...world.disk.sessions.keys()], world.service.sessionCount]).toEqual([[ana], 1]);
  });

  it('by leaving is told to whoever listens when it is set', async () => {
    const { switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin));
    const heard: UserId[] = [];
    switcher.subscribe(({ users }) => heard.push(...users));
    valueOf(await switcher.locking.lockWhenLeft(ben, true));
    expect(heard).toEqual([ben]);
  });
});

describe('rules that become stricter', () => {
  it('lock who is not active at once, whatever the disk does', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.rules.switching = 'unlock';
    world.disk.isFull = true;
    const changing = switcher.locking.rulesChanged();
    expect([isLocked(switcher, ana), switcher.isSessionOpen(ana)]).toEqual([true, false]);
    expect(isLocked(switcher, ben)).toBe(false);
    expect(await changing).toEqual(diskFull);
  });

  it('lock also who is left by a login that began under the old ones', async () => {
    const { world, switcher, ben, hold, step, letGo } = await heldWorld();
    const { accountWrites } = world.disk;
    hold('disk');
    const login = logInByEmail(switcher, 'cleo@example.org');
    while (world.disk.accountWrites === accountWrites) await step();
    world.rules.switching = 'unlock';
    const changing = switcher.locking.rulesChanged();
    expect([activeIdOf(switcher), isLocked(switcher, ben)]).toEqual([ben, false]);
    letGo();
    const cleo = valueOf(await login).userId;
    valueOf(await changing);
    expect([activeIdOf(switcher), isLocked(switcher, ben)]).toEqual([cleo, true]);
  });

  it('leave no token of who they log out in memory when anybody hears of it', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.rules.switching = 'exclusive';
    const heard: (readonly [string, boolean])[] = [];
    switcher.subscribe(() => heard.push([switcher.stateOf(ben), switcher.isSessionOpen(ben)]), ben);
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    await switcher.close();
    expect(heard).toEqual([['loggedOut', false]]);
    expect([[...world.disk.sessions.keys()], world.service.sessionCount]).toEqual([[ana], 1]);
  });
});

describe('a new PIN', () => {
  it('is told to whoever listens', async () => {
    const { switcher, ben } = await benWhere();
    const heard: UserId[] = [];
    switcher.subscribe(({ users }) => heard.push(...users));
    valueOf(await switcher.locking.setUp(ben, pin));
    expect(heard).toEqual([ben]);
  });

  it('that is no good changes nothing', async () => {
    const tooShort = fail({ code: 'invalidInput', field: 'pin', problem: 'tooShort' });
    const { switcher, ben } = await benWhere(({ unlocking }) => ({
      unlocking: { ...unlocking, setUp: async () => tooShort },
    }));
    expect(await switcher.locking.setUp(ben, pin)).toEqual(tooShort);
    expect(await switcher.locking.lock(ben)).toEqual(fail({ code: 'conflict', with: 'noWayToUnlock' }));
  });

  it('under which the session cannot be stored is taken away again', async () => {
    const { world, switcher, ben } = await benWhere();
    const held = world.disk.holdVault();
    const settingUp = switcher.locking.setUp(ben, pin);
    await turn();
    expect(world.disk.locks.has(ben)).toBe(true);
    world.disk.isFull = true;
    held.release();
    expect(await settingUp).toEqual(diskFull);
    expect(world.disk.locks.has(ben)).toBe(false);
    expect(await switcher.locking.lock(ben)).toEqual(fail({ code: 'conflict', with: 'noWayToUnlock' }));
    world.disk.isFull = false;
    await switcher.close();
    await openedFor(world.start(), ben);
  });

  it('under which the session was stored, though that failed, is taken away from it again', async () => {
    const failures: (typeof diskFull)[] = [];
    const { world, switcher, ben } = await benWhere(({ vault }) => ({
      vault: {
        ...vault,
        write: async (userId, session) => {
          const written = await vault.write(userId, session);
          return failures.pop() ?? written;
        },
      },
    }));
    failures.push(diskFull);
    expect(await switcher.locking.setUp(ben, pin)).toEqual(diskFull);
    expect([world.disk.locks.has(ben), world.disk.sealedUnderKey.has(ben)]).toEqual([false, false]);
    await switcher.close();
    await openedFor(world.start(), ben);
  });

  it('in place of another opens the lock, even where the session could not be stored anew', async () => {
    const { world, switcher, ben } = await benWhere();
    valueOf(await switcher.locking.setUp(ben, pin));
    const held = world.disk.holdVault();
    const settingUp = switcher.locking.setUp(ben, newPin);
    await turn();
    world.disk.isFull = true;
    held.release();
    expect(await settingUp).toEqual(diskFull);
    world.disk.isFull = false;
    valueOf(await switcher.locking.lock(ben));
    valueOf(await switcher.locking.unlock(ben, newPin.text));
    await openedFor(switcher, ben);
  });

  it('holds where the registry cannot note it, and a start knows of it', async () => {
    const { world, switcher, ben } = await benWhere();
    world.disk.refusesAccounts = true;
    valueOf(await switcher.locking.setUp(ben, pin));
    expect(world.warnings).toContain('a way to unlock could not be noted');
    const next = world.start();
    expect(isLocked(next, ben)).toBe(true);
    world.disk.refusesAccounts = false;
    valueOf(await next.locking.unlock(ben, pin.text));
    await openedFor(next, ben);
  });

  it('brings a session that was in memory only to the disk', async () => {
    const { world, switcher, ben } = await benWhere();
    world.disk.isUnprotected = true;
    valueOf(await logInByEmail(switcher, 'ben@example.org', ben));
    expect(signedIn(switcher, ben)?.sessionKept).toBe('memory');
    world.disk.isUnprotected = false;
    valueOf(await switcher.locking.setUp(ben, pin));
    expect([signedIn(switcher, ben)?.sessionKept, world.disk.sessions.has(ben)]).toEqual(['disk', true]);
  });

  it('is refused to who is locked, and nothing of theirs is read for it', async () => {
    const { world, switcher, ben } = await benWhere();
    valueOf(await switcher.locking.setUp(ben, pin));
    valueOf(await switcher.locking.lock(ben));
    const { reads } = world.disk;
    expect(await switcher.locking.setUp(ben, newPin)).toEqual(fail({ code: 'locked' }));
    expect([world.disk.reads, world.disk.locks.get(ben)]).toEqual([reads, pin.text]);
  });

  it('is not made while the key store is locked', async () => {
    const { world, switcher, ben } = await benWhere();
    await switcher.close();
    world.disk.isLocked = true;
    expect(await world.start().locking.setUp(ben, pin)).toEqual(
      fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }),
    );
    expect(world.disk.locks.has(ben)).toBe(false);
  });

  it('is not made for who turns out to have no session any more', async () => {
    const { world, switcher, ben } = await benWhere();
    await switcher.close();
    const next = world.start();
    world.disk.sessions.delete(ben);
    expect(await next.locking.setUp(ben, pin)).toEqual(fail({ code: 'userLoggedOut' }));
    expect(world.disk.locks.has(ben)).toBe(false);
  });
});

describe('an unlock', () => {
  it('of who is not locked is a switch, whatever secret comes with it', async () => {
    const { switcher, ana } = await twoUsers();
    valueOf(await switcher.locking.unlock(ana, 'whatever'));
    expect(activeIdOf(switcher)).toBe(ana);
  });

  it('that would cost an anonymous user is refused before the secret is looked at', async () => {
    const { world, switcher, ben } = await benWhere();
    valueOf(await switcher.locking.setUp(ben, pin));
    world.rules.switching = 'unlock';
    const guest = valueOf(await logInAnonymously(switcher)).userId;
    expect(isLocked(switcher, ben)).toBe(true);
    const refusal = fail({ code: 'conflict', with: 'anonymousWouldGo' });
    expect(await switcher.locking.unlock(ben, pin.text)).toEqual(refusal);
    expect([activeIdOf(switcher), isLocked(switcher, ben)]).toEqual([guest, true]);
    expect(world.disk.isKeyOpen(ben)).toBe(false);
  });

  it('that cannot be saved leaves no key in memory, even while something else is being written', async () => {
    const { world, switcher, ana, ben, hold, step, letGo } = await heldWorld();
    valueOf(await switcher.locking.setUp(ben, pin));
    valueOf(await switcher.locking.lock(ben));
    await turn();
    world.disk.isFull = true;
    hold('disk');
    const unlocking = switcher.locking.unlock(ben, pin.text);
    await turn();
    expect(world.disk.isKeyOpen(ben)).toBe(true);
    const other = switcher.locking.setUp(ana, pin);
    await step();
    await step();
    expect(await unlocking).toEqual(diskFull);
    expect([isLocked(switcher, ben), world.disk.isKeyOpen(ben)]).toEqual([true, false]);
    letGo();
    expect(await other).toEqual(diskFull);
  });

  it('given while its lock is still being stored opens it, and the lock takes no key away', async () => {
    const { world, switcher, ben, release } = await whileAnaIsStored();
    const locking = switcher.locking.lock(ben);
    await turn();
    const unlocking = switcher.locking.unlock(ben, pin.text);
    await turn();
    await release();
    valueOf(await locking);
    valueOf(await unlocking);
    await turn();
    expect(world.disk.isKeyOpen(ben)).toBe(true);
    await openedFor(switcher, ben);
  });

  it('that has succeeded takes no key away from a refresh that a later lock waits for', async () => {
    const { world, switcher, ana, ben, hold, letGo } = await heldWorld();
    Object.assign(world.service.grants, { rotates: true, accessLifeMs: 60_000 });
    valueOf(await logInByEmail(switcher, 'ben@example.org', ben));
    valueOf(await switcher.locking.setUp(ben, pin));
    valueOf(await switcher.locking.lock(ben));
    const before = world.storedAccessTokenOf(ben);
    hold('disk');
    const unlocking = switcher.locking.unlock(ben, pin.text);
    await turn();
    const held = world.disk.holdVault();
    const other = switcher.locking.setUp(ana, pin);
    letGo();
    valueOf(await unlocking);
    world.service.expireAccessTokens();
    world.nowMs += 24 * 60 * 60_000;
    hold('service');
    const refresh = switcher.accounts.refreshProfile(ben);
    await turn();
    const locking = switcher.locking.lock(ben);
    held.release();
    valueOf(await other);
    valueOf(await locking);
    await turn();
    letGo();
    expect(await errorOf(refresh)).toBe('locked');
    await turn();
    expect(world.disk.isKeyOpen(ben)).toBe(false);
    expect(world.storedAccessTokenOf(ben)).not.toBe(before);
    valueOf(await switcher.locking.unlock(ben, pin.text));
    await openedFor(switcher, ben);
  });

  it('by Touch ID keeps its key, though a wrong PIN was tried meanwhile', async () => {
    const { world, switcher, ben, release } = await whileAnaIsStored();
    const locking = switcher.locking.lock(ben);
    await turn();
    world.disk.fakeTouchId = async () => {
      expect(await errorOf(switcher.locking.unlock(ben, '000000'))).toBe('unlockRefused');
      return true;
    };
    const unlocking = switcher.locking.unlockByTouchId(ben);
    await turn();
    await release();
    valueOf(await locking);
    valueOf(await unlocking);
    await turn();
    await openedFor(switcher, ben);
  });

  it('that is answered with a no takes away the key that a lock had left to it', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, pin, { mayUseTouchId: true }));
    valueOf(await switcher.locking.lock(ben));
    world.disk.fakeTouchId = async () => {
      valueOf(await switcher.locking.unlock(ben, pin.text));
      valueOf(await switcher.locking.lock(ben));
      await turn();
      return false;
    };
    expect(await switcher.locking.unlockByTouchId(ben)).toEqual(
      fail({ code: 'unlockRefused', because: 'notConfirmed' }),
    );
    await turn();
    expect([isLocked(switcher, ben), world.disk.isKeyOpen(ben)]).toEqual([true, false]);
  });
});
