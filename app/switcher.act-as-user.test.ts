import { describe, expect, it } from 'vitest';
import { FakeWorld, logInAnonymously, valueOf } from './testing/fake-world.ts';
import { activeIdOf, errorOf, twoUsers } from './testing/worlds.ts';

describe('acting as a user', () => {
  it('T50: calls act as the named user, and as the new active user right after a switch', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    for (const id of [ana, ben])
      expect(valueOf(await switcher.callFunction(id, 'whoami', []))).toBe(
        switcher.registry.users.get(id)?.subject,
      );
  });

  it('T27: a 401 is refreshed once, and the call repeated with the new token', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.expireAccessTokens();
    const before = world.service.requests.length;
    valueOf(await switcher.callFunction(ana, 'whoami', []));
    const calls = world.service.requests.slice(before);
    expect(calls.map(({ call }) => call)).toEqual(['callFunction whoami', 'refresh', 'callFunction whoami']);
    expect(calls[0]?.token).not.toBe(calls[2]?.token);
  });

  it('C1: fifty calls at once that are refused make one refresh', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.expireAccessTokens();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => switcher.callFunction(ana, 'whoami', [])),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(world.service.requests.filter(({ call }) => call === 'refresh')).toHaveLength(1);
  });

  it('a call is repeated once and never again', async () => {
    const { world, switcher, ana } = await twoUsers();
    const before = world.service.requests.length;
    world.service.failures.set('callFunction whoami', { code: 'authenticationRejected' });
    expect(await errorOf(switcher.callFunction(ana, 'whoami', []))).toBe('authenticationRejected');
    expect(world.service.requests.slice(before).map(({ call }) => call)).toEqual([
      'callFunction whoami',
      'refresh',
      'callFunction whoami',
    ]);
    expect(switcher.stateOf(ana)).toBe('inactive');
  });

  it('T28, T31: a refused refresh logs that user out with the reason; nobody follows', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.revokeSessionsOf(switcher.registry.users.get(ben)?.subject ?? '');
    expect(await errorOf(switcher.callFunction(ben, 'whoami', []))).toBe('userLoggedOut');
    await switcher.close();
    expect(switcher.registry.users.get(ben)).toMatchObject({ state: 'loggedOut', because: 'sessionRevoked' });
    expect([activeIdOf(switcher), switcher.stateOf(ana)]).toEqual([undefined, 'inactive']);
    expect(world.disk.sessions.has(ben)).toBe(false);
  });

  it('T34: a revoked anonymous user is removed', async () => {
    const world = new FakeWorld();
    const switcher = world.start();
    const { userId } = valueOf(await logInAnonymously(switcher));
    world.service.revokeSessionsOf(switcher.registry.users.get(userId)?.subject ?? '');
    await switcher.callFunction(userId, 'whoami', []);
    await switcher.close();
    expect(switcher.stateOf(userId)).toBe('removed');
    expect(world.disk.traces.size).toBe(0);
  });

  it('T33: network trouble and 5xx log nobody out; trouble is flagged, and the flag goes again', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.service.expireAccessTokens();
    world.service.isOffline = true;
    expect(await errorOf(switcher.callFunction(ben, 'whoami', []))).toBe('networkUnavailable');
    expect([switcher.stateOf(ben), switcher.isUnreachable(ben)]).toEqual(['active', true]);
    world.service.isOffline = false;
    world.service.isFailing = true;
    expect(await errorOf(switcher.callFunction(ben, 'whoami', []))).toBe('serverError');
    expect(switcher.stateOf(ben)).toBe('active');
    world.service.isFailing = false;
    valueOf(await switcher.callFunction(ben, 'whoami', []));
    expect(switcher.isUnreachable(ben)).toBe(false);
  });

  it('T32: a refresh that returns after a log out resurrects nobody and stores nothing', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.expireAccessTokens();
    const call = switcher.callFunction(ana, 'whoami', []);
    while (!world.service.requests.some((request) => request.call === 'refresh')) await Promise.resolve();
    valueOf(await switcher.logOut(ana));
    expect(await errorOf(call)).toBe('userLoggedOut');
    await switcher.close();
    expect([switcher.stateOf(ana), switcher.isSessionOpen(ana), world.disk.sessions.has(ana)]).toEqual([
      'loggedOut',
      false,
      false,
    ]);
    expect(world.service.sessionCount).toBe(1);
  });

  it('C2: a refresh that returns after a switch is stored, to its own user', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.service.expireAccessTokens();
    const before = { ana: world.disk.sessions.get(ana), ben: world.disk.sessions.get(ben) };
    const call = switcher.callFunction(ben, 'whoami', []);
    valueOf(await switcher.switchTo(ana));
    valueOf(await call);
    await switcher.close();
    expect(world.disk.sessions.get(ana)).toBe(before.ana);
    expect(world.disk.sessions.get(ben)).not.toBe(before.ben);
  });

  it('C10: an answer for a user who was removed meanwhile is discarded', async () => {
    const { switcher, ana } = await twoUsers();
    const call = switcher.callFunction(ana, 'whoami', []);
    valueOf(await switcher.remove(ana));
    expect(await errorOf(call)).toBe('userNotFound');
  });

  it('a user without a way to unlock cannot be locked', async () => {
    const { switcher, ana } = await twoUsers();
    expect(await switcher.locking.lock(ana)).toEqual({
      ok: false,
      error: { code: 'conflict', with: 'noWayToUnlock' },
    });
  });
});
