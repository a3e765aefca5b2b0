import { describe, expect, it } from 'vitest';
import { messageOf } from './errors.ts';
import { directoryService } from './identity/service.ts';
import { FakeWorld, logInAnonymously, logInByEmail, valueOf } from './testing/fake-world.ts';
import type { Switcher } from './switcher.ts';
import type { UserId } from './users/user.ts';
import { userIdSchema } from './users/user.ts';

const unknownId = userIdSchema.parse('user-unknown');

/** A world with accounts at the service, and a switcher with as many of them logged in, in that order. */
const worldWith = async (...emails: string[]) => {
  const world = new FakeWorld();
  for (const email of emails) world.service.addAccount(email);
  const switcher = world.start();
  const ids: UserId[] = [];
  for (const email of emails) ids.push(valueOf(await logInByEmail(switcher, email)).userId);
  return { world, switcher, idOf: (n: number) => ids[n] ?? unknownId };
};

const twoUsers = async () => {
  const { world, switcher, idOf } = await worldWith('ana@example.org', 'ben@example.org');
  return { world, switcher, ana: idOf(0), ben: idOf(1) };
};

const emailsInOrder = ({ registry }: Switcher) =>
  registry.order.map((id) => registry.users.get(id)?.profile.email);

const activeIdOf = (switcher: Switcher) => switcher.registry.activeId;

const countEvents = (switcher: Switcher, only?: UserId) => {
  const heard = { count: 0 };
  switcher.subscribe(() => (heard.count += 1), only);
  return heard;
};

const errorOf = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { error } = await outcome;
  return error?.code;
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

  it('T17: anonymous is reused by default, and not when a new one is wanted', async () => {
    const switcher = new FakeWorld().start();
    const first = valueOf(await logInAnonymously(switcher)).userId;
    expect(valueOf(await logInAnonymously(switcher, false)).userId).not.toBe(first);
    expect(switcher.registry.users.size).toBe(2);
    expect([...switcher.registry.users.values()].map((user) => user.anonymousNumber)).toEqual([1, 2]);
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
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    world.disk.isFull = true;
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('storageUnavailable');
    expect(switcher.registry.users.size).toBe(0);
    expect(world.disk.sessions.size).toBe(0);
    expect(world.service.sessionCount).toBe(0);
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
    const before = switcher.registry.users.get(ana);
    valueOf(await switcher.logOut(ana));
    valueOf(await logInByEmail(switcher, 'ana@example.org', ana));
    const after = switcher.registry.users.get(ana);
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
    const login = switcher.logIn({ serviceId, method }, cancellation);
    cancellation.aborted = true;
    expect(await errorOf(login)).toBe('cancelled');
    await switcher.close();
    expect([switcher.registry.users.size, world.service.sessionCount]).toEqual([0, 0]);
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

describe('switching', () => {
  it('T7: to a signed-in user and back; the list is unchanged', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    expect(activeIdOf(switcher)).toBe(ana);
    valueOf(await switcher.switchTo(ben));
    expect(activeIdOf(switcher)).toBe(ben);
    expect(switcher.registry.order).toEqual([ana, ben]);
  });

  it('T8: to a logged-out user is refused in these words, and the active user stays', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    const outcome = await switcher.switchTo(ana);
    expect(outcome.ok ? '' : messageOf(outcome.error)).toBe('User is no longer valid or is logged out');
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it('T9: to or away with an unknown or removed user: `User does not exist`, and no request is sent', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ana));
    await switcher.close();
    const requests = world.service.requests.length;
    for (const id of [unknownId, ana])
      for (const outcome of [await switcher.switchTo(id), await switcher.remove(id)])
        expect(outcome.ok ? '' : messageOf(outcome.error)).toBe('User does not exist');
    expect(switcher.stateOf(ben)).toBe('active');
    expect(world.service.requests.length).toBe(requests);
  });

  it('to the active user succeeds, writes nothing and makes no event', async () => {
    const { world, switcher, ben } = await twoUsers();
    const writes = world.disk.writes;
    const events = countEvents(switcher);
    valueOf(await switcher.switchTo(ben));
    expect([world.disk.writes, events.count]).toEqual([writes, 0]);
  });

  it('a burst coalesces: the last one wins, the others are superseded, and writes stay few', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org');
    const [a, b, c] = [idOf(0), idOf(1), idOf(2)];
    const writes = world.disk.writes;
    const outcomes = await Promise.all([a, b, c, b, a].map((id) => switcher.switchTo(id)));
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.error.code))).toEqual([
      'superseded',
      'superseded',
      'superseded',
      'superseded',
      'done',
    ]);
    expect(activeIdOf(switcher)).toBe(a);
    expect(world.disk.writes - writes).toBe(1);
  });

  it('a switch that cannot be saved is refused, and the active user stays', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    world.disk.isFull = true;
    expect(await errorOf(switcher.switchTo(ana))).toBe('storageUnavailable');
    expect(activeIdOf(switcher)).toBe(ben);
    world.disk.isFull = false;
    valueOf(await switcher.switchTo(ana));
    expect(world.start().registry.activeId).toBe(ana);
  });

  it('survives a restart', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    expect(world.start().registry.activeId).toBe(ana);
  });
});

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

describe('removing', () => {
  it('T10, T11: a logged-out and a signed-in user; a second removal is refused', async () => {
    const { switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.logOut(ana));
    valueOf(await switcher.remove(ana));
    valueOf(await switcher.remove(ben));
    expect(await errorOf(switcher.remove(ben))).toBe('userNotFound');
    expect([switcher.registry.users.size, activeIdOf(switcher), switcher.stateOf(ana)]).toEqual([
      0,
      undefined,
      'removed',
    ]);
  });

  it('T12: is local and immediate: the account lives on at the service and can log in again', async () => {
    const { switcher, ben } = await twoUsers();
    const leaving = switcher.remove(ben);
    expect(switcher.stateOf(ben)).toBe('removed');
    valueOf(await leaving);
    valueOf(await logInByEmail(switcher, 'ben@example.org'));
  });

  it('T13: logging in after a removal is a new record; the old id stays removed', async () => {
    const { switcher, ben } = await twoUsers();
    valueOf(await switcher.remove(ben));
    const again = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    expect([switcher.stateOf(ben), switcher.stateOf(again)]).toEqual(['removed', 'active']);
    expect(switcher.registry.users.get(again)?.profile.email).toBe('ben@example.org');
  });

  it('T14, T43: removing the active user revokes its session and leaves nothing behind', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ben));
    await switcher.close();
    expect(world.service.requests.some(({ call }) => call === 'revoke')).toBe(true);
    expect([...world.disk.sessions.keys(), ...world.disk.traces]).toEqual([ana, ana]);
    expect([world.disk.tombstones.size, world.disk.outbox.size]).toEqual([0, 0]);
    expect(world.disk.accounts).not.toContain('ben@');
    expect(activeIdOf(switcher)).toBe(ana);
  });

  it('T43: a log out deletes no local data', async () => {
    const { world, switcher, ben } = await twoUsers();
    valueOf(await switcher.logOut(ben));
    expect(world.disk.traces.has(ben)).toBe(true);
  });

  it('the local data of others stays', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.remove(ana));
    expect([...world.disk.traces]).toEqual([ben]);
    expect(switcher.stateOf(ben)).toBe('active');
  });

  it('that cannot be begun erases nothing: the user is back, active and in its place', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.switchTo(ana));
    world.disk.isFull = true;
    expect(await errorOf(switcher.remove(ana))).toBe('storageUnavailable');
    expect([switcher.registry.order, activeIdOf(switcher)]).toEqual([[ana, ben], ana]);
    expect(valueOf(await switcher.callFunction(ana, 'whoami', []))).toBe(
      switcher.registry.users.get(ana)?.subject,
    );
    world.disk.isFull = false;
    expect(world.start().registry.order).toEqual([ana, ben]);
  });

  it('offline is final: nothing of the user is left but the revocation that waits', async () => {
    const { world, switcher, ben } = await twoUsers();
    world.service.isOffline = true;
    valueOf(await switcher.remove(ben));
    await switcher.close();
    const restarted = world.start();
    expect(restarted.stateOf(ben)).toBe('removed');
    expect([world.disk.sessions.has(ben), world.disk.outbox.size]).toEqual([false, 1]);
  });

  it('T44: one that was interrupted is finished at the next start', async () => {
    const { world, ana, ben } = await twoUsers();
    world.disk.tombstones.add(ben);
    const restarted = world.start();
    expect(restarted.registry.order).toEqual([ana]);
    await restarted.finishWhatWasLeft();
    expect([...world.disk.sessions.keys(), ...world.disk.traces]).toEqual([ana, ana]);
    expect(world.disk.tombstones.size).toBe(0);
    expect(world.disk.accounts).not.toContain('ben@');
  });
});

describe('deleting an account', () => {
  it('T20: at the service, then here; a later login is rejected; a logged-out user cannot', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    valueOf(await switcher.deleteAccount(ana));
    expect(switcher.stateOf(ana)).toBe('removed');
    expect(await errorOf(logInByEmail(switcher, 'ana@example.org'))).toBe('authenticationRejected');
    valueOf(await switcher.logOut(ben));
    expect(await errorOf(switcher.deleteAccount(ben))).toBe('userLoggedOut');
    expect(await errorOf(switcher.deleteAccount(ana))).toBe('userNotFound');
    expect(world.service.requests.filter(({ call }) => call === 'deleteAccount')).toHaveLength(1);
  });

  it('deletes the named user, not the active one', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const subject = switcher.registry.users.get(ana)?.subject ?? '';
    valueOf(await switcher.deleteAccount(ana));
    expect(world.service.hasAccount(subject)).toBe(false);
    expect(world.service.hasAccount(switcher.registry.users.get(ben)?.subject ?? '')).toBe(true);
    expect(activeIdOf(switcher)).toBe(ben);
  });

  it('keeps the user when the service cannot be reached', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.isOffline = true;
    expect(await errorOf(switcher.deleteAccount(ana))).toBe('networkUnavailable');
    expect(switcher.stateOf(ana)).toBe('inactive');
  });
});

describe('states and restarts', () => {
  it('T24: active, inactive, logged out, removed', async () => {
    const { switcher, ana, ben } = await twoUsers();
    expect([switcher.stateOf(ben), switcher.stateOf(ana)]).toEqual(['active', 'inactive']);
    valueOf(await switcher.logOut(ben));
    valueOf(await switcher.remove(ana));
    expect([switcher.stateOf(ben), switcher.stateOf(ana)]).toEqual(['loggedOut', 'removed']);
  });

  it('T25, T26, T49: users, order, states, profiles, identities and the active user are back', async () => {
    const { world, switcher, idOf } = await worldWith('a@x.org', 'b@x.org', 'c@x.org');
    const [a, b, c] = [idOf(0), idOf(1), idOf(2)];
    valueOf(await switcher.logOut(b));
    valueOf(await switcher.switchTo(a));
    const restarted = world.start();
    expect(restarted.registry).toEqual(switcher.registry);
    expect([a, b, c].map((id) => restarted.stateOf(id))).toEqual(['active', 'loggedOut', 'inactive']);
    expect(restarted.registry.users.get(a)?.identities).toHaveLength(1);
    expect(valueOf(await restarted.callFunction(c, 'whoami', []))).toBe(
      restarted.registry.users.get(c)?.subject,
    );
  });

  it('T41: authenticated without a session becomes logged out; a rename keeps profile and identities', async () => {
    const { world, switcher, ana } = await twoUsers();
    valueOf(await switcher.rename(ana, 'Work'));
    expect(switcher.registry.users.get(ana)).toMatchObject({
      nickname: 'Work',
      profile: { email: 'ana@example.org' },
      identities: [{ providerType: 'local-userpass' }],
    });
    world.disk.sessions.delete(ana);
    expect(world.start().stateOf(ana)).toBe('loggedOut');
  });

  it('T40: an active id that is unknown or logged out becomes nobody', async () => {
    const { world, ben } = await twoUsers();
    world.disk.sessions.delete(ben);
    expect(world.start().registry.activeId).toBeUndefined();
    world.disk.active = JSON.stringify({ version: 1, activeId: unknownId, recent: [unknownId] });
    const { activeId, recent } = world.start().registry;
    expect([activeId, recent]).toEqual([undefined, []]);
  });

  it('T44: a session in memory is not persisted: after a restart its user is logged out, with the reason', async () => {
    const world = new FakeWorld();
    world.disk.isUnprotected = true;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    expect(valueOf(await switcher.callFunction(ana, 'whoami', []))).toBeTruthy();
    expect(world.disk.sessions.size).toBe(0);
    expect(world.start().registry.users.get(ana)).toMatchObject({
      state: 'loggedOut',
      because: 'sessionNotSaved',
    });
  });

  it('sessions in memory are written when a key store appears', async () => {
    const world = new FakeWorld();
    world.disk.isUnprotected = true;
    world.service.addAccount('ana@example.org');
    const switcher = world.start();
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    world.disk.isUnprotected = false;
    await switcher.saveSessionsInMemory();
    expect(world.start().stateOf(ana)).toBe('active');
  });

  it('T46: a session that does not open is kept, and its user stays authenticated', async () => {
    const { world, ana } = await twoUsers();
    world.disk.isLocked = true;
    const restarted = world.start();
    const outcome = await restarted.callFunction(ana, 'whoami', []);
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'storageUnavailable', problem: 'keyringUnavailable' },
    });
    expect([restarted.stateOf(ana), world.disk.sessions.has(ana)]).toEqual(['inactive', true]);
    world.disk.isLocked = false;
    valueOf(await restarted.callFunction(ana, 'whoami', []));
  });

  it('T45: sessions of nobody are erased at the start, and those of users stay', async () => {
    const { world, ana, ben } = await twoUsers();
    world.disk.sessions.set(unknownId, '{}');
    world.start();
    expect([...world.disk.sessions.keys()]).toEqual([ana, ben]);
  });
});

describe('listening', () => {
  it('T6: a listener that has left hears nothing', async () => {
    const { switcher, ana, ben } = await twoUsers();
    let heard = 0;
    const stop = switcher.subscribe(() => (heard += 1));
    valueOf(await switcher.switchTo(ana));
    stop();
    valueOf(await switcher.switchTo(ben));
    expect(heard).toBe(1);
  });

  it('T37: the new active user is readable inside a listener', async () => {
    const { switcher, ana } = await twoUsers();
    let seen: UserId | undefined;
    switcher.subscribe(() => (seen = switcher.activeUser?.id));
    valueOf(await switcher.switchTo(ana));
    expect(seen).toBe(ana);
  });

  it('T50: one event each for login, login, switch and log out; a user hears of itself only', async () => {
    const world = new FakeWorld();
    world.service.addAccount('ana@example.org');
    world.service.addAccount('ben@example.org');
    const switcher = world.start();
    const events = countEvents(switcher);
    const ana = valueOf(await logInByEmail(switcher, 'ana@example.org')).userId;
    const ben = valueOf(await logInByEmail(switcher, 'ben@example.org')).userId;
    const ofBen = countEvents(switcher, ben);
    valueOf(await switcher.switchTo(ana));
    valueOf(await switcher.logOut(ana));
    expect(events.count).toBe(4);
    expect(ofBen.count).toBe(0);
    valueOf(await switcher.rename(ben, 'B'));
    expect(ofBen.count).toBe(1);
  });

  it('T50: a listener that throws stops no other, and one may leave during an event', async () => {
    const { world, switcher, ana } = await twoUsers();
    const heard: string[] = [];
    switcher.subscribe(() => {
      throw new Error('a listener of the test');
    });
    const stop = switcher.subscribe(() => {
      heard.push('first');
      stop();
      stopSecond();
    });
    const stopSecond = switcher.subscribe(() => heard.push('second'));
    switcher.subscribe(() => heard.push('third'));
    valueOf(await switcher.switchTo(ana));
    expect(heard).toEqual(['first', 'third']);
    expect(world.warnings).toEqual(['a registry listener failed']);
  });
});

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
    world.service.callFunction = async () => {
      world.service.requests.push({ call: 'refused' });
      return { ok: false, error: { code: 'authenticationRejected' } };
    };
    expect(await errorOf(switcher.callFunction(ana, 'whoami', []))).toBe('authenticationRejected');
    expect(world.service.requests.slice(before).map(({ call }) => call)).toEqual([
      'refused',
      'refresh',
      'refused',
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
    expect(await switcher.lock(ana)).toEqual({
      ok: false,
      error: { code: 'conflict', with: 'noWayToUnlock' },
    });
  });
});
