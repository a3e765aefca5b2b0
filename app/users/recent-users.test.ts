import { expect, test } from 'vitest';
import { recentLimit, touched } from './recent-users.ts';
import { userIdSchema, type UserId } from './user.ts';

const idOf = (n: number): UserId => userIdSchema.parse(`user-${String(n).padStart(6, '0')}`);
const [ana, ben, cleo] = [idOf(1), idOf(2), idOf(3)];

test.each([
  ['somebody new', [ben], ana, [ana, ben]],
  ['somebody from further down', [ben, cleo, ana], ana, [ana, ben, cleo]],
  ['the first of all', [], ana, [ana]],
])('the newest stands first, and nobody twice: %s', (_who, recent, id, expected) => {
  expect(touched(recent, id)).toEqual(expected);
});

test('the same list comes back where the newest is it already: there is nothing to save', () => {
  const recent = [ana, ben];
  expect(touched(recent, ana)).toBe(recent);
});

test('a full list forgets the oldest', () => {
  const full = Array.from({ length: recentLimit }, (_none, n) => idOf(n));
  const newcomer = idOf(recentLimit);
  expect(touched(full, newcomer)).toEqual([newcomer, ...full.slice(0, -1)]);
});
