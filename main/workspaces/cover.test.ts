import { expect, test } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { Cover } from './cover.ts';

const still = 'data:image/png;base64,AAAA';

/** A cover and the order of what it does, over a fake page that is captured when told to. */
const stage = () => {
  const timers = createManualTimers();
  const steps: string[] = [];
  let captured = (_image: string | undefined): void => undefined;
  const page = { capture: () => new Promise<string | undefined>((settle) => (captured = settle)) };
  const cover: Cover = new Cover({
    timers,
    tellStill: () => steps.push('still'),
    turned: () => steps.push(cover.isClosed ? 'hidden' : 'shown'),
  });
  return { cover, page, steps, timers, captured: (image: string | undefined) => captured(image) };
};

test('the page is hidden as soon as the window has drawn its picture, and not before', async () => {
  const { cover, page, steps, timers, captured } = stage();
  cover.set(true, page);
  captured(still);
  await timers.advance(50);
  expect(steps).toEqual(['still']);
  cover.set(true, page);
  expect(steps).toEqual(['still', 'hidden']);
  await timers.advance(1_000);
  expect(steps, 'once').toEqual(['still', 'hidden']);
});

test('what the window says while there is no picture yet is no word of a drawn one', async () => {
  const { cover, page, steps, timers, captured } = stage();
  cover.set(true, page);
  cover.set(true, page);
  expect(cover.isClosed).toBe(false);
  captured(still);
  await timers.advance(0);
  expect(steps).toEqual(['still']);
});

test('a window that does not say so has its time, and so has a page that gives no picture', async () => {
  const slow = stage();
  slow.cover.set(true, slow.page);
  slow.captured(still);
  await slow.timers.advance(150);
  expect(slow.steps).toEqual(['still', 'hidden']);

  const stuck = stage();
  stuck.cover.set(true, stuck.page);
  await stuck.timers.advance(100);
  expect(stuck.steps).toEqual(['hidden']);
  stuck.captured(still);
  await stuck.timers.advance(1_000);
  expect(stuck.steps, 'a picture that comes late is not shown').toEqual(['hidden']);
});

test('what is taken away again before the picture is there leaves the page where it is', async () => {
  const { cover, page, steps, timers, captured } = stage();
  cover.set(true, page);
  cover.set(false, page);
  captured(still);
  await timers.advance(1_000);
  expect(steps).toEqual([]);
  expect(cover.isClosed).toBe(false);
});
