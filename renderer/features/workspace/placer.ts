import { isSamePlacement, notPlaced, type Placement } from './placement.ts';

export interface Placer {
  readonly place: (placement: Placement) => void;
  /** Says the last one again, changed or not. */
  readonly repeat: () => void;
}

/** Tells main where the page goes, whenever that has changed. */
export const createPlacer = (send: (placement: Placement) => void): Placer => {
  // Main shows no page until it is told where.
  let last = notPlaced;
  return {
    place: (placement) => {
      if (isSamePlacement(placement, last)) return;
      last = placement;
      send(placement);
    },
    repeat: () => send(last),
  };
};
