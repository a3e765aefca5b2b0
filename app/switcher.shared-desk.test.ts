import { describe, expect, it } from 'vitest';
import { fail } from './outcome.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from './testing/fake-world.ts';
import { Turns } from './testing/turns.ts';
import { activeIdOf, errorOf, twoUsers, worldWith } from './testing/worlds.ts';
import { brokenInvariants } from './users/registry-invariants.ts';
import type { UserId } from './users/user.ts';
import type { Switcher } from './switcher.ts';

/** What nobody waits for has happened. */
const turn = () => new Promise<void>((settle) => setImmediate(settle));

const stateOf = (switcher: Switcher, userId: UserId): string => {
  const user = switcher.registry.users.get(userId);
  return user?.state === 'authenticated' && user.isLocked ? 'locked' : switcher.stateOf(userId);
};

const underRule = async (switching: 'unlock' | 'exclusive') => {
  const parts = await twoUsers();
  parts.world.rules.switching = switching;
  valueOf(await parts.switcher.locking.rulesChanged());
  await turn();
  return parts;
};

describe('where leaving locks', () => {
  it('whoever is not active is locked when the rule begins to hold', async () => {
    const { switcher, ana, ben } = await underRule('unlock');
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['locked', 'active']);
    expect(brokenInvariants(switcher.registry)).toEqual([]);
  });

  it('without a PIN nothing of the session is kept: it is revoked, and a login at the service opens the lock', async () => {
    const { world, switcher, ana, ben } = await underRule('unlock');
    expect([world.disk.sessions.has(ana), world.service.sessionCount]).toEqual([false, 1]);
    expect(await switcher.switchTo(ana)).toEqual(fail({ code: 'locked' }));
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    await switcher.close();
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['active', 'locked']);
    expect([...world.disk.sessions.keys()]).toEqual([ana]);
  });

  it('with a PIN the session stays, and one write seats the one and locks the other', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    for (const id of [ana, ben]) valueOf(await switcher.locking.setUp(id, { kind: 'pin', text: '493716' }));
    world.rules.switching = 'unlock';
    valueOf(await switcher.switchTo(ana));
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['active', 'locked']);
    const { accountWrites } = world.disk;
    valueOf(await switcher.locking.unlock(ben, '493716'));
    expect(world.disk.accountWrites - accountWrites).toBe(1);
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['locked', 'active']);
    expect(world.service.sessionCount).toBe(2);
  });

  it('adding an account locks who was active', async () => {
    const { world, switcher, ben } = await underRule('unlock');
    world.service.addAccount('cleo@example.org');
    valueOf(await logInByEmail(switcher, 'cleo@example.org'));
    expect(stateOf(switcher, ben)).toBe('locked');
  });

  it('a switch that cannot be saved locks nobody', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.rules.switching = 'unlock';
    world.disk.isFull = true;
    expect((await switcher.switchTo(ana)).ok).toBe(false);
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['inactive', 'active']);
  });

  it('after a restart all are locked, nobody is active, and no session of theirs is left without a PIN', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.locking.setUp(ben, { kind: 'pin', text: '493716' }));
    world.rules.switching = 'unlock';
    const next = world.start();
    await next.finishWhatWasLeft();
    expect([stateOf(next, ana), stateOf(next, ben), activeIdOf(next)]).toEqual([
      'locked',
      'locked',
      undefined,
    ]);
    await next.close();
    expect([...world.disk.sessions.keys()]).toEqual([ben]);
    expect(world.service.sessionCount).toBe(1);
    const third = world.start();
    expect([stateOf(third, ana), stateOf(third, ben)]).toEqual(['locked', 'locked']);
  });

  it('a login that arrives when somebody has switched or locked meanwhile is given back', async () => {
    const turns = new Turns();
    let isHeld = false;
    const world = new FakeWorld({ serviceTurn: () => (isHeld ? turns.turn() : Promise.resolve()) });
    for (const email of ['ana@example.org', 'cleo@example.org']) world.service.addAccount(email);
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    world.rules.switching = 'unlock';
    for (const isAnaLocked of [false, true]) {
      isHeld = true;
      const login = logInByEmail(switcher, 'cleo@example.org');
      await turn();
      isHeld = false;
      valueOf(await switcher.locking.lockAll());
      expect(stateOf(switcher, ana), String(isAnaLocked)).toBe('locked');
      for (; turns.count > 0; await turn()) turns.release(0);
      expect(await errorOf(login)).toBe('superseded');
    }
    await turn();
    expect(switcher.registry.order).toEqual([ana]);
    expect(world.service.sessionCount).toBe(0);
  });

  it('an anonymous user with a PIN is gone after the last attempt, and by a log out', async () => {
    const { world, switcher } = await worldWith();
    world.rules.switching = 'unlock';
    const guest = valueOf(await logInAnonymously(switcher)).userId;
    valueOf(await switcher.locking.setUp(guest, { kind: 'pin', text: '493716' }));
    valueOf(await switcher.locking.lockAll());
    for (let n = 0; n < 10; n += 1) await switcher.locking.unlock(guest, '000000');
    expect(switcher.stateOf(guest)).toBe('removed');
  });

  it('nobody removes who is locked', async () => {
    const { switcher, ana } = await underRule('unlock');
    expect(await errorOf(switcher.remove(ana))).toBe('locked');
    expect(await errorOf(switcher.removeAll(() => undefined))).toBe('locked');
    expect(stateOf(switcher, ana)).toBe('locked');
  });

  it('an anonymous user is asked about before it goes', async () => {
    const { world, switcher, idOf } = await worldWith('ana@example.org');
    world.rules.switching = 'unlock';
    const guest = valueOf(await logInAnonymously(switcher)).userId;
    const refusal = fail({ code: 'conflict', with: 'anonymousWouldGo' });
    const requests = world.service.requests.length;
    expect(await logInByEmail(switcher, 'ana@example.org', idOf(0))).toEqual(refusal);
    expect(world.service.requests.length).toBe(requests);
    expect(stateOf(switcher, guest)).toBe('active');
    valueOf(await switcher.logOut(guest));
    valueOf(await logInByEmail(switcher, 'ana@example.org', idOf(0)));
    await switcher.close();
    expect([switcher.stateOf(guest), stateOf(switcher, idOf(0))]).toEqual(['removed', 'active']);
    expect(world.service.sessionCount).toBe(1);
  });
});

describe('where one at a time is signed in', () => {
  it('the others are logged out when the rule begins to hold', async () => {
    const { world, switcher, ana, ben } = await underRule('exclusive');
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['loggedOut', 'active']);
    expect([[...world.disk.sessions.keys()], world.service.sessionCount]).toEqual([[ben], 1]);
  });

  it('H5: a login seats its user and logs the other out, in one write', async () => {
    const { world, switcher, ana, ben } = await underRule('exclusive');
    const { accountWrites } = world.disk;
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    expect(world.disk.accountWrites - accountWrites).toBe(1);
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['active', 'loggedOut']);
    await switcher.close();
    expect([[...world.disk.sessions.keys()], world.service.sessionCount]).toEqual([[ana], 1]);
    expect(brokenInvariants(switcher.registry)).toEqual([]);
  });

  it('a login that fails or cannot be saved changes nothing', async () => {
    const { world, switcher, ana, ben } = await underRule('exclusive');
    world.service.isOffline = true;
    expect((await logInByEmail(switcher, 'ana@example.org', ana)).ok).toBe(false);
    world.service.isOffline = false;
    world.disk.isFull = true;
    expect((await logInByEmail(switcher, 'ana@example.org', ana)).ok).toBe(false);
    expect([stateOf(switcher, ana), stateOf(switcher, ben)]).toEqual(['loggedOut', 'active']);
  });

  it('whoever logs the last one out after a start is told of, and a page is signed out for nobody else', async () => {
    const { world, switcher, ana, ben } = await underRule('exclusive');
    await switcher.close();
    const next = world.start();
    await next.finishWhatWasLeft();
    world.disk.webSessions.add(ana);
    const heard: UserId[] = [];
    next.subscribe(({ users }) => heard.push(...users));
    valueOf(await logInByEmail(next, 'ana@example.org', ana));
    expect(heard).toEqual(expect.arrayContaining([ana, ben]));
    await next.close();
    expect([...world.disk.webSessionEnds]).toEqual([]);
    await world.start().finishWhatWasLeft();
    expect(world.disk.webSessions.has(ana)).toBe(true);
  });

  it('a login that cannot be saved leaves nobody’s page to be signed out', async () => {
    const { world, switcher, ana } = await underRule('exclusive');
    world.disk.refusesAccounts = true;
    expect((await logInByEmail(switcher, 'ana@example.org', ana)).ok).toBe(false);
    await turn();
    expect([...world.disk.webSessionEnds]).toEqual([]);
  });

  it('an anonymous user with a PIN is locked, not removed, by a lock of all', async () => {
    const { world, switcher } = await worldWith();
    const guest = valueOf(await logInAnonymously(switcher)).userId;
    valueOf(await switcher.locking.setUp(guest, { kind: 'pin', text: '493716' }));
    world.rules.switching = 'exclusive';
    valueOf(await switcher.locking.lockAll());
    await turn();
    expect(stateOf(switcher, guest)).toBe('locked');
    valueOf(await switcher.locking.unlock(guest, '493716'));
    expect(stateOf(switcher, guest)).toBe('active');
  });

  it('there is no switch', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.rules.switching = 'exclusive';
    expect(await switcher.switchTo(ana)).toEqual(fail({ code: 'deniedByPolicy' }));
    expect(stateOf(switcher, ben)).toBe('active');
  });

  it('after a restart who was active is locked, and a login of another logs them out', async () => {
    const { world, switcher, ana, ben } = await underRule('exclusive');
    await switcher.close();
    const next = world.start();
    await next.finishWhatWasLeft();
    expect([stateOf(next, ana), stateOf(next, ben)]).toEqual(['loggedOut', 'locked']);
    valueOf(await logInByEmail(next, 'ana@example.org', ana));
    expect([stateOf(next, ana), stateOf(next, ben)]).toEqual(['active', 'loggedOut']);
    await next.close();
    expect([...world.disk.sessions.keys()]).toEqual([ana]);
  });
});

it('where sessions may not be on disk any more, open ones go on in memory, and the others end', async () => {
  const { world, switcher, ana, ben } = await twoUsers();
  await switcher.close();
  const next = world.start();
  valueOf(await next.callFunction(ben, 'whoAmI', []));
  world.disk.isUnprotected = true;
  await next.keepSessionsInMemory();
  await turn();
  expect([...world.disk.sessions.keys()]).toEqual([]);
  expect([stateOf(next, ana), stateOf(next, ben)]).toEqual(['loggedOut', 'active']);
  valueOf(await next.callFunction(ben, 'whoAmI', []));
});
