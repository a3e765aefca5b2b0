import type { CommandInput } from '../../../app/contract/commands.ts';

export type Placement = CommandInput<'placeWorkspace'>;

/** Edges of a rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const notPlaced: Placement = { isCovered: false };

/** Anything smaller is there for assistive technology only. */
const visiblePx = 2;

/**
 * Where the page goes: on the stage, as far as that is in sight. It is covered when anything of the window lies over
 * it, since a page of its own process is drawn above everything that the window draws.
 */
export const placementOf = (stage: Box, sight: Box, overlays: readonly Box[]): Placement => {
  const seen = intersection(stage, sight);
  if (!isVisible(seen)) return notPlaced;
  const x = Math.round(seen.left);
  const y = Math.round(seen.top);
  return {
    bounds: { x, y, width: Math.round(seen.right) - x, height: Math.round(seen.bottom) - y },
    isCovered: overlays.some((overlay) => isVisible(overlay) && isVisible(intersection(seen, overlay))),
  };
};

export const isSamePlacement = (one: Placement, other: Placement): boolean =>
  one.isCovered === other.isCovered &&
  one.bounds?.x === other.bounds?.x &&
  one.bounds?.y === other.bounds?.y &&
  one.bounds?.width === other.bounds?.width &&
  one.bounds?.height === other.bounds?.height;

/** What both have in common. */
export const intersection = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const isVisible = ({ left, top, right, bottom }: Box): boolean =>
  right - left >= visiblePx && bottom - top >= visiblePx;
