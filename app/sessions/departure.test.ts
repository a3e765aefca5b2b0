import { describe, expect, it, test } from 'vitest';
import { done, fail, succeed } from '../outcome.ts';
import { removalScene, someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import type { User } from '../users/user.ts';
import { loggedOut, type UserRegistry } from '../users/user-registry.ts';
import { Departure } from './departure.ts';
import { WebSessionEnds } from './web-session-ends.ts';

const failed = fail({ code: 'storageUnavailable', problem: 'failed' });

const ana = someUser(1);
const ben = someUser(2);
/** Locked, without a PIN or passphrase. */
const shut = someUser(1, { isLocked: true, sessionKept: 'nowhere' });

const seats = 'nobody';

const withUser = (user: User) => (registry: UserRegistry) =>
  succeed({ ...registry, users: new Map(registry.users).set(user.id, user) });

/** Ana is active; both have a web session, and whatever locks a session. */
const scene = () => {
  const parts = removalScene([ana, ben], { active: ana });
  const { ports, kept, sessions, revoker, disk } = parts;
  const webSessionEnds = new WebSessionEnds(ports.webSessions, ports.log);
  const departure = new Departure(ports, kept, sessions, revoker, webSessionEnds);
  for (const { id } of [ana, ben]) {
    disk.webSessions.add(id);
    disk.locks.set(id, 'secret');
  }
  const become = (user: User) => kept.takeEffect(withUser(user), [user.id]);
  const logOut = ({ id }: User) =>
    kept.takeEffect((registry) => loggedOut(registry, id, { succession: seats }), [id]);
  /** Refresh tokens that wait to be revoked. */
  const queued = () => [...disk.outbox.values()].map(({ refreshToken }) => refreshToken);
  return { ...parts, departure, webSessionEnds, become, logOut, queued };
};

const stored = (name: string) => JSON.stringify({ ...someSession, refreshToken: name });

describe('a log out by the person', () => {
  test.each<[where: string, isHeld: boolean, token: string]>([
    ['in memory', true, 'held'],
    ['stored', false, 'stored'],
  ])('has the session revoked that is %s, and leaves nothing of it', async (_where, isHeld, token) => {
    const { departure, sessions, disk, kept, queued } = scene();
    disk.sessions.set(ana.id, stored('stored'));
    if (isHeld) sessions.begin(ana.id, { ...someSession, refreshToken: 'held' });
    const leaving = departure.byPerson(ana, seats, 'sessionNotSaved');
    expect(sessions.held(ana.id), 'before anything is awaited').toBeUndefined();
    expect(kept.current.users.get(ana.id)).toMatchObject({
      state: 'loggedOut',
      because: 'sessionNotSaved',
    });
    expect(await leaving).toEqual(done);
    expect(queued()).toEqual([token]);
    expect([disk.sessions.has(ana.id), disk.locks.has(ana.id), disk.webSessions.has(ana.id)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test.each<[what: string, isHeld: boolean, expected: readonly string[]]>([
    ['keeps that of a login that was let in meanwhile', false, []],
    ['has its own session revoked alone, where a login was let in meanwhile', true, ['held']],
  ])('%s', async (_what, isHeld, expected) => {
    const { departure, sessions, disk, become, queued } = scene();
    if (isHeld) sessions.begin(ana.id, { ...someSession, refreshToken: 'held' });
    const leaving = departure.byPerson(ana, seats);
    become(ana);
    disk.sessions.set(ana.id, stored('newer'));
    expect(await leaving).toEqual(done);
    expect(queued()).toEqual(expected);
    expect([disk.sessions.get(ana.id), disk.locks.has(ana.id)]).toEqual([stored('newer'), true]);
  });

  test.each(['accounts', 'session'])('is told where %s cannot be written', async (concern) => {
    const { departure, disk } = scene();
    disk.refused.add(concern);
    expect(await departure.byPerson(ana, seats)).toEqual(failed);
    expect(disk.webSessions.has(ana.id), 'the rest goes').toBe(false);
  });
});

describe('a session that ended by itself', () => {
  it('is erased, with the reason, and not revoked', async () => {
    const { departure, disk, kept, queued, store } = scene();
    store(ana);
    expect(await departure.byItself(ana, 'sessionRevoked')).toEqual(done);
    expect([kept.current.activeId, kept.epoch]).toEqual([undefined, 0]);
    expect(kept.current.users.get(ana.id)).toMatchObject({ because: 'sessionRevoked' });
    expect([queued(), disk.sessions.has(ana.id), disk.webSessions.has(ana.id)]).toEqual([[], false, false]);
  });

  it('leaves that of a login that was let in meanwhile', async () => {
    const { departure, disk, become, store } = scene();
    store(ana);
    const leaving = departure.byItself(ana, undefined);
    become(ana);
    await leaving;
    expect([disk.sessions.has(ana.id), disk.locks.has(ana.id)]).toEqual([true, true]);
  });
});

describe('a session that somebody else’s step has taken', () => {
  test.each<[what: string, end: (departure: Departure) => void]>([
    ['that is still in memory', () => {}],
    ['that has left memory', (departure) => departure.endInMemory(ana.id)],
    [
      'that has left memory, of which it is heard twice',
      (departure) => {
        departure.endInMemory(ana.id);
        departure.endInMemory(ana.id);
      },
    ],
  ])('%s is revoked, though it was never stored', async (_what, end) => {
    const { departure, sessions, logOut, queued } = scene();
    sessions.begin(ana.id, someSession);
    logOut(ana);
    end(departure);
    await departure.follow(ana);
    expect([sessions.held(ana.id), queued()]).toEqual([undefined, [someSession.refreshToken]]);
  });

  it('is revoked once: the next time it is the next one', async () => {
    const { departure, sessions, disk, logOut, become, queued } = scene();
    sessions.begin(ana.id, someSession);
    departure.endInMemory(ana.id);
    logOut(ana);
    await departure.follow(ana);
    disk.outbox.clear();
    become(ana);
    disk.sessions.set(ana.id, stored('next'));
    logOut(ana);
    await departure.follow(ana);
    expect(queued()).toEqual(['next']);
  });

  it('leaves nothing of what was stored, and ends the web session of who is logged out', async () => {
    const { departure, disk, logOut, queued, store, warnings } = scene();
    store(ana);
    logOut(ana);
    await departure.follow(ana);
    expect(queued()).toEqual([someSession.refreshToken]);
    expect([disk.sessions.has(ana.id), disk.locks.has(ana.id), disk.webSessions.has(ana.id)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(warnings).toEqual([]);
  });

  it('takes no web session from who is only locked, though its end was noted for another step', async () => {
    const { departure, webSessionEnds, disk, become, store } = scene();
    store(ana);
    await webSessionEnds.note(ana.id);
    become(shut);
    await departure.follow(ana);
    expect([disk.sessions.has(ana.id), disk.webSessions.has(ana.id)]).toEqual([false, true]);
  });

  it('takes no web session from who is not there any more', async () => {
    const { departure, kept, disk, store } = scene();
    store(ana);
    kept.takeEffect((registry) => succeed({ ...registry, users: new Map([[ben.id, ben]]) }), [ana.id]);
    await departure.follow(ana);
    expect([disk.sessions.has(ana.id), disk.webSessions.has(ana.id)]).toEqual([false, true]);
  });

  it('stays where its user has one again', async () => {
    const { departure, disk, logOut, become, queued, store } = scene();
    store(ana);
    logOut(ana);
    const following = departure.follow(ana);
    become(ana);
    await following;
    expect([disk.sessions.has(ana.id), queued(), disk.webSessions.has(ana.id)]).toEqual([true, [], true]);
  });

  it('that cannot be erased is logged, and the web session ends all the same', async () => {
    const { departure, disk, logOut, warnings } = scene();
    disk.refused.add('session');
    logOut(ana);
    await departure.follow(ana);
    expect(warnings).toEqual([
      ['a session that was left could not be erased', { code: 'storageUnavailable' }],
    ]);
    expect(disk.webSessions.has(ana.id)).toBe(false);
  });
});
