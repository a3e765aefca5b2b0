import { describe, expect, it } from 'vitest';
import {
  arrangementOf,
  placeInSight,
  withPlace,
  type ScreenDisplay,
  type WindowPlace,
  type WindowPlaces,
} from './window-place.ts';

const display = (id: number, x: number, width = 1920, height = 1080): ScreenDisplay => ({
  id,
  bounds: { x, y: 0, width, height },
  // A panel at the top.
  workArea: { x, y: 30, width, height: height - 30 },
});
const laptop = display(1, 0);
const monitor = display(2, 1920, 2560, 1440);

const at = (x: number, y: number, width = 800, height = 600): WindowPlace => ({
  bounds: { x, y, width, height },
  isMaximised: false,
});

describe('an arrangement of displays', () => {
  it('is the same in whatever order they are told', () => {
    expect(arrangementOf([monitor, laptop])).toBe(arrangementOf([laptop, monitor]));
  });

  it('is another with one display more, or one that moved or changed its size', () => {
    const all = [
      [laptop],
      [laptop, monitor],
      [laptop, display(2, -2560, 2560, 1440)],
      [laptop, display(2, 1920, 1920, 1080)],
      [display(3, 0)],
    ].map(arrangementOf);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a place in sight', () => {
  it('is kept on any display, also where part of it is beyond the edge', () => {
    for (const place of [at(0, 30), at(2000, 400), at(-700, 100), at(1800, 30), at(500, 1040)])
      expect(placeInSight(place, [laptop, monitor])).toBe(place);
  });

  it.each<[string, WindowPlace]>([
    ['on a display that is gone', at(2000, 400)],
    ['with nothing to take hold of at the side', at(-750, 100)],
    ['with its title under the panel', at(100, 0)],
    ['with its title below the edge', at(100, 1060)],
  ])('is given up %s', (_title, place) => {
    expect(placeInSight(place, [laptop])).toBeUndefined();
  });

  it('is none where none is known', () => {
    expect(placeInSight(undefined, [laptop])).toBeUndefined();
  });
});

describe('the places that are kept', () => {
  it('has one for each arrangement, the last one used at the end', () => {
    let kept: WindowPlaces = [];
    kept = withPlace(kept, 'desk', at(1, 1));
    kept = withPlace(kept, 'home', at(2, 2));
    kept = withPlace(kept, 'desk', at(3, 3));
    expect(kept.map(({ arrangement, bounds }) => [arrangement, bounds.x])).toEqual([
      ['home', 2],
      ['desk', 3],
    ]);
  });

  it('forgets what was used longest ago', () => {
    let kept: WindowPlaces = [];
    for (let number = 0; number < 20; number += 1) kept = withPlace(kept, `desk ${number}`, at(number, 0));
    expect(kept.map(({ arrangement }) => arrangement)).toEqual(
      [12, 13, 14, 15, 16, 17, 18, 19].map((number) => `desk ${number}`),
    );
  });
});
