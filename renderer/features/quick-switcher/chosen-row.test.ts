import { expect, test } from 'vitest';
import { chosenAfter } from './chosen-row.ts';

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['PageDown', 1, 20, 7],
  ['PageDown', 17, 20, 19],
  ['PageUp', 3, 20, 0],
  ['Home', 3, 20, undefined],
  ['ArrowDown', -1, 0, undefined],
])('%s at %i of %i', (key, current, count, next) => {
  expect(chosenAfter(key, current, count)).toBe(next);
});
