import { expect, test } from 'vitest';
import { createManualTimers } from '../testing/manual-timers.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { SessionLimiter, type SessionLimits } from './session-limits.ts';

const hour = 60 * 60 * 1000;
const minute = 60 * 1000;
const begin = Date.parse('2026-01-01T08:00:00Z');

const stage = (limits: SessionLimits, ...ages: readonly number[]) => {
  const users = ages.map((age, n) => someUser(n + 1, { loggedInAtMs: begin - age }));
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
  return { state, timers, limiter, pass };
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

test('without limits there is no timer; limits that come hold at once', () => {
  const { state, timers, limiter } = stage({}, 5 * hour);
  expect(timers.pendingCount()).toBe(0);
  state.limits = { sessionHours: 4 };
  limiter.look();
  expect(state.out).toEqual([1]);
});
