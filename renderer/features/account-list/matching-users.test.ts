import { expect, test } from 'vitest';
import { sampleUser, sampleUserId } from '../../state/sample-users.ts';
import { matchingUsers } from './matching-users.ts';

const people = [
  sampleUser(1, { name: 'Zoë Ångström', email: 'zoe@example.org' }),
  sampleUser(2, { name: 'Grace Hopper', email: 'grace@navy.example' }),
  sampleUser(3, { name: 'Anonymous 1', isAnonymous: true }),
];

const users = new Map(people.map((user) => [user.id, user]));

const order = [...users.keys()].toReversed();
const found = (text: string) => matchingUsers(order, users, text).map(({ name }) => name);

test('without a text everybody is there, in the order on screen and as the same objects', () => {
  expect(found('  ')).toEqual(['Anonymous 1', 'Grace Hopper', 'Zoë Ångström']);
  expect(matchingUsers(order, users, '')[1]).toBe(users.get(sampleUserId(2)));
});

test.each([
  ['zoe ang', 'Zoë Ångström'],
  ['NAVY', 'Grace Hopper'],
  ['anonymous', 'Anonymous 1'],
])('%s finds %s, by name or e-mail, without case or accents', (text, name) => {
  expect(found(text)).toEqual([name]);
});

test('a text does not run from the name into the e-mail', () => {
  expect(found('hoppergrace')).toEqual([]);
});
