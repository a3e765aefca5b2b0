import { expect, test } from 'vitest';
import { changed, mirrorOf, type ReadyMirror } from './mirror-state.ts';
import { sampleDirectory, sampleIssuer } from './sample-services.ts';
import { sampleSnapshot, sampleUser as user, sampleUserId as userId } from './sample-users.ts';
import type { Snapshot, UserView } from '../../app/contract/views.ts';

const snapshot = (users: readonly UserView[], part: Partial<Snapshot> = {}): Snapshot =>
  sampleSnapshot({ revision: 7, users, ...part });

const ready = (mirror: ReadyMirror | undefined): ReadyMirror => {
  if (!mirror) throw new Error('A gap where there should be none');
  return mirror;
};

test('a switch keeps users, order and digits as they are, whatever their number', () => {
  const before = mirrorOf(snapshot(Array.from({ length: 1_000 }, (_, number) => user(number))));
  const after = ready(changed(before, { revision: 8, active: { id: userId(3) } }));
  expect(after.activeId).toBe(userId(3));
  expect(after.users).toBe(before.users);
  expect(after.order).toBe(before.order);
  expect(after.digits).toBe(before.digits);
});

test('nobody active is told apart from nothing said about it', () => {
  const before = mirrorOf(snapshot([user(0)], { activeId: userId(0) }));
  expect(ready(changed(before, { revision: 8, active: {} })).activeId).toBeUndefined();
  expect(ready(changed(before, { revision: 8, notices: [] })).activeId).toBe(userId(0));
});

test('a change replaces the users it carries and leaves the others the same objects', () => {
  const before = mirrorOf(snapshot([user(0), user(1)]));
  const after = ready(changed(before, { revision: 8, users: [user(1, { state: 'loggedOut' })] }));
  expect(after.users.get(userId(1))?.state).toBe('loggedOut');
  expect(after.users.get(userId(0))).toBe(before.users.get(userId(0)));
});

test('whoever is not in the new order is gone', () => {
  const before = mirrorOf(snapshot([user(0), user(1), user(2)]));
  const after = ready(changed(before, { revision: 8, order: [userId(2), userId(0)] }));
  expect([...after.users.keys()].toSorted()).toEqual([userId(0), userId(2)]);
  expect(after.digits.get(userId(2))).toBe(1);
  expect(after.digits.has(userId(1))).toBe(false);
});

test('the tenth account has no digit', () => {
  const { digits } = mirrorOf(snapshot(Array.from({ length: 12 }, (_, number) => user(number))));
  expect(digits.get(userId(8))).toBe(9);
  expect(digits.has(userId(9))).toBe(false);
});

test('services are replaced when they are sent, and only then', () => {
  const before = mirrorOf(snapshot([user(0)], { services: [sampleDirectory] }));
  const unchanged = ready(changed(before, { revision: 8, active: {} }));
  expect(unchanged.services).toBe(before.services);
  const added = ready(changed(before, { revision: 8, services: [sampleDirectory, sampleIssuer] }));
  expect(added.services.map(({ name }) => name)).toEqual(['This computer', 'Clinic']);
  expect(added.users).toBe(before.users);
});

test('what a link asks for is there until it is said that nothing is asked any more', () => {
  const ask = { kind: 'switch', id: 'link-1', userId: userId(0) } as const;
  const asked = ready(changed(mirrorOf(snapshot([user(0)])), { revision: 8, link: { ask } }));
  expect(asked.linkAsk).toEqual(ask);
  const switched = ready(changed(asked, { revision: 9, active: { id: userId(0) } }));
  expect(switched.linkAsk, 'nothing was said about it').toBe(ask);
  expect(ready(changed(switched, { revision: 10, link: {} })).linkAsk).toBeUndefined();
});

test('a change it has already, or an older one, alters nothing', () => {
  const mirror = mirrorOf(snapshot([user(0)], { activeId: userId(0) }));
  expect(changed(mirror, { revision: 7, active: {} })).toBe(mirror);
  expect(changed(mirror, { revision: 2, order: [] })).toBe(mirror);
});

test('a gap is no state', () => {
  expect(changed(mirrorOf(snapshot([user(0)])), { revision: 9, active: {} })).toBeUndefined();
});
