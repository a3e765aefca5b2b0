import { expect, test } from 'vitest';
import { countdown, duration, fromNow, moment } from './durations.ts';
import { inGerman } from './testing/in-german.ts';

test.each([
  [0, '1 second'],
  [29.2, '30 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [7_200, '2 hours'],
])('%s s are a wait of %s', (seconds, said) => {
  expect(duration(seconds)).toBe(said);
});

test.each([
  [-5, '0:00'],
  [999, '0:01'],
  [61_000, '1:01'],
  [600_000, '10:00'],
  [3_849_000, '1:04:09'],
])('%s ms are left: %s', (leftMs, shown) => {
  expect(countdown(leftMs)).toBe(shown);
});

const day = 86_400_000;

test.each([
  [12.9 * day, 'in 12 days'],
  [day, 'in 1 day'],
  [60.5 * day, 'in 60 days'],
  [119 * day, 'in 3 months'],
  [729 * day, 'in 24 months'],
  [800 * day, 'in 2 years'],
  [30_500, 'in 30 seconds'],
  [90_000, 'in 1 minute'],
  [-2 * 3_600_000, '2 hours ago'],
])('a moment %s ms away is %s', (awayMs, said) => {
  expect(fromNow(1_000_000 + awayMs, 1_000_000)).toBe(said);
});

test.each([
  [duration, 1, '1 Sekunde'],
  [duration, 61, '2 Minuten'],
  [duration, 3_600, '1 Stunde'],
  [(atMs: number) => fromNow(atMs, 0), day, 'in 1 Tag'],
  [(atMs: number) => fromNow(atMs, 0), 12 * day, 'in 12 Tagen'],
  [moment, new Date(2026, 2, 5, 14, 7).getTime(), '5. März 2026 um 14:07'],
])('in German a span and a moment are German (%#)', async (say, given, said) => {
  expect(await inGerman(() => say(given))).toBe(said);
});
