import { expect, test } from 'vitest';
import { registryOf, someUser } from '../testing/some-user.ts';
import { imported, type ImportedUser } from './imported-users.ts';
import { brokenInvariants } from './registry-invariants.ts';
import { serviceIdSchema, userIdSchema } from './user.ts';
import { switchedTo } from './user-registry.ts';

const serviceId = serviceIdSchema.parse('shop');
const named = (n: number, fields: Partial<ImportedUser> = {}): ImportedUser => ({
  serviceId,
  subject: `subject-${n}`,
  profile: { name: `Person ${n}` },
  nickname: undefined,
  colour: 3,
  ...fields,
});
const ids = Array.from({ length: 10 }, (_none, n) => userIdSchema.parse(`newcomer-${n}`));
const [first] = ids;
const options = { ids, nowMs: 7 };

test('newcomers are logged out, at the end of the list, with what the list says of them', () => {
  const before = registryOf(someUser(1));
  const after = imported(before, [named(1, { nickname: 'Boss' }), named(2)], options);
  expect(brokenInvariants(after)).toEqual([]);
  expect(after.order).toEqual([...before.order, ...ids.slice(0, 2)]);
  expect(first && after.users.get(first)).toMatchObject({
    state: 'loggedOut',
    serviceId,
    subject: 'subject-1',
    profile: { name: 'Person 1' },
    identities: [],
    nickname: 'Boss',
    colour: 3,
    addedAtMs: 7,
  });
  expect(first && switchedTo(after, first)).toMatchObject({ error: { code: 'userLoggedOut' } });
});

test('whoever is known is left as they are, and so is a registry that gains nobody', () => {
  const known = someUser(1);
  const before = registryOf(known);
  const again = named(9, { serviceId: known.serviceId, subject: known.subject, nickname: 'Other' });
  expect(imported(before, [again], options)).toBe(before);
  const both = imported(before, [named(2), named(2), again], options);
  expect(both.users.size, 'nobody twice').toBe(2);
  expect(both.users.get(known.id)).toBe(known);
});

test('whoever has no id of their own is not added', () => {
  const known = someUser(1);
  const newcomers = [named(1), named(2), named(3)];
  const after = imported(registryOf(known), newcomers, { ids: [known.id, ...ids.slice(0, 1)], nowMs: 7 });
  expect(after.order, 'one id is taken, and one is missing').toEqual([known.id, first]);
  expect(after.users.get(known.id)).toBe(known);
  expect(first && after.users.get(first)).toMatchObject({ subject: 'subject-2' });
});

test('no two have the same initials', () => {
  const { users } = imported(registryOf(someUser(1)), [named(1), named(2), named(3)], options);
  const initials = Array.from(users.values(), (user) => user.initials);
  expect(new Set(initials).size).toBe(initials.length);
});

test('nobody becomes active by it, and nobody stops being so', () => {
  const ana = someUser(1);
  const before = { ...registryOf(ana), activeId: ana.id, recent: [ana.id] };
  const after = imported(before, [named(1)], options);
  expect(after.activeId).toBe(ana.id);
  expect(after.recent).toBe(before.recent);
});
