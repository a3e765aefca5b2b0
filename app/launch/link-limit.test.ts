import { expect, test } from 'vitest';
import { LinkLimit } from './link-limit.ts';

test('three in a minute are heard, and one more when the first of them is a minute old', () => {
  const limit = new LinkLimit();
  expect([0, 1_000, 2_000, 3_000, 59_999].map((atMs) => limit.mayBeHeard(atMs))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(limit.mayBeHeard(60_000)).toBe(true);
  expect(limit.mayBeHeard(60_500)).toBe(false);
});
