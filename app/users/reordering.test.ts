import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registryOf, someUser } from '../testing/some-user.ts';
import { unknownId } from '../testing/worlds.ts';
import { moved } from './reordering.ts';
import { switchedTo, type UserRegistry } from './user-registry.ts';
import type { UserId } from './user.ts';

const people = Array.from({ length: 6 }, (_none, n) => someUser(n));
const idAt = (n: number): UserId => people[n]?.id ?? unknownId;

const registry = ((): UserRegistry => {
  const switched = switchedTo(registryOf(...people), idAt(2));
  if (!switched.ok) throw new Error('the transitions of the test failed');
  return switched.value;
})();

const orderAfter = (id: UserId, side: 'before' | 'after', other: UserId): readonly number[] => {
  const outcome = moved(registry, id, { side, userId: other });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.order.map((each) => people.findIndex((user) => user.id === each));
};

describe('moving an account in the list', () => {
  it('puts it right before or right after another one', () => {
    expect(orderAfter(idAt(4), 'before', idAt(1))).toEqual([0, 4, 1, 2, 3, 5]);
    expect(orderAfter(idAt(1), 'after', idAt(4))).toEqual([0, 2, 3, 4, 1, 5]);
    expect(orderAfter(idAt(0), 'after', idAt(5))).toEqual([1, 2, 3, 4, 5, 0]);
  });

  it.each([
    ['to itself', idAt(3), 'before', idAt(3)],
    ['before the one that it is before', idAt(2), 'before', idAt(3)],
    ['after the one that it is after', idAt(3), 'after', idAt(2)],
  ] as const)('%s changes nothing, and says so by the same registry', (_name, id, side, other) => {
    expect(moved(registry, id, { side, userId: other })).toEqual({ ok: true, value: registry });
    const outcome = moved(registry, id, { side, userId: other });
    expect(outcome.ok && outcome.value).toBe(registry);
  });

  it.each([
    ['who is not there', unknownId, idAt(0)],
    ['to where nobody is', idAt(0), unknownId],
  ])('%s is refused', (_name, id, other) => {
    expect(moved(registry, id, { side: 'before', userId: other })).toEqual({
      ok: false,
      error: { code: 'userNotFound' },
    });
  });

  it('keeps everybody once, the others as they stood to each other, and all else as it is', () => {
    const at = fc.nat(people.length - 1);
    fc.assert(
      fc.property(at, at, fc.constantFrom('before' as const, 'after' as const), (one, other, side) => {
        const outcome = moved(registry, idAt(one), { side, userId: idAt(other) });
        if (!outcome.ok) throw new Error(outcome.error.code);
        const { order, ...rest } = outcome.value;
        const { order: before, ...restBefore } = registry;
        expect(rest).toEqual(restBefore);
        expect(rest.users).toBe(restBefore.users);
        expect(order.filter((id) => id !== idAt(one))).toEqual(before.filter((id) => id !== idAt(one)));
        expect(order.toSorted()).toEqual(before.toSorted());
        if (one !== other)
          expect(order.indexOf(idAt(one)) - order.indexOf(idAt(other))).toBe(side === 'before' ? -1 : 1);
      }),
    );
  });
});
