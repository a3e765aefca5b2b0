import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from './places.ts';
import { userIdSchema, type UserId } from './user.ts';

const idOf = (n: number): UserId => userIdSchema.parse(`user-${String(n).padStart(6, '0')}`);
const idsUpTo = (count: number): readonly UserId[] => Array.from({ length: count }, (_, n) => idOf(n));
const nobody = (): undefined => undefined;

const isRising = (order: readonly UserId[], places: ReadonlyMap<UserId, number>): boolean =>
  order.every((id, index) => {
    const before = order[index - 1];
    const place = places.get(id);
    if (place === undefined) return false;
    return before === undefined || (places.get(before) ?? Infinity) < place;
  });

/** Whose place is another in the new order? */
const moved = (order: readonly UserId[], before: ReadonlyMap<UserId, number>): readonly UserId[] => {
  const after = placesOf(order, (id) => before.get(id));
  expect(isRising(order, after)).toBe(true);
  expect(after.size).toBe(order.length);
  return order.filter((id) => before.get(id) !== after.get(id));
};

describe('the places of users', () => {
  const order = idsUpTo(1_000);
  const places = placesOf(order, nobody);
  const [first, last, some] = [idOf(0), idOf(999), idOf(500)];
  const others = (...left: readonly UserId[]) => order.filter((id) => !left.includes(id));

  it.each([
    ['nothing has changed', order, []],
    ['one has come', [...order, idOf(1_000)], [idOf(1_000)]],
    ['one has come after the first', order.toSpliced(1, 0, idOf(2_000)), [idOf(2_000)]],
    ['one has gone', others(some), []],
    ['the first goes to the end', [...others(first), first], [first]],
    ['the last goes to the front', [last, ...others(last)], [last]],
    ['one goes up by one', order.with(500, idOf(501)).with(501, some), undefined],
    ['one goes between two others', others(some).toSpliced(3, 0, some), [some]],
    [
      'some come between two others',
      order.toSpliced(3, 0, idOf(2_000), idOf(2_001)),
      [idOf(2_000), idOf(2_001)],
    ],
  ])('%s: of the others none has another', (_name, changed, expected) => {
    const found = moved(changed, places);
    if (expected) expect(found).toEqual(expected);
    else expect(found).toHaveLength(1);
  });

  it.each([
    ['count from zero where nobody has one', [undefined, undefined, undefined], [0, 1, 2]],
    ['share evenly the room between two', [0, undefined, undefined, 3], [0, 1, 2, 3]],
    ['go below the first', [undefined, undefined, 0], [-2, -1, 0]],
    ['go above the last', [7, undefined, undefined], [7, 8, 9]],
    ['are no two the same, though one was given twice', [4, 4], [3, 4]],
    ['stay where a number comes again further on', [1, 5, 1], [1, 5, 6]],
  ])('%s', (_what, known, expected) => {
    const ids = idsUpTo(known.length);
    const found = placesOf(ids, (id) => known[ids.indexOf(id)]);
    expect(ids.map((id) => found.get(id))).toEqual(expected);
  });

  it('rise along any order, whatever was known', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(40)),
        fc.dictionary(fc.nat(40).map(String), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (numbers, known) => {
          const wanted = numbers.map(idOf);
          const knownPlaces = new Map(Object.entries(known).map(([n, place]) => [idOf(Number(n)), place]));
          moved(wanted, knownPlaces);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are numbered anew where there is no more room between two', () => {
    let now = placesOf(idsUpTo(3), nobody);
    let list = idsUpTo(3);
    for (let turn = 0; turn < 200; turn += 1) {
      list = [list[0], list[2], list[1]].flatMap((id) => id ?? []);
      now = placesOf(list, (id) => now.get(id));
      expect(isRising(list, now)).toBe(true);
    }
  });
});
