import type { UserId } from './user.ts';

/**
 * A number for everybody in the order, rising along it, so that a place can be stored with its user alone. Whoever
 * still stands where it stood keeps its number: a login, a removal or a move changes one. Where there is no room
 * between two neighbours, which takes some fifty moves to one spot, all are numbered anew.
 */
export const placesOf = (
  order: readonly UserId[],
  known: (id: UserId) => number | undefined,
): ReadonlyMap<UserId, number> => {
  const staying = longestRise(order, known);
  const places = new Map<UserId, number>();
  let before: number | undefined;
  let waiting: UserId[] = [];
  const seat = (after: number | undefined): boolean => {
    for (const [index, id] of waiting.entries()) {
      const place = between(before, after, waiting.length - index);
      if (before !== undefined && place <= before) return false;
      if (after !== undefined && place >= after) return false;
      places.set(id, place);
      before = place;
    }
    waiting = [];
    return true;
  };
  for (const id of order) {
    const place = staying.get(id);
    if (place === undefined) {
      waiting.push(id);
      continue;
    }
    if (!seat(place)) return numbered(order);
    places.set(id, place);
    before = place;
  }
  return seat(undefined) ? places : numbered(order);
};

/** The place of the first of some that stand in a row between two others. */
const between = (before: number | undefined, after: number | undefined, count: number): number => {
  if (after === undefined) return (before ?? -1) + 1;
  return before === undefined ? after - count : before + (after - before) / (count + 1);
};

const numbered = (order: readonly UserId[]): ReadonlyMap<UserId, number> =>
  new Map(order.map((id, index) => [id, index]));

/** The most of them that stand in the order of their numbers: the longest rising subsequence, by patience sorting. */
const longestRise = (
  order: readonly UserId[],
  known: (id: UserId) => number | undefined,
): ReadonlyMap<UserId, number> => {
  interface Link {
    readonly id: UserId;
    readonly place: number;
    readonly previous: Link | undefined;
  }
  /** Of every length, the rise that ends lowest. */
  const ends: Link[] = [];
  for (const id of order) {
    const place = known(id);
    if (place === undefined) continue;
    const at = firstNotBelow(ends, place);
    ends[at] = { id, place, previous: ends[at - 1] };
  }
  const rise = new Map<UserId, number>();
  for (let link = ends.at(-1); link; link = link.previous) rise.set(link.id, link.place);
  return rise;
};

const firstNotBelow = (ends: readonly { readonly place: number }[], place: number): number => {
  let low = 0;
  let high = ends.length;
  // An order that has not changed rises all the way: then the answer is the end.
  if ((ends.at(-1)?.place ?? -Infinity) < place) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.place ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};
