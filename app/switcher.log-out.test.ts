import { describe, expect, it } from 'vitest';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from './testing/fake-world.ts';
import { activeIdOf, countEvents, emailsInOrder, errorOf, twoUsers, worldWith } from './testing/worlds.ts';

const minute = 60_000;
const hour = 60 * minute;

const unreached = [
  { code: 'networkUnavailable' },
  { code: 'serverError', status: 429, problem: 'tooManyRequests' },
] as const;

describe('logging out', () => {
  it('T4, T5: an anonymous user is removed; twice is a no-op without an event', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    const anonymous = valueOf(await logInAnonymously(switcher)).userId;
    const events = countEvents(switcher);
    for (const id of [ana, anonymous, ana, anonymous]) valueOf(await switcher.logOut(id));
    expect([switcher.stateOf(ana), switcher.stateOf(anonymous)]).toEqual(['loggedOut', 'removed']);
    expect(events.count).toBe(2);
  });

  it('T21, T42: logged-out users stay in the list, in its order', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    valueOf(await switcher.logOut(ben));
    expect(switcher.registry.order).toEqual([ana, ben]);
    expect(emailsInOrder(switcher)).toEqual(['ana@example.org', 'ben@example.org']);
  });

  it('T23: takes effect before its promise resolves, tokens in memory included', async () => {
    const { switcher, ana, ben } = await twoUsers();
    const leaving = switcher.logOut(ben);
    expect([switcher.stateOf(ben), switcher.isSessionOpen(ben), activeIdOf(switcher)]).toEqual([
      'loggedOut',
      false,
      ana,
    ]);
    valueOf(await leaving);
  });

  it('tokens leave the disk at once, and the session is revoked at the service', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ben));
    expect([...world.disk.sessions.keys()]).toEqual([ana]);
    await switcher.close();
    expect([world.service.sessionCount, world.disk.outbox.size]).toEqual([1, 0]);
  });

  it('works offline: the revocation waits in the outbox and is delivered after a restart', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.logOut(ana));
    await switcher.close();
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([1, 2]);
    world.service.isOffline = false;
    await world.start().finishWhatWasLeft();
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([0, 1]);
  });

  it('works offline: the revocation is delivered once the service is back, whoever is logged in', async () => {
    const { world, switcher, ana } = await twoUsers();
    await switcher.finishWhatWasLeft();
    world.service.isOffline = true;
    valueOf(await switcher.logOut(ana));
    await world.pass(10 * hour);
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([1, 2]);
    expect(world.service.countOf('revoke'), 'later and later').toBeLessThan(20);
    world.service.isOffline = false;
    await world.pass(hour);
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([0, 1]);
    const timers = world.timers.pendingCount();
    await world.pass(hour);
    expect(world.timers.pendingCount(), 'nothing waits for nothing').toBe(timers);
    await switcher.close();
    expect(world.timers.pendingCount()).toBe(0);
  });

  it('a service that cannot be reached is asked once for all that wait for it', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org');
    for (const error of unreached) {
      world.service.failures.set('revoke', error);
      for (const n of [0, 1, 2, 3]) valueOf(await switcher.logOut(idOf(n)));
      await switcher.close();
      const before = world.service.countOf('revoke');
      await switcher.close();
      expect([world.service.countOf('revoke') - before, world.disk.outbox.size]).toEqual([1, 4]);
    }
    world.service.failures.clear();
    await switcher.close();
    expect([world.disk.outbox.size, world.service.sessionCount]).toEqual([0, 0]);
  });

  it('does not try again before the service wants to be asked, and not after Hotseat has closed', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.failures.set('revoke', { code: 'serverError', status: 503, retryAfterSeconds: 1_800 });
    valueOf(await switcher.logOut(ana));
    await world.pass(29 * minute);
    expect(world.service.countOf('revoke')).toBe(1);
    await world.pass(2 * minute);
    expect(world.service.countOf('revoke')).toBe(2);
    await switcher.close();
    const count = world.service.countOf('revoke');
    await world.pass(10 * hour);
    expect(world.service.countOf('revoke')).toBe(count);
  });

  it('a revocation is given up after thirty days', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.logOut(ana));
    world.nowMs += 31 * 24 * 60 * 60 * 1000;
    await switcher.close();
    expect(world.disk.outbox.size).toBe(0);
  });

  it('holds in memory even when the disk fails, and the failure is told', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.disk.isFull = true;
    expect(await errorOf(switcher.logOut(ben))).toBe('storageUnavailable');
    expect([switcher.stateOf(ben), switcher.isSessionOpen(ben)]).toEqual(['loggedOut', false]);
    expect(world.disk.sessions.has(ben)).toBe(false);
  });

  it('a user whose session was not opened yet is revoked from what the vault holds', async () => {
    const { world, ana } = await twoUsers();
    const restarted = world.start();
    expect(restarted.isSessionOpen(ana)).toBe(false);
    valueOf(await restarted.logOut(ana));
    await restarted.close();
    expect(world.service.sessionCount).toBe(1);
  });

  it('with succession `nobody`, nobody follows', async () => {
    const world = new FakeWorld({ succession: 'nobody' });
    world.service.addAccount('ana@example.org');
    world.service.addAccount('ben@example.org');
    const switcher = world.start();
    await logInByEmail(switcher, 'ana@example.org');
    const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    valueOf(await switcher.logOut(ben));
    expect(activeIdOf(switcher)).toBeUndefined();
  });
});
