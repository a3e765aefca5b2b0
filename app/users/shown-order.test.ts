import { describe, expect, it } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { groupsByService, shownOrder, type Listed } from './shown-order.ts';
import { serviceIdSchema } from './user.ts';

const [directory, clinic, lost, unused] = ['directory', 'clinic', 'lost', 'unused'].map((id) =>
  serviceIdSchema.parse(id),
);

const people = [clinic, directory, lost, clinic, directory].map((serviceId, n) =>
  someUser(n, serviceId === undefined ? {} : { serviceId }),
);

const listed: Listed = {
  order: people.map(({ id }) => id),
  users: new Map(people.map((user) => [user.id, user])),
  services: [directory, unused, clinic].flatMap((id) => (id === undefined ? [] : [{ id }])),
};

const numbers = (isGrouped: boolean): readonly number[] =>
  shownOrder(listed, isGrouped).map((id) => people.findIndex((user) => user.id === id));

describe('the order on screen', () => {
  it('is the person’s own, as the same list, where nothing is grouped', () => {
    expect(shownOrder(listed, false)).toBe(listed.order);
  });

  it('has services in their own order, lost ones last, and within each the person’s own', () => {
    expect(numbers(true)).toEqual([1, 4, 0, 3, 2]);
  });

  it('has everybody once', () => {
    expect(new Set(numbers(true))).toEqual(new Set(people.keys()));
  });
});

describe('the groups', () => {
  it('leave out who stands in the order and is no longer known', () => {
    const [gone, ...others] = people;
    const users = new Map(others.map((user) => [user.id, user]));
    const shown = groupsByService({ ...listed, users }).flatMap(({ userIds }) => userIds);
    expect(shown).toHaveLength(others.length);
    expect(shown).not.toContain(gone?.id);
  });

  it('are of services that have accounts', () => {
    expect(groupsByService(listed).map(({ serviceId, userIds }) => [serviceId, userIds.length])).toEqual([
      [directory, 2],
      [clinic, 2],
      [lost, 1],
    ]);
  });
});
