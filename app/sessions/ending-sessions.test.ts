import { describe, expect, it, test } from 'vitest';
import { succeed } from '../outcome.ts';
import { careScene } from '../testing/care-scene.ts';
import { someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import type { AuthenticatedUser } from '../users/user.ts';
import { loggedOut } from '../users/user-registry.ts';
import { EndingSessions } from './ending-sessions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const startedAtMs = 1_000_000;

/** A user whose record says that the session ends soon from so much later on. */
const endingSoonIn = (ms: number, n = 1): AuthenticatedUser =>
  someUser(n, { sessionEnd: { atMs: startedAtMs + ms + 7 * day, soonFromMs: startedAtMs + ms } });

const scene = (...users: readonly AuthenticatedUser[]) => {
  const parts = careScene(users);
  const ending = new EndingSessions({ ...parts.ports, kept: parts.kept });
  return { ...parts, ending };
};

const ana = endingSoonIn(10 * minute);
/** One that ends soon from so much later on. */
const sessionOf = (soonInMs: number) => ({
  ...someSession,
  refreshExpiresAtMs: startedAtMs + soonInMs + 7 * day,
});
const over = sessionOf(-7 * day);

describe('whether a session ends soon', () => {
  test.each<[what: string, soonInMs: number, isSoon: boolean]>([
    ['it did already', -1, true],
    ['it does from now on', 0, true],
    ['it does from a moment later on', 1, false],
  ])('is said to the moment (%s)', (_what, soonInMs, isSoon) => {
    const { ending } = scene(endingSoonIn(soonInMs));
    expect(ending.isSoon(ana.id)).toBe(isSoon);
  });

  it('is said by the session that is in memory, and by the record once it is not', () => {
    const { ending } = scene(endingSoonIn(0));
    ending.sessionChanged(ana.id, sessionOf(30 * day));
    expect(ending.isSoon(ana.id)).toBe(false);
    ending.sessionChanged(ana.id, undefined);
    expect(ending.isSoon(ana.id)).toBe(true);
  });

  it('is no question for who is logged out, or unknown', () => {
    const { ending, kept } = scene(endingSoonIn(0));
    kept.takeEffect((registry) => loggedOut(registry, ana.id, { succession: 'nobody' }), []);
    expect([ending.isSoon(ana.id), ending.isSoon(someUser(50).id)]).toEqual([false, false]);
  });
});

describe('a session that comes to end soon', () => {
  it('is told of when it does, once', async () => {
    const { ending, pass, heard } = scene(ana, someUser(2));
    ending.begin();
    await pass(10 * minute - 1);
    expect(heard).toEqual([]);
    await pass(1);
    expect(heard).toEqual([[ana.id]]);
    await pass(day);
    expect(heard).toEqual([[ana.id]]);
  });

  it('is told of at once where a session brings that, and where one takes it back', () => {
    const { ending, heard } = scene(someUser(1), someUser(2));
    ending.begin();
    ending.sessionChanged(ana.id, over);
    ending.sessionChanged(ana.id, over);
    expect(heard).toEqual([[ana.id]]);
    ending.sessionChanged(ana.id, sessionOf(day));
    expect(heard).toEqual([[ana.id], [ana.id]]);
  });

  it('is not told of again to those who have just heard of the user', () => {
    const { ending, kept, heard } = scene(someUser(1));
    ending.begin();
    const user = endingSoonIn(0);
    kept.takeEffect((registry) => succeed({ ...registry, users: new Map([[user.id, user]]) }), [user.id]);
    ending.usersChanged([user.id]);
    ending.look();
    expect(heard).toEqual([[user.id]]);
  });

  test.each<[when: string, begun: (ending: EndingSessions) => void]>([
    ['before the beginning', () => {}],
    [
      'after the end',
      (ending) => {
        ending.begin();
        ending.stop();
      },
    ],
  ])('is told of to nobody %s', async (_when, begun) => {
    const { ending, pass, heard, timers } = scene(ana, someUser(2));
    begun(ending);
    await pass(hour);
    ending.look();
    ending.sessionChanged(someUser(2).id, over);
    expect([heard, timers.pendingCount()]).toEqual([[], 0]);
    expect(ending.isSoon(ana.id), 'who asks is told').toBe(true);
  });
});

describe('the next look', () => {
  test.each<[when: string, soonInMs: readonly number[], pauseMs: number]>([
    ['when the first one comes to end soon', [50 * minute, 10 * minute, 20 * minute], 10 * minute],
    ['in an hour, where none does before', [2 * hour, 3 * day], hour],
    ['in an hour, where all do already', [-minute, 0], hour],
    ['in a minute at the earliest', [1], minute],
    ['in an hour, where there is nobody', [], hour],
  ])('is taken %s', (_when, soonInMs, pauseMs) => {
    const { ending, delays } = scene(...soonInMs.map((ms, n) => endingSoonIn(ms, n)));
    ending.begin();
    expect(delays).toEqual([pauseMs]);
  });

  it('is the only one, however often somebody looks between', () => {
    const { ending, timers } = scene(ana);
    ending.begin();
    ending.look();
    ending.look();
    expect(timers.pendingCount()).toBe(1);
  });
});
