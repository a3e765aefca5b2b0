import { describe, expect, it } from 'vitest';
import { storedWhole } from './testing/fake-disk.ts';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { worldWith } from './testing/worlds.ts';
import { registryOf, someUser } from './testing/some-user.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Users who are signed in, with sessions on disk, as after a start; the first is active. */
const worldOf = (count: number, accessLifeMs: number | undefined = 30 * minute): FakeWorld => {
  const world = new FakeWorld();
  world.service.grants.accessLifeMs = accessLifeMs;
  const users = Array.from({ length: count }, (_, n) => {
    const subject = world.service.addAccount(`user${n}@x.org`);
    return someUser(n, { subject });
  });
  for (const { id, subject } of users)
    world.disk.sessions.set(id, JSON.stringify(world.service.grants.begin(subject)));
  world.disk.accounts = storedWhole(registryOf(...users));
  const [first] = users;
  world.disk.active = JSON.stringify({ version: 1, activeId: first?.id, recent: first ? [first.id] : [] });
  return world;
};

/** How often each user's session was refreshed, by its refresh token. */
const refreshesByToken = ({ service }: FakeWorld): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { call, token } of service.requests)
    if (call === 'refresh' && token !== undefined) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
};

describe('health checks', () => {
  it('look at every user who is not active, at most once a day, and spread over it', async () => {
    const world = worldOf(12);
    const switcher = world.start();
    await switcher.finishWhatWasLeft();
    const active = world.storedSessionOf(someUser(0).id).refreshToken ?? '';
    for (let hours = 0; hours < 24; hours += 1) {
      const before = world.service.countOf('refresh');
      await world.pass(hour);
      expect(
        world.service.countOf('refresh') - before,
        'the active user’s two or three, and one',
      ).toBeLessThan(5);
    }
    const inADay = [...refreshesByToken(world)].filter(([token]) => token !== active);
    expect(inADay.every(([, count]) => count === 1)).toBe(true);
    expect(inADay.length).toBeGreaterThan(7);
    await world.pass(9 * day);
    const inTen = [...refreshesByToken(world)].filter(([token]) => token !== active);
    expect(inTen).toHaveLength(11);
    expect(Math.max(...inTen.map(([, count]) => count))).toBeLessThanOrEqual(10);
    expect(Math.min(...inTen.map(([, count]) => count))).toBeGreaterThanOrEqual(6);
  });

  it('of a thousand users at rest take a handful of requests an hour, and three timers', async () => {
    const world = worldOf(1_000);
    const switcher = world.start();
    await switcher.finishWhatWasLeft();
    await world.pass(hour);
    const { requests } = world.service;
    const [asked, reads, writes, set] = [
      requests.length,
      world.disk.reads,
      world.disk.writes,
      world.timers.setCount,
    ];
    await world.pass(10 * hour);
    expect(world.timers.pendingCount()).toBe(3);
    expect(
      (requests.length - asked) / 10,
      'requests an hour: six checks, and the active user’s',
    ).toBeLessThan(9);
    expect((world.disk.reads - reads) / 10, 'sessions opened an hour').toBeLessThanOrEqual(6);
    expect((world.disk.writes - writes) / 10, 'writes an hour, one for each refresh').toBeLessThan(9);
    expect((world.timers.setCount - set) / 10, 'timers an hour').toBeLessThan(12);
  });

  it('a session that was revoked is found, and its user logged out with the reason; nobody else moves', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org');
    await switcher.finishWhatWasLeft();
    world.service.revokeSessionsOf(switcher.registry.users.get(idOf(0))?.subject ?? '');
    await world.pass(2.5 * day);
    expect([0, 1, 2].map((n) => switcher.stateOf(idOf(n)))).toEqual(['loggedOut', 'inactive', 'active']);
    expect(switcher.registry.users.get(idOf(0))).toMatchObject({ because: 'sessionRevoked' });
  });

  it('are not made for sessions that were refreshed today, or for who is locked or logged out', async () => {
    const world = worldOf(4);
    const switcher = world.start();
    await switcher.finishWhatWasLeft();
    valueOf(await switcher.locking.setUp(someUser(1).id, { kind: 'pin', text: '493716' }));
    valueOf(await switcher.locking.lock(someUser(1).id));
    valueOf(await switcher.logOut(someUser(2).id));
    const count = () =>
      refreshesByToken(world).get(world.storedSessionOf(someUser(3).id).refreshToken ?? '') ?? 0;
    for (let time = 0; time < 8; time += 1) {
      await world.pass(6 * hour);
      valueOf(await switcher.accounts.refreshProfile(someUser(3).id));
    }
    expect(count(), 'only what was asked for').toBe(8);
    const locked = world.storedSessionOf(someUser(1).id).refreshToken ?? '';
    expect(refreshesByToken(world).has(locked)).toBe(false);
  });

  it('become rare while they fail, and are left out after failures of others', async () => {
    const world = worldOf(200, 5 * 365 * day);
    const switcher = world.start();
    await switcher.finishWhatWasLeft();
    world.service.isOffline = true;
    await world.pass(2 * day);
    expect(world.service.countOf('refresh'), 'instead of two hundred').toBeLessThan(11);
    world.service.isOffline = false;
    await world.pass(3 * day);
    const before = world.service.countOf('refresh');
    await world.pass(10 * minute);
    for (let time = 0; time < 12; time += 1) {
      world.service.isOffline = true;
      await switcher.callFunction(someUser(0).id, 'whoami', []);
      world.service.isOffline = false;
      await world.pass(10 * minute);
    }
    expect(world.service.countOf('refresh') - before).toBeLessThanOrEqual(1);
  });

  it('are not made on a metered connection', async () => {
    const world = worldOf(10);
    world.isMetered = true;
    await world.start().finishWhatWasLeft();
    await world.pass(3 * day);
    expect(refreshesByToken(world).size, 'the active user’s alone').toBe(1);
    world.isMetered = false;
    await world.pass(3 * day);
    expect(refreshesByToken(world).size).toBe(10);
  });

  it('A13: a clock that jumps does not bring them all at once', async () => {
    const world = worldOf(50);
    const switcher = world.start();
    await switcher.finishWhatWasLeft();
    await world.pass(2 * day);
    for (const jump of [730 * day, -1460 * day]) {
      world.nowMs += jump;
      switcher.wake();
      const before = world.service.countOf('refresh');
      await world.pass(2 * hour);
      expect(world.service.countOf('refresh') - before).toBeLessThan(12);
    }
    const before = refreshesByToken(world);
    await world.pass(3 * day);
    const checkedAgain = [...refreshesByToken(world)].filter(
      ([token, count]) => count > (before.get(token) ?? 0),
    );
    expect(checkedAgain.length, 'all but the active user, whose last check lies ahead now').toBe(49);
    expect(switcher.registry.order.every((id) => switcher.stateOf(id) !== 'loggedOut')).toBe(true);
  });
});

describe('sessions that end soon', () => {
  const signedIn = async (refreshLifeMs: number) => {
    const world = new FakeWorld();
    world.service.grants.refreshLifeMs = refreshLifeMs;
    world.service.addAccount('ana@x.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@x.org'));
    await switcher.finishWhatWasLeft();
    const heard = { count: 0 };
    switcher.subscribe(({ users }) => (heard.count += users.includes(userId) ? 1 : 0));
    return { world, switcher, userId, heard };
  };

  it('are announced once, seven days ahead, and a refresh that changes nothing changes nothing', async () => {
    const { world, switcher, userId, heard } = await signedIn(60 * day);
    await world.pass(53 * day - hour);
    expect([switcher.isEndingSoon(userId), heard.count]).toEqual([false, 0]);
    await world.pass(2 * hour);
    expect([switcher.isEndingSoon(userId), heard.count]).toEqual([true, 1]);
    valueOf(await switcher.accounts.refreshProfile(userId));
    await world.pass(5 * day);
    expect([switcher.isEndingSoon(userId), heard.count]).toEqual([true, 2]);
  });

  it('are known after a restart, before anything is opened', async () => {
    const { world, switcher, userId } = await signedIn(60 * day);
    await switcher.close();
    world.nowMs += 54 * day;
    const restarted = world.start();
    expect([restarted.isSessionOpen(userId), restarted.isEndingSoon(userId)]).toEqual([false, true]);
  });

  it('are no more after a new login, and not of who is logged out', async () => {
    const { world, switcher, userId } = await signedIn(60 * day);
    await world.pass(54 * day);
    expect(switcher.isEndingSoon(userId)).toBe(true);
    valueOf(await logInByEmail(switcher, 'ana@x.org'));
    expect(switcher.isEndingSoon(userId)).toBe(false);
    await world.pass(54 * day);
    valueOf(await switcher.logOut(userId));
    expect(switcher.isEndingSoon(userId)).toBe(false);
    expect(JSON.stringify(switcher.registry.users.get(userId))).not.toContain('sessionEnd');
  });

  it('an end that every refresh puts off is never soon, and does not have all accounts written each time', async () => {
    const world = new FakeWorld();
    Object.assign(world.service.grants, {
      rotates: true,
      accessLifeMs: 5 * minute,
      refreshLifeMs: 30 * minute,
    });
    world.service.addAccount('ana@x.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@x.org'));
    await switcher.finishWhatWasLeft();
    const writes = world.disk.accountWrites;
    for (let time = 0; time < 24 * 12; time += 1) {
      await world.pass(5 * minute);
      expect(switcher.isEndingSoon(userId)).toBe(false);
    }
    expect(world.service.countOf('refresh')).toBeGreaterThan(250);
    expect(world.disk.accountWrites - writes).toBeLessThanOrEqual(24);
  });

  it('a short session that cannot be refreshed ends soon in its last tenth only', async () => {
    const world = new FakeWorld();
    Object.assign(world.service.grants, { grantsRefreshTokens: false, accessLifeMs: hour });
    world.service.addAccount('ana@x.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@x.org'));
    await switcher.finishWhatWasLeft();
    await world.pass(53 * minute);
    expect(switcher.isEndingSoon(userId)).toBe(false);
    await world.pass(2 * minute);
    expect(switcher.isEndingSoon(userId)).toBe(true);
  });
});
