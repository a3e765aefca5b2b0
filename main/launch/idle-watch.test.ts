import { expect, test } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { watchIdle } from './idle-watch.ts';

const stage = (limit: number) => {
  const timers = createManualTimers();
  const state = { idle: 0, limit, told: 0 };
  const watch = watchIdle({
    timers,
    idleSeconds: () => state.idle,
    limitMinutes: () => state.limit,
    onIdle: () => (state.told += 1),
  });
  /** Nobody is here for that long. */
  const away = (seconds: number) => timers.advance(seconds * 1000, (ms) => (state.idle += ms / 1000));
  return { timers, state, watch, away };
};

test('nobody is told of before the limit, and once when it is reached', async () => {
  const { state, away } = stage(5);
  await away(299);
  expect(state.told).toBe(0);
  await away(1);
  expect(state.told).toBe(1);
  await away(3_600);
  expect(state.told).toBe(1);
});

test('whoever comes back and goes again is told of again', async () => {
  const { state, away } = stage(1);
  await away(90);
  state.idle = 0;
  await away(90);
  expect(state.told).toBe(2);
});

test('a movement begins the count anew, however late the timer is', async () => {
  const { state, away } = stage(1);
  await away(45);
  state.idle = 3;
  await away(50);
  expect(state.told).toBe(0);
  state.idle = 4_000;
  await away(30);
  expect(state.told).toBe(1);
});

test('without a limit there is no timer; a limit that is set holds at once', () => {
  const { timers, state, watch } = stage(0);
  expect(timers.pendingCount()).toBe(0);
  state.idle = 400;
  state.limit = 5;
  watch.replan();
  expect(state.told).toBe(1);
  state.limit = 0;
  watch.replan();
  expect(timers.pendingCount()).toBe(0);
});
