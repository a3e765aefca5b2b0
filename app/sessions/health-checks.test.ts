import { describe, expect, it, test } from 'vitest';
import type { ErrorReport } from '../errors.ts';
import { fail, succeed } from '../outcome.ts';
import { careScene } from '../testing/care-scene.ts';
import { someSession } from '../testing/removal-scene.ts';
import { someUser } from '../testing/some-user.ts';
import type { User, UserId } from '../users/user.ts';
import { HealthChecks } from './health-checks.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const crowd = (count: number): readonly User[] => Array.from({ length: count }, (_none, n) => someUser(n));
const idOf = (n: number): UserId => someUser(n).id;

/** Where chance is the least there is, the checks of four users come every six hours. */
const scene = (
  users: readonly User[] = crowd(4),
  {
    tended = [],
    isMetered,
    ...options
  }: Parameters<typeof careScene>[1] & {
    readonly tended?: readonly UserId[];
    /** Absent where the computer does not say. */
    readonly isMetered?: () => boolean;
  } = {},
) => {
  const parts = careScene(users, options);
  const health = new HealthChecks({
    ...parts.ports,
    connection: isMetered && { isMetered },
    kept: parts.kept,
    isTended: (userId) => tended.includes(userId),
    renew: parts.renew,
  });
  return { ...parts, health };
};

describe('checks', () => {
  it('begin anywhere in the list and go round it, each once a day', async () => {
    const { health, pass, renewed } = scene(crowd(4), { fraction: 0.5 });
    health.begin();
    const everyMs = 7.5 * hour;
    await pass(everyMs);
    expect(renewed).toEqual([idOf(2)]);
    await pass(4 * everyMs);
    expect(renewed).toEqual([2, 3, 0, 1, 2].map(idOf));
  });

  it('come every ten minutes at most', () => {
    const { health, delays } = scene(crowd(1_000));
    health.begin();
    expect(delays).toEqual([10 * minute]);
  });

  it('ask for nothing where there is nobody', async () => {
    const { health, pass, renewed, delays } = scene([]);
    health.begin();
    await pass(day);
    expect([renewed, delays]).toEqual([[], [day, day]]);
  });

  const shut = someUser(1, { isLocked: true });
  test.each<
    [who: string, users: readonly User[], options: Parameters<typeof scene>[1], expected: readonly number[]]
  >([
    ['who is active', crowd(3), { active: someUser(1) }, [0, 2]],
    ['who is looked after already', crowd(3), { tended: [idOf(1)] }, [0, 2]],
    ['who is locked', [someUser(0), shut, someUser(2)], {}, [0, 2]],
  ])('leave out %s', async (_who, users, options, expected) => {
    const { health, pass, renewed } = scene(users, options);
    health.begin();
    await pass(day);
    expect(renewed.slice(0, 2)).toEqual(expected.map(idOf));
    expect(renewed).not.toContain(idOf(1));
  });

  test.each<[connection: string, isMetered: (() => boolean) | undefined, areMade: boolean]>([
    ['that is metered', () => true, false],
    ['that is not metered', () => false, true],
    ['of which nothing is known', undefined, true],
  ])('are made on a connection by what it costs (%s)', async (_connection, isMetered, areMade) => {
    const { health, pass, renewed } = scene(crowd(4), isMetered && { isMetered });
    health.begin();
    await pass(6 * hour);
    expect(renewed).toEqual(areMade ? [idOf(0)] : []);
  });

  it('are left out once after a request has failed on the network', async () => {
    const { health, pass, renewed, delays } = scene();
    health.begin();
    health.noteTrouble();
    await pass(6 * hour);
    expect(renewed).toEqual([]);
    await pass(6 * hour);
    expect(renewed).toEqual([idOf(0)]);
    expect(delays).toEqual([6 * hour, 6 * hour, 6 * hour]);
  });
});

describe('a session that was good', () => {
  /** One user, whose check comes a day after the beginning. */
  const checkedIf = async (note: (parts: ReturnType<typeof scene>) => void) => {
    const parts = scene([someUser(0)]);
    parts.health.begin();
    note(parts);
    await parts.pass(day);
    return parts.renewed.length === 1;
  };

  test.each<[when: string, agoMs: number, isChecked: boolean]>([
    ['a day ago', day, true],
    ['not quite a day ago', day - 1, false],
    ['just now', 0, false],
    ['by a clock that has been set back since', -1, true],
  ])('%s is checked by that', async (_when, agoMs, isChecked) => {
    const isCheckedThen = await checkedIf(({ health, time }) => {
      time.nowMs += day - agoMs;
      health.noteGood(idOf(0));
      time.nowMs -= day - agoMs;
    });
    expect(isCheckedThen).toBe(isChecked);
  });

  it('and is gone says nothing of the next one', async () => {
    const isChecked = await checkedIf(({ health, time }) => {
      time.nowMs += hour;
      health.noteGood(idOf(0));
      health.noteGone(idOf(0));
    });
    expect(isChecked).toBe(true);
  });
});

describe('a check that fails', () => {
  const inTrouble: ErrorReport = { code: 'networkUnavailable' };

  test.each<[error: ErrorReport, isTrouble: boolean]>([
    [inTrouble, true],
    [{ code: 'serverError', status: 500 }, true],
    [{ code: 'storageUnavailable', problem: 'keyringUnavailable' }, true],
    [{ code: 'authenticationRejected' }, false],
    [{ code: 'userLoggedOut' }, false],
  ])('with %j makes them rarer: %s', async (error, isTrouble) => {
    const { health, service, pass, delays } = scene(crowd(200));
    service.refresh = async () => fail(error);
    health.begin();
    await pass(10 * minute);
    expect(delays).toEqual([10 * minute, isTrouble ? 20 * minute : 10 * minute]);
  });

  it('makes them rarer each time, up to a day and a half, until one goes well', async () => {
    const { health, service, pass, delays } = scene(crowd(200));
    service.refresh = async () => fail(inTrouble);
    health.begin();
    await pass(20 * day);
    const steps = [10, 20, 40, 80, 160, 320, 640, 1_280].map((minutes) => minutes * minute);
    expect(delays.slice(0, 8)).toEqual(steps);
    expect(delays.slice(8).every((delayMs) => delayMs === 1.5 * day)).toBe(true);
    service.refresh = async () => succeed(someSession);
    await pass(1.5 * day);
    expect(delays.at(-1)).toBe(10 * minute);
  });

  it('is not made again the same day', async () => {
    const { health, service, pass, renewed } = scene([someUser(0), someUser(1)], { active: someUser(1) });
    service.refresh = async () => fail({ code: 'authenticationRejected' });
    health.begin();
    await pass(day);
    expect(renewed).toEqual([idOf(0)]);
    await pass(12 * hour);
    expect(renewed).toEqual([idOf(0), idOf(0)]);
  });

  it('leaves the next one to come, though its failure is told of too', async () => {
    const { health, service, pass, renewed } = scene();
    service.refresh = async () => {
      health.noteTrouble();
      return fail(inTrouble);
    };
    health.begin();
    await pass(6 * hour);
    await pass(12 * hour);
    expect(renewed).toEqual([idOf(0), idOf(1)]);
  });
});

describe('the end of checking', () => {
  it('leaves no timer', () => {
    const { health, timers } = scene();
    health.begin();
    health.stop();
    expect(timers.pendingCount()).toBe(0);
  });

  it('leaves none either when it comes during a check', async () => {
    const { health, service, pass, renewed, timers } = scene();
    service.refresh = async () => {
      health.stop();
      return succeed(someSession);
    };
    health.begin();
    await pass(6 * hour);
    expect([renewed.length, timers.pendingCount()]).toEqual([1, 0]);
  });
});
