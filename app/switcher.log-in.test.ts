import { describe, expect, it } from 'vitest';
import { directoryService } from './identity/service.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from './testing/fake-world.ts';
import { activeIdOf, countEvents, errorOf, twoUsers } from './testing/worlds.ts';

/** Nobody is there yet; Ana has an account at the service. */
const worldOfAna = () => {
  const world = new FakeWorld();
  world.service.addAccount('ana@example.org');
  return { world, switcher: world.start() };
};

describe('logging in', () => {
  it('T1: nobody is active at the start; the first login is, with one event', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    expect(switcher.activeUser).toBeUndefined();
    const events = countEvents(switcher);
    const { userId, seat } = valueOf(await logInByEmail(switcher, 'ana@example.org'));
    expect({ seat, active: activeIdOf(switcher) }).toEqual({ seat: 'active', active: userId });
    expect(events.count).toBe(1);
  });

  it('T2: the second login becomes active; the first stays signed in; ids differ; two events', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    world.service.addAccount('ben@example.org');
    const switcher = world.start();
    const events = countEvents(switcher);
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    expect(ana).not.toBe(ben);
    expect([switcher.stateOf(ana), switcher.stateOf(ben)]).toEqual(['inactive', 'active']);
    expect(events.count).toBe(2);
  });

  it('T3, T22: anonymous login is reused; after a log out the most recently used user follows, then nobody', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ben@example.org');
    const switcher = world.start();
    const anonymous = valueOf(await logInAnonymously(switcher)).userId;
    const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    const again = valueOf(await logInAnonymously(switcher)).userId;
    expect(again).toBe(anonymous);
    expect(activeIdOf(switcher)).toBe(anonymous);
    const userEvents = countEvents(switcher, anonymous);
    const appEvents = countEvents(switcher);
    valueOf(await switcher.logOut(anonymous));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(switcher.registry.order).toEqual([ben]);
    expect([userEvents.count, appEvents.count]).toEqual([1, 1]);
    valueOf(await switcher.logOut(ben));
    expect(activeIdOf(switcher)).toBeUndefined();
  });

  it('T16: the same user twice is the same record with new tokens; after a removal it is another', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const before = world.disk.sessions.get(ana);
    expect(valueOf(await logInByEmail(switcher, 'ana@example.org')).userId).toBe(ana);
    expect(world.disk.sessions.get(ana)).not.toBe(before);
    expect(world.service.sessionCount, 'the replaced session is revoked').toBe(2);
    valueOf(await switcher.logOut(ana));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(valueOf(await logInByEmail(switcher, 'ana@example.org')).userId).toBe(ana);
    valueOf(await switcher.remove(ana));
    expect(valueOf(await logInByEmail(switcher, 'ana@example.org')).userId).not.toBe(ana);
  });

  it('T16: nobody gets the id of a user who was removed while a page of theirs was signing in', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const { service } = world;
    const logIn = service.logIn.bind(service);
    service.logIn = async (method) => {
      const login = valueOf(await logIn(method));
      valueOf(await switcher.remove(ana));
      return { ok: true, value: { ...login, newUserId: ana } };
    };
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('userNotFound');
    expect(switcher.registry.order).toEqual([ben]);
    await switcher.close();
    expect(service.sessionCount, 'what came is given back').toBe(1);
  });

  it('T17: anonymous is reused by default, and not when a new one is wanted', async () => {
    const switcher = new FakeWorld().start();
    const first = valueOf(await logInAnonymously(switcher)).userId;
    expect(valueOf(await logInAnonymously(switcher, false)).userId).not.toBe(first);
    expect(switcher.registry.users.size).toBe(2);
    expect([...switcher.registry.users.values()].map((user) => user.anonymousNumber)).toEqual([1, 2]);
  });

  it('logging in again as somebody else does not take the anonymous user that is there', async () => {
    const { switcher, ana } = await twoUsers();
    const { userId } = valueOf(await logInAnonymously(switcher));
    const method = { kind: 'anonymous', isReused: true } as const;
    const again = switcher.logIn({ serviceId: directoryService.id, method, expectedUserId: ana });
    expect(await errorOf(again)).toBe('identityMismatch');
    expect([activeIdOf(switcher), switcher.registry.users.size]).toEqual([userId, 3]);
  });

  it('an anonymous login after a log out is a new user', async () => {
    const switcher = new FakeWorld().start();
    const first = valueOf(await logInAnonymously(switcher)).userId;
    valueOf(await switcher.logOut(first));
    expect(valueOf(await logInAnonymously(switcher)).userId).not.toBe(first);
  });

  it('T40: logging in a known user makes it active again', async () => {
    const { switcher, ana, ben } = await twoUsers();
    expect(activeIdOf(switcher)).toBe(ben);
    await logInByEmail(switcher, 'ana@example.org');
    expect(activeIdOf(switcher)).toBe(ana);
  });

  it('a failed login changes nothing and stores nothing', async () => {
    const { world, switcher, ben } = await twoUsers();
    const writes = world.disk.writes;
    const events = countEvents(switcher);
    expect(await errorOf(logInByEmail(switcher, 'nobody@example.org'))).toBe('authenticationRejected');
    expect([activeIdOf(switcher), events.count, world.disk.writes]).toEqual([ben, 0, writes]);
  });

  it('a login that cannot be saved leaves no half user, and its session is revoked', async () => {
    const { world, switcher } = worldOfAna();
    world.disk.isFull = true;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('storageUnavailable');
    expect(switcher.registry.users.size).toBe(0);
    expect(world.disk.sessions.size).toBe(0);
    expect(world.service.sessionCount).toBe(0);
  });

  it('a login of which only a part can be saved is taken back from the disk', async () => {
    const { world, switcher } = worldOfAna();
    world.disk.refusesActive = true;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('storageUnavailable');
    expect(world.disk.accounts).not.toContain('ana@');
    expect(world.start().registry.users.size).toBe(0);
  });

  it('A3: a login that could be neither saved whole nor taken back is found whole at the next start', async () => {
    const { world, switcher } = worldOfAna();
    world.disk.isNearlyFull = true;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('storageUnavailable');
    expect(switcher.registry.users.size).toBe(0);
    world.disk.isNearlyFull = world.disk.isFull = false;
    const next = world.start();
    const [found] = next.registry.users.values();
    expect(found).toMatchObject({ profile: { email: 'ana@example.org' }, state: 'authenticated' });
    expect(activeIdOf(next)).toBeUndefined();
    expect(world.service.sessionCount, 'and its session is not revoked').toBe(1);
    if (found) expect(await next.switchTo(found.id)).toMatchObject({ ok: true });
  });

  it('and where the disk has room again before that, nothing of it stays', async () => {
    const world = new FakeWorld();
    for (const name of ['ana', 'ben']) world.service.addAccount(`${name}@example.org`);
    const switcher = world.start();
    world.disk.isNearlyFull = true;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('storageUnavailable');
    expect(world.disk.sessions.size).toBe(1);
    world.disk.isNearlyFull = world.disk.isFull = false;
    valueOf(await logInByEmail(switcher, 'ben@example.org'));
    await switcher.close();
    expect([...world.disk.sessions.keys()]).toEqual([activeIdOf(switcher)]);
    expect(world.disk.accounts).not.toContain('ana@');
    expect(world.service.sessionCount, 'and its session is revoked').toBe(1);
  });

  it('logging in again as a user refuses another identity, names both, and changes nothing', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    const outcome = await logInByEmail(switcher, 'ben@example.org', ana);
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'identityMismatch', expected: 'ana@example.org', actual: 'ben@example.org' },
    });
    expect([switcher.stateOf(ana), switcher.stateOf(ben)]).toEqual(['loggedOut', 'active']);
    await switcher.close();
    expect(world.service.sessionCount, 'what the refused login brought is revoked').toBe(1);
  });

  it('logging in again as the same identity gives the same record, place, nickname and colour', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.rename(ana, 'Work'));
    valueOf(await switcher.chooseColour(ana, 'production'));
    const before = switcher.registry.users.get(ana);
    valueOf(await switcher.logOut(ana));
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    const after = switcher.registry.users.get(ana);
    expect(after?.chosenColour).toBe('production');
    expect([after?.nickname, after?.colour, after?.initials]).toEqual([
      'Work',
      before?.colour,
      before?.initials,
    ]);
    expect(switcher.registry.order).toEqual([ana, ben]);
    expect(activeIdOf(switcher)).toBe(ana);
  });

  it('a login that was cancelled while it ran is refused and revoked', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const cancellation = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
    const method = { kind: 'emailPassword', email: 'ana@example.org', password: 'secret' } as const;
    const serviceId = directoryService.id;
    const login = switcher.logIn({ serviceId, method }, { cancellation });
    cancellation.aborted = true;
    expect(await errorOf(login)).toBe('cancelled');
    await switcher.close();
    expect([switcher.registry.users.size, world.service.sessionCount]).toEqual([0, 0]);
  });

  it('a login whose service was removed, or moved, while it ran is refused and revoked', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const login = logInByEmail(switcher, 'ana@example.org');
    world.isServiceRetired = true;
    expect(await errorOf(login)).toBe('serviceNotFound');
    await switcher.close();
    expect([switcher.registry.users.size, world.service.sessionCount]).toEqual([0, 0]);
  });

  it('nobody logs in to a service that was removed, though it is kept for what waits to be revoked', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    world.isServiceRetired = true;
    const account = { email: 'ana@example.org', password: 'secret' };
    const serviceId = directoryService.id;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('serviceNotFound');
    expect(await errorOf(switcher.createAccount({ serviceId, account }))).toBe('serviceNotFound');
    expect(world.service.requests).toEqual([]);
  });

  it('quitting refuses a login that is under way and revokes what it brought', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const login = logInByEmail(switcher, 'ana@example.org');
    await switcher.close();
    expect(await errorOf(login)).toBe('cancelled');
    await switcher.close();
    expect(world.service.sessionCount).toBe(0);
  });

  it('a login that finishes after the person has switched is Inactive, and only offered', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.addAccount('cleo@example.org');
    const login = logInByEmail(switcher, 'cleo@example.org');
    valueOf(await switcher.switchTo(ana));
    const seated = valueOf(await login);
    expect(seated.seat).toBe('inactive');
    expect([activeIdOf(switcher), switcher.stateOf(seated.userId)]).toEqual([ana, 'inactive']);
  });

  it('an account is created and logged in; a taken e-mail is a conflict', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    const account = { email: 'ana@example.org', password: 'secret', name: 'Ana' };
    const serviceId = directoryService.id;
    const { userId } = valueOf(await switcher.createAccount({ serviceId, account }));
    expect(switcher.activeUser?.id).toBe(userId);
    expect(switcher.activeUser?.profile.name).toBe('Ana');
    expect(await errorOf(switcher.createAccount({ serviceId, account }))).toBe('conflict');
  });
});
