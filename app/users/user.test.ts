import { expect, test } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { hasSession, isLocked, mayBeActive, withoutSession, type User } from './user.ts';

const signedIn = someUser(1);
const signedOut: User = { ...withoutSession(signedIn), state: 'loggedOut' };

test.each<[string, User | undefined, [hasSession: boolean, isLocked: boolean, mayBeActive: boolean]]>([
  ['nobody', undefined, [false, false, false]],
  ['signed out', signedOut, [false, false, false]],
  ['signed in', signedIn, [true, false, true]],
  ['signed in, until Hotseat ends', someUser(1, { sessionKept: 'memory' }), [true, false, true]],
  ['locked with a PIN', someUser(1, { isLocked: true, hasWayToUnlock: true }), [true, true, false]],
  ['locked for a login', someUser(1, { isLocked: true, sessionKept: 'nowhere' }), [false, true, false]],
])('has a session, is locked, may be active: %s', (_who, user, expected) => {
  expect([hasSession(user), isLocked(user), mayBeActive(user)]).toEqual(expected);
});
