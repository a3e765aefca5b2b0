import { expect, test } from 'vitest';
import { createManualTimers } from '../testing/manual-timers.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import type { User } from '../users/user.ts';
import { SessionLimiter, type SessionLimits } from './session-limits.ts';

const hour = 60 * 60 * 1000;
const minute = 60 * 1000;
const begin = Date.parse('2026-01-01T08:00:00Z');

const stage = (limits: SessionLimits, ...ages: readonly number[]) => {
  const users: User[] = ages.map((age, n) => someUser(n + 1, { loggedInAtMs: begin - age }));
  const state = { limits, elapsed: 0, idle: 0, clock: begin, out: [] as number[] };
  const timers = createManualTimers();
  const active = users[0]?.id;
  const limiter = new SessionLimiter({
    registry: () => ({
      ...registryOf(...users.filter((_user, n) => !state.out.includes(n + 1))),
      activeId: active,
    }),
    limits: () => state.limits,
    clock: { nowMs: () => state.clock },
    stopwatch: { elapsedMs: () => state.elapsed },
    timers,
    idleSeconds: () => state.idle,
    logOut: (id) => state.out.push(users.findIndex((user) => user.id === id) + 1),
  });
  limiter.look();
  const pass = (ms: number) => timers.advance(ms, (step) => (state.elapsed += step));
  const change = (number: number, become: (user: User) => User): void => {
    users.splice(number - 1, 1, ...users.slice(number - 1, number).map(become));
  };
  const logIn = (number: number, loggedInAtMs: number | undefined): void =>
    change(number, () => someUser(number, { loggedInAtMs }));
  const leave = (number: number): void => change(number, (user) => ({ ...user, state: 'loggedOut' }));
  /** As somebody whose login was that long ago, by the clock of now. */
  const join = (ageMs: number): void => {
    users.push(someUser(users.length + 1, { loggedInAtMs: state.clock - ageMs }));
  };
  return { state, timers, limiter, pass, logIn, leave, join };
};

test('an old session ends, used or not, also one that was begun in an earlier run', async () => {
  const { state, pass } = stage({ sessionHours: 12 }, 0, 11 * hour);
  await pass(59 * minute);
  expect(state.out).toEqual([]);
  await pass(2 * minute);
  expect(state.out).toEqual([2]);
  await pass(11 * hour);
  expect(state.out).toEqual([2, 1]);
});

test('who is not used for too long is logged out; who is active and here is used', async () => {
  const { state, pass } = stage({ sessionIdleMinutes: 15 }, 0, 0);
  await pass(16 * minute);
  expect(state.out).toEqual([2]);
  state.idle = 3_600;
  await pass(16 * minute);
  expect(state.out).toEqual([2, 1]);
});

test('A13: setting the clock neither ends a session nor prolongs one', async () => {
  const { state, pass } = stage({ sessionHours: 1 }, 0);
  state.clock += 730 * 24 * hour;
  await pass(59 * minute);
  expect(state.out).toEqual([]);
  state.clock -= 1_460 * 24 * hour;
  await pass(2 * minute);
  expect(state.out).toEqual([1]);
});

test('a login in the future is too old: the clock was set back', () => {
  expect(stage({ sessionHours: 1 }, -hour).state.out).toEqual([1]);
});

test('a limit is reached by its very last moment, at the next look after it', async () => {
  const { state, pass } = stage({ sessionHours: 1 }, hour - minute, 0);
  await pass(40_000);
  expect(state.out).toEqual([]);
  await pass(20_000);
  expect(state.out).toEqual([1]);
  const idle = stage({ sessionIdleMinutes: 1 }, 0, 0);
  idle.state.idle = 20;
  await idle.pass(40_000);
  expect(idle.state.out).toEqual([]);
  await idle.pass(20_000);
  expect(idle.state.out, 'twenty seconds without a key are away').toEqual([1, 2]);
});

test('only what is limited ends a session', async () => {
  const old = stage({ sessionIdleMinutes: 15 }, 900 * hour);
  await old.pass(14 * minute);
  expect(old.state.out).toEqual([]);
  const unused = stage({ sessionHours: 12 }, 0, 0);
  await unused.pass(11 * hour);
  expect(unused.state.out).toEqual([]);
});

test('a session that is first seen later in a run ages from there', async () => {
  const { state, limiter, pass, join } = stage({ sessionHours: 1 }, 0);
  await pass(30 * minute);
  state.clock += 30 * minute;
  join(40 * minute);
  limiter.look();
  await pass(19 * minute);
  expect(state.out).toEqual([]);
  await pass(2 * minute);
  expect(state.out).toEqual([2]);
});

test('a new login begins anew, and a session of unknown beginning ages from where it was seen', async () => {
  const { state, pass, logIn } = stage({ sessionHours: 1 }, 0, 0);
  logIn(1, undefined);
  await pass(50 * minute);
  state.clock += 50 * minute;
  logIn(2, state.clock);
  await pass(11 * minute);
  expect(state.out).toEqual([1]);
  await pass(50 * minute);
  expect(state.out).toEqual([1, 2]);
});

test('who is logged out already is logged out no more', async () => {
  const { state, pass, leave } = stage({ sessionHours: 1 }, 0);
  leave(1);
  await pass(2 * hour);
  expect(state.out).toEqual([]);
});

test('it ends with its timer', async () => {
  const { timers, limiter } = stage({ sessionHours: 1 }, 0);
  limiter.look();
  expect(timers.pendingCount()).toBe(1);
  limiter.stop();
  expect(timers.pendingCount()).toBe(0);
  stage({}, 0).limiter.stop();
});

test('without limits there is no timer; limits that come hold at once', () => {
  const { state, timers, limiter } = stage({}, 5 * hour);
  expect(timers.pendingCount()).toBe(0);
  state.limits = { sessionHours: 4 };
  limiter.look();
  expect(state.out).toEqual([1]);
});
