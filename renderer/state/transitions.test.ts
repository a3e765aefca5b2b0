import { expect, test } from 'vitest';
import type { UserId } from '../../app/contract/bridge.ts';
import type { UserView } from '../../app/contract/views.ts';
import { mirrorOf } from './mirror-state.ts';
import { sampleDirectory, sampleIssuer } from './sample-services.ts';
import { sampleSnapshot, sampleUser, sampleUserId } from './sample-users.ts';
import { transitionsBetween } from './transitions.ts';

const ada = sampleUserId(1);
const bob = sampleUserId(2);

const user = (id: UserId, state: UserView['state'] = 'authenticated'): UserView =>
  sampleUser(id === ada ? 1 : 2, { name: id === ada ? 'Ada' : 'Bob', state });

const mirror = (users: readonly UserView[], activeId?: UserId) =>
  mirrorOf(sampleSnapshot({ users, ...(activeId ? { activeId } : {}) }));

test('a switch is told, and nothing else', () => {
  const before = mirror([user(ada), user(bob)], ada);
  const { nowActive, ...others } = transitionsBetween(before, { ...before, activeId: bob });
  expect(nowActive?.user?.name).toBe('Bob');
  expect(others).toEqual({ added: [], removed: [], loggedOut: [], locked: [] });
});

test('logging out the active user tells both what happened and who is active now', () => {
  const before = mirror([user(ada), user(bob)], ada);
  const told = transitionsBetween(before, mirror([user(ada, 'loggedOut'), user(bob)], bob));
  expect(told.loggedOut.map(({ name }) => name)).toEqual(['Ada']);
  expect(told.nowActive?.user?.name).toBe('Bob');
});

test('C3: a session of the active user that the service ended is told as that; a log out is not', () => {
  const before = mirror([user(ada), user(bob)], ada);
  const revoked = { ...user(ada, 'loggedOut'), attention: ['sessionRevoked' as const] };
  expect(transitionsBetween(before, mirror([revoked, user(bob)])).endedActive?.name).toBe('Ada');
  expect(transitionsBetween(before, mirror([user(ada, 'loggedOut'), user(bob)])).endedActive).toBeUndefined();
  expect(transitionsBetween(before, mirror([revoked, user(bob)], bob)).endedActive).toBeUndefined();
});

test('the ended session of somebody who was not active leaves the seat alone', () => {
  const revoked = { ...user(bob, 'loggedOut'), attention: ['sessionExpired' as const] };
  const told = transitionsBetween(mirror([user(ada), user(bob)]), mirror([user(ada), revoked]));
  expect(told.endedActive).toBeUndefined();
  expect(told.loggedOut.map(({ name }) => name)).toEqual(['Bob']);
});

test('whoever logs out at an issuer may still be signed in in the browser, unless the issuer ended it', () => {
  const of = (one: UserView) =>
    mirrorOf(sampleSnapshot({ users: [one], services: [sampleDirectory, sampleIssuer] }));
  const leftBy = (before: UserView, after: UserView) =>
    transitionsBetween(of(before), of(after)).leftInBrowser;
  const clinician = sampleUser(1, { serviceId: sampleIssuer.id });
  const out = { ...clinician, state: 'loggedOut' as const };
  expect(leftBy(clinician, out)?.id).toBe(ada);
  expect(leftBy(clinician, { ...out, attention: ['sessionRevoked'] })).toBeUndefined();
  expect(leftBy(user(ada), user(ada, 'loggedOut'))).toBeUndefined();
});

test('removing the last one leaves nobody', () => {
  const told = transitionsBetween(mirror([user(ada)], ada), mirror([]));
  expect(told.removed.map(({ name }) => name)).toEqual(['Ada']);
  expect(told.nowActive).toEqual({ user: undefined });
});

test('a user who was logged out before is not told again', () => {
  const told = transitionsBetween(
    mirror([user(ada, 'loggedOut')]),
    mirror([user(ada, 'loggedOut'), user(bob)]),
  );
  expect(told.loggedOut).toEqual([]);
  expect(told.added.map(({ name }) => name)).toEqual(['Bob']);
  expect(told.nowActive).toBeUndefined();
});
