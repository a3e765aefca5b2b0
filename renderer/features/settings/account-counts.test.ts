import { expect, test } from 'vitest';
import { sampleDirectory, sampleIssuer } from '../../state/sample-services.ts';
import { sampleUser } from '../../state/sample-users.ts';
import { accountCounts, accountsOf } from './account-counts.ts';

const people = Array.from({ length: 26 }, (_, n) =>
  sampleUser(n, { serviceId: n % 2 === 0 ? sampleIssuer.id : sampleDirectory.id }),
);
const users = new Map(people.map((user) => [user.id, user]));
const order = people.map(({ id }) => id).toReversed();

test('accounts are counted by service', () => {
  expect(accountCounts(users)).toEqual(
    new Map([
      [sampleIssuer.id, 13],
      [sampleDirectory.id, 13],
    ]),
  );
});

test('the first ten accounts of a service are named in the order on screen, the rest counted', () => {
  const { named, others } = accountsOf(sampleIssuer.id, order, users);
  expect(named).toHaveLength(10);
  expect(named[0]?.name).toBe('Person 24');
  expect(named.every(({ serviceId }) => serviceId === sampleIssuer.id)).toBe(true);
  expect(others).toBe(3);
});

test('up to ten, nobody is left to count', () => {
  expect(accountsOf(sampleIssuer.id, order.slice(0, 20), users)).toMatchObject({ others: 0 });
});
