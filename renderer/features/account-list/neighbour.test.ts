import { expect, test } from 'vitest';
import { sampleServiceId } from '../../state/sample-services.ts';
import { sampleUser, sampleUserId as userId } from '../../state/sample-users.ts';
import { neighbourOf, type Direction } from './neighbour.ts';

const people = [0, 1, 2, 3].map((n) =>
  sampleUser(n, { serviceId: sampleServiceId(n < 2 ? 'directory' : 'clinic') }),
);
const users = new Map(people.map((user) => [user.id, user]));
const order = people.map(({ id }) => id);

test.each<[number, Direction, boolean, number | undefined]>([
  [1, 'up', false, 0],
  [1, 'down', false, 2],
  [0, 'up', false, undefined],
  [3, 'down', false, undefined],
  [1, 'down', true, undefined],
  [2, 'up', true, undefined],
  [2, 'down', true, 3],
])('%i moves %s, grouped: %s, past %s', (n, direction, isGrouped, neighbour) => {
  const found = neighbourOf(userId(n), direction, { order, users, isGrouped });
  expect(found).toBe(neighbour === undefined ? undefined : userId(neighbour));
});

test('who is not in the list moves nowhere', () => {
  expect(neighbourOf(userId(9), 'down', { order, users, isGrouped: false })).toBeUndefined();
});
