import { array, assert, double, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSamePlacement, notPlaced, placementOf, type Box } from './placement.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const stage = box(340, 200, 1060, 700);
const window = box(0, 0, 1080, 720);

describe('where the page goes', () => {
  test('on the stage, in whole pixels', () => {
    expect(placementOf(box(340.4, 200.5, 1060.6, 699.4), window, [])).toEqual({
      bounds: { x: 340, y: 201, width: 721, height: 498 },
      isCovered: false,
    });
  });

  test('only as far as the stage is in sight, so that it lies over nothing else', () => {
    expect(placementOf(stage, box(0, 0, 1080, 650), []).bounds).toMatchObject({ y: 200, height: 450 });
    expect(placementOf(stage, box(0, 250, 1080, 720), []).bounds).toMatchObject({ y: 250, height: 450 });
  });

  test('nowhere once the stage is scrolled out of sight, or has no size', () => {
    expect(placementOf(stage, box(0, 0, 1080, 200), [])).toEqual(notPlaced);
    expect(placementOf(box(0, 0, 0, 0), window, [window])).toEqual(notPlaced);
  });

  test('never beyond what is in sight, whatever the sizes', () => {
    const edge = double({ min: -5_000, max: 5_000, noNaN: true });
    const boxes = tuple(edge, edge, edge, edge).map(([a, b, c, d]) =>
      box(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)),
    );
    assert(
      property(boxes, boxes, array(boxes), (some, sight, overlays) => {
        const { bounds } = placementOf(some, sight, overlays);
        if (!bounds) return;
        expect(bounds.width).toBeGreaterThan(0);
        expect(bounds.height).toBeGreaterThan(0);
        expect(bounds.x).toBeGreaterThanOrEqual(Math.round(sight.left));
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(Math.round(sight.bottom));
      }),
    );
  });
});

describe('what covers it', () => {
  test('a dialog over the window, and the underlay of a menu that waits for a press beside it', () => {
    expect(placementOf(stage, window, [window]).isCovered).toBe(true);
  });

  test('a tooltip that reaches into it, but not one above it', () => {
    expect(placementOf(stage, window, [box(400, 180, 480, 210)]).isCovered).toBe(true);
    expect(placementOf(stage, window, [box(400, 160, 480, 199)]).isCovered).toBe(false);
  });

  test('not what only assistive technology meets, nor what has no size', () => {
    expect(placementOf(stage, window, [box(400, 300, 401, 301), box(0, 0, 0, 0)]).isCovered).toBe(false);
  });

  test('not what lies over a part of the stage that is out of sight', () => {
    expect(placementOf(stage, box(0, 0, 1080, 500), [box(400, 510, 900, 690)]).isCovered).toBe(false);
  });
});

test('placements are the same when main would do the same', () => {
  const placed = placementOf(stage, window, []);
  expect(isSamePlacement(placed, placementOf(stage, window, []))).toBe(true);
  expect(isSamePlacement(placed, placementOf(stage, window, [window]))).toBe(false);
  expect(isSamePlacement(placed, notPlaced)).toBe(false);
  expect(isSamePlacement(placed, placementOf(box(340, 201, 1060, 700), window, []))).toBe(false);
});
