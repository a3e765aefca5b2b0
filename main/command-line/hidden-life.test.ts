import { expect, test } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { HiddenLife, unusedAfterMs } from './hidden-life.ts';

const stage = (isSeen: () => boolean = () => false) => {
  const timers = createManualTimers();
  let quits = 0;
  const life = new HiddenLife({ timers, isSeen, quit: () => void (quits += 1) });
  return { timers, life, quits: () => quits };
};

test('what nobody uses any more ends, a minute after it was last asked', async () => {
  const { timers, life, quits } = stage();
  await timers.advance(unusedAfterMs - 1);
  life.used();
  await timers.advance(unusedAfterMs - 1);
  expect(quits()).toBe(0);
  await timers.advance(1);
  expect(quits()).toBe(1);
});

test('what has a window is the person’s to quit', async () => {
  const { timers, quits } = stage(() => true);
  await timers.advance(unusedAfterMs * 2);
  expect(quits()).toBe(0);
});
