import { z } from 'zod';

/** In the system’s own logical pixels. */
export const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Bounds = z.infer<typeof boundsSchema>;

/** Where a window stands; maximised, `bounds` are those that it goes back to. */
export const windowPlaceSchema = z.strictObject({ bounds: boundsSchema, isMaximised: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export interface ScreenDisplay {
  readonly id: number;
  readonly bounds: Bounds;
  /** Without panels and docks. */
  readonly workArea: Bounds;
}

/** Which displays there are, and how they stand: with another monitor, the window has another place. */
export const arrangementOf = (displays: readonly ScreenDisplay[]): string =>
  displays
    .map(({ id, bounds: { x, y, width, height } }) => `${id}:${width}x${height}@${x},${y}`)
    .toSorted()
    .join(' ');

/** So much of a window’s upper edge has to be in sight that it can be taken hold of. */
const leastGrip = { width: 96, height: 32 };

/** The place, where its window would be in sight and can be moved; otherwise the system finds one. */
export const placeInSight = (
  place: WindowPlace | undefined,
  displays: readonly ScreenDisplay[],
): WindowPlace | undefined =>
  place && displays.some((one) => isHeld(place.bounds, one)) ? place : undefined;

const isHeld = (window: Bounds, { workArea }: ScreenDisplay): boolean => {
  const width =
    Math.min(window.x + window.width, workArea.x + workArea.width) - Math.max(window.x, workArea.x);
  const isTopInside = window.y >= workArea.y && window.y + leastGrip.height <= workArea.y + workArea.height;
  return isTopInside && width >= leastGrip.width;
};

/** Places by arrangement, the one used last at the end. */
export type WindowPlaces = readonly (WindowPlace & { readonly arrangement: string })[];

/** Desk, dock, projector, home: more are seldom come back to. */
const mostArrangements = 8;

export const withPlace = (places: WindowPlaces, arrangement: string, place: WindowPlace): WindowPlaces =>
  [...places.filter((one) => one.arrangement !== arrangement), { ...place, arrangement }].slice(
    -mostArrangements,
  );
