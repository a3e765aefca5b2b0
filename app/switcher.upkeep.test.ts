import { describe, expect, it } from 'vitest';
import { FakeWorld, logInByEmail, valueOf } from './testing/fake-world.ts';
import { Turns } from './testing/turns.ts';
import { errorOf, unknownId } from './testing/worlds.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** Ana and Ben, signed in at a service whose access tokens live for half an hour; Ben is active. */
const tended = async (serviceTurn?: () => Promise<void>) => {
  const world = new FakeWorld({ ...(serviceTurn && { serviceTurn }) });
  world.service.grants.accessLifeMs = 30 * minute;
  for (const email of ['ana@x.org', 'ben@x.org']) world.service.addAccount(email);
  const switcher = world.start();
  const ana = valueOf(await logInByEmail(switcher, 'ana@x.org')).userId;
  const ben = valueOf(await logInByEmail(switcher, 'ben@x.org')).userId;
  await switcher.finishWhatWasLeft();
  const subjectOf = (id: typeof ana) => switcher.registry.users.get(id)?.subject ?? '';
  const refreshes = () => world.service.countOf('refresh');
  return { world, switcher, ana, ben, subjectOf, refreshes };
};

describe('refreshing ahead of expiry', () => {
  it('refreshes the active user alone, before its token ends, again and again', async () => {
    const { world, refreshes } = await tended();
    await world.pass(24 * minute);
    expect(refreshes()).toBe(0);
    await world.pass(3 * minute);
    expect(refreshes()).toBe(1);
    await world.pass(8 * hour);
    expect(refreshes()).toBe(1 + 18);
    const tokens = new Set(
      world.service.requests.flatMap(({ call, token }) => (call === 'refresh' ? token : [])),
    );
    expect(tokens.size, 'the refresh token of one user').toBe(1);
  });

  it('follows the active user, a moment after a switch', async () => {
    const { world, switcher, ana, refreshes } = await tended();
    await world.pass(29.5 * minute);
    const before = refreshes();
    valueOf(await switcher.switchTo(ana));
    expect(refreshes()).toBe(before);
    await world.pass(3_000);
    await world.pass(minute);
    expect(refreshes()).toBe(before + 1);
    valueOf(await switcher.logOut(ana));
    expect(world.timers.pendingCount()).toBeLessThanOrEqual(3);
  });

  it('a run through the list opens nobody’s session', async () => {
    const { world, switcher, ana, ben } = await tended();
    await switcher.close();
    const restarted = world.start();
    await restarted.finishWhatWasLeft();
    for (const id of [ana, ben, ana, ben, ana]) valueOf(await restarted.switchTo(id));
    expect([restarted.isSessionOpen(ana), restarted.isSessionOpen(ben)]).toEqual([false, false]);
    await world.pass(3_000);
    expect([restarted.isSessionOpen(ana), restarted.isSessionOpen(ben)]).toEqual([true, false]);
  });

  it('refreshes users whose workspaces are live as well, until they are not', async () => {
    const { world, switcher, ana, refreshes } = await tended();
    switcher.setLive([ana, unknownId]);
    await world.pass(27.5 * minute);
    expect(refreshes()).toBe(2);
    switcher.setLive([]);
    await world.pass(27.5 * minute);
    expect(refreshes()).toBe(3);
  });

  it('does nothing for a session without a refresh token, or without an expiry', async () => {
    for (const grantsRefreshTokens of [true, false]) {
      const world = new FakeWorld();
      world.service.grants.grantsRefreshTokens = grantsRefreshTokens;
      world.service.grants.accessLifeMs = grantsRefreshTokens ? undefined : 30 * minute;
      world.service.addAccount('ana@x.org');
      const switcher = world.start();
      await logInByEmail(switcher, 'ana@x.org');
      await switcher.finishWhatWasLeft();
      await world.pass(12 * hour);
      expect(world.service.countOf('refresh')).toBe(0);
    }
  });

  it('an access token that is only prolonged is refreshed ahead again, by its new end', async () => {
    const { world, switcher, ben, refreshes } = await tended();
    world.service.grants.keepsAccessTokens = true;
    await world.pass(8 * hour);
    expect(refreshes()).toBeGreaterThan(15);
    const before = refreshes();
    valueOf(await switcher.callFunction(ben, 'whoami', []));
    expect(refreshes(), 'it is known to be good').toBe(before);
    await switcher.close();
    expect(world.storedSessionOf(ben).accessExpiresAtMs).toBeGreaterThan(world.nowMs);
  });

  it('T28: a service that refuses a token which it has just prolonged has not ended the session', async () => {
    const { world, switcher, ben, refreshes } = await tended();
    world.service.grants.keepsAccessTokens = true;
    world.service.failures.set('callFunction whoami', { code: 'authenticationRejected' });
    world.nowMs += hour;
    expect(await errorOf(switcher.callFunction(ben, 'whoami', []))).toBe('authenticationRejected');
    expect([switcher.stateOf(ben), refreshes(), world.service.countOf('callFunction whoami')]).toEqual([
      'active',
      1,
      1,
    ]);
  });

  it('a refresh that is due while a call refreshes is the same one', async () => {
    const turns = new Turns();
    let isHeld = false;
    const { world, switcher, ben, refreshes } = await tended(() =>
      isHeld ? turns.turn() : Promise.resolve(),
    );
    await world.pass(25 * minute);
    isHeld = true;
    const call = switcher.accounts.refreshProfile(ben);
    await world.pass(minute);
    expect([refreshes(), turns.count]).toEqual([1, 1]);
    isHeld = false;
    turns.release(0);
    valueOf(await call);
    await world.pass(minute);
    expect(refreshes()).toBe(1);
  });

  it('the session of nobody who is locked is refreshed', async () => {
    const { world, switcher, ana, refreshes } = await tended();
    valueOf(await switcher.locking.setUp(ana, { kind: 'pin', text: '493716' }));
    switcher.setLive([ana]);
    valueOf(await switcher.locking.lock(ana));
    await world.pass(hour);
    const tokens = world.service.requests.flatMap(({ call, token }) => (call === 'refresh' ? token : []));
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBeGreaterThan(0);
  });

  it('a refused refresh logs that user out with the reason, though nobody asked', async () => {
    const { world, switcher, ana, ben, subjectOf } = await tended();
    world.service.revokeSessionsOf(subjectOf(ben));
    await world.pass(28 * minute);
    expect(switcher.registry.users.get(ben)).toMatchObject({ because: 'sessionRevoked' });
    expect([switcher.activeUser, switcher.stateOf(ana)]).toEqual([undefined, 'inactive']);
  });

  it('closing ends every timer', async () => {
    const { world, switcher, refreshes } = await tended();
    await switcher.close();
    expect(world.timers.pendingCount()).toBe(0);
    await world.pass(day);
    expect(refreshes()).toBe(0);
  });
});

describe('refreshing in trouble', () => {
  it('T33, C4: backs off from seconds to minutes, logs nobody out, says so, and recovers', async () => {
    const { world, switcher, ben, refreshes } = await tended();
    await world.pass(25 * minute);
    world.service.isOffline = true;
    await world.pass(minute);
    expect(switcher.isUnreachable(ben)).toBe(true);
    const early = refreshes();
    expect(early).toBeGreaterThan(2);
    await world.pass(6 * hour);
    expect(refreshes() - early).toBeLessThan(6 * 60);
    const late = refreshes();
    await world.pass(hour);
    expect(refreshes() - late, 'every two and a half minutes, by the fraction of this test').toBeLessThan(30);
    expect(switcher.stateOf(ben)).toBe('active');
    world.service.isOffline = false;
    switcher.networkReturned();
    await world.pass(3_000);
    expect([switcher.isUnreachable(ben), refreshes()]).toEqual([false, late + 24 + 1]);
    await world.pass(20 * minute);
    expect(refreshes()).toBe(late + 24 + 1);
  });

  it('the network’s return is found out for everybody who could not be reached, once each', async () => {
    const { world, switcher, ana, ben, refreshes } = await tended();
    world.service.isOffline = true;
    for (const id of [ana, ben]) await switcher.callFunction(id, 'whoami', []);
    expect([switcher.isUnreachable(ana), switcher.isUnreachable(ben)]).toEqual([true, true]);
    world.service.isOffline = false;
    switcher.networkReturned();
    switcher.networkReturned();
    await world.pass(5_000);
    expect([switcher.isUnreachable(ana), switcher.isUnreachable(ben), refreshes()]).toEqual([
      false,
      false,
      2,
    ]);
  });

  it('who has left is nobody who could not be reached, for whoever hears of it', async () => {
    const { world, switcher, ana, ben } = await tended();
    world.service.isOffline = true;
    for (const id of [ana, ben]) await switcher.callFunction(id, 'whoami', []);
    const said: boolean[] = [];
    switcher.subscribe(({ users }) => said.push(...users.map((id) => switcher.isUnreachable(id))));
    valueOf(await switcher.logOut(ana));
    valueOf(await switcher.remove(ben));
    expect(said).toEqual([false, false]);
  });

  it('C4: 5xx and 429 keep the tokens; Retry-After is waited for, even when the network returns', async () => {
    const { world, switcher, ben, refreshes } = await tended();
    for (const status of [500, 503, 429]) {
      world.service.failures.set('refresh', { code: 'serverError', status, retryAfterSeconds: 3_600 });
      await world.pass(30 * minute);
      const before = refreshes();
      switcher.networkReturned();
      switcher.wake();
      await world.pass(25 * minute);
      expect(refreshes()).toBe(before);
      world.service.failures.delete('refresh');
      await world.pass(50 * minute);
      expect(refreshes()).toBeGreaterThan(before);
      expect(switcher.stateOf(ben)).toBe('active');
    }
    valueOf(await switcher.callFunction(ben, 'whoami', []));
  });

  it('a key store that is away is no reason to ask again and again; once it is back, all goes on', async () => {
    const { world, switcher, ben } = await tended();
    await switcher.close();
    world.disk.isLocked = true;
    const restarted = world.start();
    await restarted.finishWhatWasLeft();
    await world.pass(5 * hour);
    expect([restarted.isUnreadable(ben), restarted.stateOf(ben)]).toEqual([true, 'active']);
    expect(world.service.countOf('refresh')).toBe(0);
    world.disk.isLocked = false;
    await restarted.saveSessionsInMemory();
    await world.pass(5_000);
    expect([restarted.isUnreadable(ben), world.service.countOf('refresh')]).toEqual([false, 1]);
  });

  it.each([2 * year, -2 * year])(
    'A13: a clock that jumps by %d ms logs nobody out and does not spin',
    async (jump) => {
      const { world, switcher, ana, ben, refreshes } = await tended();
      world.nowMs += jump;
      switcher.wake();
      await world.pass(hour);
      world.service.expireAccessTokens();
      for (const id of [ana, ben]) valueOf(await switcher.callFunction(id, 'whoami', []));
      expect(refreshes()).toBeLessThan(8);
      world.nowMs -= jump;
      switcher.wake();
      await world.pass(hour);
      for (const id of [ana, ben]) valueOf(await switcher.callFunction(id, 'whoami', []));
      expect(refreshes()).toBeLessThan(14);
      expect([switcher.stateOf(ana), switcher.stateOf(ben)]).toEqual(['inactive', 'active']);
    },
  );

  it('A13: a jump that nobody tells of delays no refresh', async () => {
    const { world, refreshes } = await tended();
    await world.pass(10_000);
    world.nowMs -= 2 * year;
    await world.pass(28 * minute);
    expect(refreshes()).toBe(1);
  });

  it('A13: a session opened after the clock was set back is looked at twice a day, not at a timer’s limit', async () => {
    const { world, switcher, ben } = await tended();
    await switcher.close();
    world.nowMs -= 2 * year;
    const restarted = world.start();
    await restarted.finishWhatWasLeft();
    await world.pass(3 * day);
    expect(restarted.stateOf(ben)).toBe('active');
    expect(world.timers.longestDelayMs).toBeLessThan(2 ** 31);
  });

  it.each([-2 * year, -31 * minute])(
    'C4: tokens that come %d ms expired already do not make it spin',
    async (skew) => {
      const { world, switcher, ben, refreshes } = await tended();
      world.service.grants.skewMs = skew;
      await world.pass(8 * hour);
      expect(refreshes()).toBe(1);
      const calls = Array.from({ length: 20 }, () => switcher.callFunction(ben, 'whoami', []));
      expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
      expect(refreshes()).toBe(1);
    },
  );

  it('C4: a login whose token comes expired already uses it until it is refused', async () => {
    const world = new FakeWorld();
    Object.assign(world.service.grants, { accessLifeMs: 30 * minute, skewMs: -hour });
    world.service.addAccount('ana@x.org');
    const switcher = world.start();
    const { userId } = valueOf(await logInByEmail(switcher, 'ana@x.org'));
    await switcher.finishWhatWasLeft();
    await world.pass(hour);
    valueOf(await switcher.callFunction(userId, 'whoami', []));
    expect(world.service.countOf('refresh')).toBe(0);
  });

  it('C4: tokens that live for a second are refreshed every half minute at most', async () => {
    const { world, refreshes } = await tended();
    world.service.grants.accessLifeMs = 1_000;
    await world.pass(28 * minute);
    const before = refreshes();
    await world.pass(hour);
    expect(refreshes() - before).toBeLessThanOrEqual(120);
  });

  it('after sleep, what was due is refreshed at once', async () => {
    const { world, switcher, refreshes } = await tended();
    // Timers stand still meanwhile.
    world.nowMs += 8 * hour;
    switcher.wake();
    switcher.wake();
    await world.pass(3_000);
    expect(refreshes()).toBe(1);
  });

  it('C3: a refused session makes one request and no more', async () => {
    const { world, switcher, ben, subjectOf, refreshes } = await tended();
    world.service.revokeSessionsOf(subjectOf(ben));
    await world.pass(2 * day);
    expect(refreshes()).toBeLessThanOrEqual(3);
    expect(await errorOf(switcher.callFunction(ben, 'whoami', []))).toBe('userLoggedOut');
  });
});
