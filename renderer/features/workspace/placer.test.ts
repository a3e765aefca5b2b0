import { expect, test } from 'vitest';
import { notPlaced, type Placement } from './placement.ts';
import { createPlacer } from './placer.ts';

const placed: Placement = { bounds: { x: 1, y: 2, width: 30, height: 40 }, isCovered: false };

test('main is told when something has changed, and only then', () => {
  const sent: Placement[] = [];
  const { place } = createPlacer((placement) => sent.push(placement));
  place(notPlaced);
  place(placed);
  place({ ...placed });
  place({ ...placed, isCovered: true });
  place(notPlaced);
  expect(sent).toEqual([placed, { ...placed, isCovered: true }, notPlaced]);
});

test('the last word is said again for main to know that the still is drawn', () => {
  const sent: Placement[] = [];
  const { place, repeat } = createPlacer((placement) => sent.push(placement));
  place({ ...placed, isCovered: true });
  repeat();
  expect(sent).toEqual([
    { ...placed, isCovered: true },
    { ...placed, isCovered: true },
  ]);
});
