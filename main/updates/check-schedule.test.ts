import { expect, test } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { CheckSchedule } from './check-schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const stage = (fraction = 0.5) => {
  const timers = createManualTimers();
  let nowMs = 1_000_000;
  let isGood = true;
  const checkedAtMs: number[] = [];
  let elapsedMs = 0;
  const schedule = new CheckSchedule({
    clock: { nowMs: () => nowMs },
    timers,
    random: { fraction: () => fraction },
    check: async () => {
      checkedAtMs.push(elapsedMs);
      return isGood;
    },
  });
  const goesBy = (stepMs: number): void => {
    elapsedMs += stepMs;
    nowMs += stepMs;
  };
  return {
    schedule,
    checkedAtMs,
    pass: (byMs: number) => timers.advance(byMs, goesBy),
    /** The clock goes on while the timers stand still. */
    sleep: (forMs: number) => {
      nowMs += forMs;
    },
    fails: (fails: boolean) => {
      isGood = !fails;
    },
  };
};

test('nothing is asked in the first minutes, and not by all computers at once', async () => {
  const early = stage(0);
  const late = stage(0.999);
  for (const { schedule } of [early, late]) schedule.begin();
  for (const { pass } of [early, late]) await pass(3 * minuteMs - 1);
  expect(early.checkedAtMs).toEqual([]);
  for (const { pass } of [early, late]) await pass(1);
  expect([early.checkedAtMs.length, late.checkedAtMs.length]).toEqual([1, 0]);
  await late.pass(5 * minuteMs);
  expect(late.checkedAtMs).toHaveLength(1);
});

test('then every few hours', async () => {
  const { schedule, checkedAtMs, pass } = stage();
  schedule.begin();
  await pass(24 * hourMs);
  expect(checkedAtMs).toHaveLength(4);
});

test('after one that failed it is tried again sooner, but ever less often', async () => {
  const { schedule, checkedAtMs, pass, fails } = stage(0);
  fails(true);
  schedule.begin();
  await pass(24 * hourMs);
  const pauses = checkedAtMs.slice(1).map((atMs, index) => (atMs - (checkedAtMs[index] ?? 0)) / hourMs);
  expect(pauses).toEqual([0.5, 1, 2, 4, 6, 6]);
});

test('a computer that slept through a check makes up for it soon, and one that dozed does not', async () => {
  const { schedule, checkedAtMs, pass, sleep } = stage();
  schedule.begin();
  await pass(10 * minuteMs);
  sleep(minuteMs);
  schedule.wake();
  await pass(10 * minuteMs);
  expect(checkedAtMs).toHaveLength(1);
  sleep(8 * hourMs);
  schedule.wake();
  await pass(2 * minuteMs);
  expect(checkedAtMs).toHaveLength(2);
});

test('a clock that was set back is no reason to wait', async () => {
  const { schedule, checkedAtMs, pass, sleep } = stage();
  schedule.begin();
  await pass(10 * minuteMs);
  sleep(-1_000 * hourMs);
  schedule.wake();
  await pass(2 * minuteMs);
  expect(checkedAtMs).toHaveLength(2);
});
