import { expect, test } from 'vitest';
import { quickPlace } from './quick-place.ts';

test('it stands in the middle of the display, above half', () => {
  expect(quickPlace({ x: 100, y: 24, width: 1400, height: 1040 }, 100)).toEqual({
    x: 500,
    y: 224,
    width: 600,
    height: 440,
  });
});

test('it grows with the text, and stays on the display', () => {
  expect(quickPlace({ x: 0, y: 0, width: 2560, height: 1440 }, 150)).toMatchObject({
    width: 900,
    height: 660,
  });
  expect(quickPlace({ x: 0, y: 0, width: 800, height: 600 }, 200)).toEqual({
    x: 16,
    y: 11,
    width: 768,
    height: 568,
  });
});
