import { expect, test } from 'vitest';
import { markBitmap } from './mark-bitmap.ts';

const base64 = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');

test('colours change places and are multiplied by alpha', () => {
  const four = [200, 100, 50, 255, 200, 100, 50, 128, 200, 100, 50, 0, 255, 255, 255, 255];
  expect([...(markBitmap(base64(...four), 2) ?? [])]).toEqual([
    50, 100, 200, 255, 25, 50, 100, 128, 0, 0, 0, 0, 255, 255, 255, 255,
  ]);
});

test.each([0, 12, 15, 20])('%i bytes are no square of two', (count) => {
  expect(markBitmap(base64(...Array.from({ length: count }, () => 1)), 2)).toBeUndefined();
});
