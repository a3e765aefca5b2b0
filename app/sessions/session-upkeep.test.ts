import { describe, expect, it, test } from 'vitest';
import type { ErrorReport } from '../errors.ts';
import { fail, succeed } from '../outcome.ts';
import { careScene } from '../testing/care-scene.ts';
import { someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import { withoutSession, type User } from '../users/user.ts';
import { locked, loggedOut, switchedTo } from '../users/user-registry.ts';
import type { Session } from './session.ts';
import { SessionUpkeep } from './session-upkeep.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const ana = someUser(1);
const ben = someUser(2);
const shut = someUser(3, { isLocked: true });
const out: User = { ...withoutSession(someUser(4)), state: 'loggedOut' };
const everybody = [ana, ben, shut, out];

/** Ana is active; nothing has begun. */
const scene = (options: Parameters<typeof careScene>[1] = { active: ana }) => {
  const parts = careScene(everybody, options);
  const { ports, kept, sessions, renew } = parts;
  const upkeep = new SessionUpkeep({ ...ports, kept, sessions, renew });
  const tended = () => everybody.map(({ id }) => id).filter((id) => upkeep.isTended(id));
  /** A session that lives this long is begun. */
  const begin = ({ id }: User, lifeMs: number | undefined, fields: Partial<Session> = {}) => {
    const accessExpiresAtMs = lifeMs === undefined ? undefined : parts.time.nowMs + lifeMs;
    sessions.begin(id, { ...someSession, accessExpiresAtMs, ...fields });
    upkeep.sessionChanged(id, sessions.held(id));
  };
  return { ...parts, upkeep, tended, begin };
};

describe('those whose sessions are refreshed ahead', () => {
  test.each<[who: string, active: User | undefined, live: readonly User[], expected: readonly User[]]>([
    ['the active user alone', ana, [], [ana]],
    ['users with a live workspace as well', ana, [ben], [ana, ben]],
    ['users with a live workspace alone, where nobody is active', undefined, [ben], [ben]],
    ['nobody who is locked', ana, [shut], [ana]],
    ['nobody who is logged out', ana, [out], [ana]],
    ['nobody who is unknown', ana, [someUser(50)], [ana]],
  ])('are %s', (_who, active, live, expected) => {
    const { upkeep, tended, timers } = scene(active ? { active } : {});
    upkeep.setLive(live.map(({ id }) => id));
    upkeep.begin();
    expect(tended()).toEqual(expected.map(({ id }) => id));
    expect(timers.pendingCount(), 'one timer for each').toBe(expected.length);
  });

  it('are nobody before the beginning, nor after the end', () => {
    const { upkeep, tended, timers } = scene();
    upkeep.setLive([ben.id]);
    expect(tended()).toEqual([]);
    upkeep.begin();
    upkeep.stop();
    expect([tended(), timers.pendingCount()]).toEqual([[], 0]);
    upkeep.setLive([ana.id]);
    expect([tended(), timers.pendingCount()]).toEqual([[], 0]);
  });

  it('keep their timers when somebody else changes', () => {
    const { upkeep, delays } = scene();
    upkeep.begin();
    upkeep.setLive([ben.id]);
    upkeep.usersChanged();
    expect(delays).toEqual([second, second]);
  });

  test.each<[what: string, step: (parts: ReturnType<typeof scene>) => void]>([
    [
      'locked',
      ({ kept }) => kept.takeEffect((registry) => locked(registry, ana.id, () => 'locked'), [ana.id]),
    ],
    [
      'locked, though the workspace is live',
      ({ kept, upkeep }) => {
        upkeep.setLive([ana.id]);
        kept.takeEffect((registry) => locked(registry, ana.id, () => 'locked'), [ana.id]);
      },
    ],
    [
      'logged out',
      ({ kept }) =>
        kept.takeEffect((registry) => loggedOut(registry, ana.id, { succession: 'nobody' }), [ana.id]),
    ],
  ])('are no more once they are %s', (_what, step) => {
    const parts = scene();
    parts.upkeep.begin();
    step(parts);
    parts.upkeep.usersChanged();
    expect([parts.tended(), parts.timers.pendingCount()]).toEqual([[], 0]);
  });

  it('are the next active user, once another one is', () => {
    const { upkeep, kept, tended, timers } = scene();
    upkeep.begin();
    kept.takeEffect((registry) => switchedTo(registry, ben.id), []);
    upkeep.usersChanged();
    expect([tended(), timers.pendingCount()]).toEqual([[ben.id], 1]);
  });

  it('are settled for a moment before their session is opened, longer by chance', () => {
    const { upkeep, delays } = scene({ active: ana, fraction: 0.5 });
    upkeep.begin();
    expect(delays).toEqual([2 * second]);
  });
});

describe('a session', () => {
  test.each<[life: string, lifeMs: number, refreshedAfterMs: number]>([
    ['half an hour', 30 * minute, 27 * minute],
    ['just as long as a timer is set ahead', 12 * hour + 5 * minute, 12 * hour],
    ['longer than any timer is set ahead', 30 * hour, 30 * hour - 5 * minute],
  ])('that lives %s is refreshed in time, once', async (_life, lifeMs, refreshedAfterMs) => {
    const { upkeep, begin, pass, renewedAfterMs, timers } = scene();
    upkeep.begin();
    begin(ana, lifeMs);
    await pass(lifeMs);
    expect(renewedAfterMs).toEqual([refreshedAfterMs]);
    expect(timers.longestDelayMs).toBeLessThanOrEqual(12 * hour);
  });

  test.each<[what: string, change: (parts: ReturnType<typeof scene>) => void]>([
    ['without an expiry', ({ begin }) => begin(ana, undefined)],
    ['without a refresh token', ({ begin }) => begin(ana, hour, { refreshToken: undefined })],
    ['that is gone', ({ upkeep }) => upkeep.sessionChanged(ana.id, undefined)],
  ])('%s has no timer', (_what, change) => {
    const parts = scene();
    parts.upkeep.begin();
    parts.begin(ana, hour);
    change(parts);
    expect(parts.timers.pendingCount()).toBe(0);
  });

  it('of somebody else gets no timer', () => {
    const { upkeep, begin, delays } = scene();
    upkeep.begin();
    begin(ben, hour);
    expect(delays).toEqual([second]);
  });

  it('without an expiry gets none either where it is looked at twice at a time', async () => {
    let hasWoken = false;
    const { upkeep, store, pass, timers } = scene({
      active: ana,
      with: ({ vault }) => ({
        vault: {
          ...vault,
          read: (userId) => {
            if (!hasWoken) upkeep.planAnew();
            hasWoken = true;
            return vault.read(userId);
          },
        },
      }),
    });
    store(ana);
    upkeep.begin();
    await pass(second);
    expect([hasWoken, timers.pendingCount()]).toEqual([true, 0]);
  });

  it('that opens after its user has left gets no timer', async () => {
    const { upkeep, disk, pass, timers } = scene({
      active: ana,
      with: ({ vault }) => ({
        vault: {
          ...vault,
          read: (userId) => {
            upkeep.stop();
            return vault.read(userId);
          },
        },
      }),
    });
    disk.sessions.set(ana.id, JSON.stringify({ ...someSession, accessExpiresAtMs: 1_000_000 + hour }));
    upkeep.begin();
    await pass(second);
    expect(timers.pendingCount()).toBe(0);
  });
});

describe('a refresh that fails', () => {
  /** Ana’s first refresh fails with this, 27 minutes on. */
  const failing = async (error: ErrorReport) => {
    const parts = scene();
    parts.service.refresh = async () => fail(error);
    parts.upkeep.begin();
    parts.begin(ana, 30 * minute);
    await parts.pass(27 * minute);
    expect(parts.renewed).toEqual([ana.id]);
    return parts;
  };

  test.each<[error: ErrorReport, isTriedAgain: boolean]>([
    [{ code: 'networkUnavailable' }, true],
    [{ code: 'serverError', status: 500 }, true],
    [{ code: 'serverError', status: 503, retryAfterSeconds: 60 }, true],
    [{ code: 'storageUnavailable', problem: 'keyringUnavailable' }, false],
    [{ code: 'userLoggedOut' }, false],
    [{ code: 'authenticationRejected' }, false],
  ])('with %j is tried again: %s', async (error, isTriedAgain) => {
    const { upkeep, timers } = await failing(error);
    expect([upkeep.isTryingAgain(ana.id), upkeep.isTryingAgain(ben.id)]).toEqual([isTriedAgain, false]);
    expect(timers.pendingCount()).toBe(isTriedAgain ? 1 : 0);
  });

  it('is not tried again by itself once another one went well', async () => {
    const { upkeep, begin, service, pass, renewed } = await failing({ code: 'networkUnavailable' });
    service.refresh = async () => succeed(someSession);
    begin(ana, 30 * minute);
    await pass(20 * minute);
    expect([upkeep.isTryingAgain(ana.id), renewed.length]).toEqual([false, 1]);
  });

  test.each<[error: ErrorReport, delays: readonly number[]]>([
    [{ code: 'networkUnavailable' }, [0]],
    [{ code: 'serverError', status: 503 }, [0]],
    [{ code: 'serverError', status: 503, retryAfterSeconds: 600 }, []],
    [{ code: 'userLoggedOut' }, []],
  ])('with %j is tried when the network is back after %j ms', async (error, expected) => {
    const { upkeep, delays } = await failing(error);
    const before = delays.length;
    upkeep.networkReturned();
    expect(delays.slice(before)).toEqual(expected);
  });

  it('of nobody is no reason to refresh when the network is back', async () => {
    const { upkeep, begin, pass, renewed } = scene();
    upkeep.begin();
    begin(ana, 30 * minute);
    upkeep.networkReturned();
    await pass(minute);
    expect(renewed).toEqual([]);
  });
});
