import { describe, expect, test } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import {
  isSharedRule,
  shutAtStart,
  whenLeft,
  whenShut,
  whoeverCan,
  type Shutting,
} from './switching-rule.ts';

const withPin = someUser(1, { hasWayToUnlock: true });
const withoutPin = someUser(2);
const canProve = () => true;
const cannotProve = () => false;

test('every rule but the free one keeps people out of the accounts of others', () => {
  expect((['free', 'unlock', 'exclusive'] as const).map(isSharedRule)).toEqual([false, true, true]);
});

describe('who leaves the seat', () => {
  test.each<[what: string, isLockedWhenLeft: boolean | undefined, hasWayToUnlock: boolean, Shutting]>([
    ['with a PIN, who has asked for it, is locked', true, true, 'locked'],
    ['with a PIN, who has not said so, stays', undefined, true, 'stays'],
    ['with a PIN, who has said no, stays', false, true, 'stays'],
    ['without a PIN stays, though it was asked for', true, false, 'stays'],
    ['without a PIN stays', undefined, false, 'stays'],
  ])('where moving is free, %s', (_what, isLockedWhenLeft, hasWayToUnlock, shutting) => {
    const user = someUser(1, { isLockedWhenLeft, hasWayToUnlock });
    expect(whenLeft('free', canProve)(user)).toBe(shutting);
  });

  test('where leaving locks, is locked where anything opens the lock, and is logged out where nothing does', () => {
    expect(whenLeft('unlock', cannotProve)(withPin)).toBe('locked');
    expect(whenLeft('unlock', canProve)(withoutPin)).toBe('locked');
    expect(whenLeft('unlock', cannotProve)(withoutPin)).toBe('loggedOut');
  });

  test('where one at a time is signed in, is logged out, with a PIN or without', () => {
    for (const user of [withPin, withoutPin]) expect(whenLeft('exclusive', canProve)(user)).toBe('loggedOut');
  });
});

test('shut with all the others, somebody is locked by a PIN or by their service, and else logged out', () => {
  expect(whenShut(cannotProve)(withPin)).toBe('locked');
  expect(whenShut(canProve)(withoutPin)).toBe('locked');
  expect(whenShut(cannotProve)(withoutPin)).toBe('loggedOut');
});

test('service by service it is asked who can prove there who they are', () => {
  const shutter = whenShut((user) => user.id === withoutPin.id);
  expect([shutter(withoutPin), shutter(someUser(3))]).toEqual(['locked', 'loggedOut']);
});

describe('a start', () => {
  test('leaves everybody as they are where moving is free', () => {
    for (const isLast of [true, false])
      for (const user of [withPin, withoutPin])
        expect(shutAtStart('free', cannotProve)(user, isLast)).toBe('stays');
  });

  test('locks everybody where leaving locks, whoever was last', () => {
    for (const isLast of [true, false]) {
      expect(shutAtStart('unlock', cannotProve)(withPin, isLast)).toBe('locked');
      expect(shutAtStart('unlock', canProve)(withoutPin, isLast)).toBe('locked');
      expect(shutAtStart('unlock', cannotProve)(withoutPin, isLast)).toBe('loggedOut');
    }
  });

  test('locks the last one, and logs the others out, where one at a time is signed in', () => {
    const shutter = shutAtStart('exclusive', canProve);
    for (const user of [withPin, withoutPin])
      expect([shutter(user, true), shutter(user, false)]).toEqual(['locked', 'loggedOut']);
    expect(shutAtStart('exclusive', cannotProve)(withoutPin, true)).toBe('loggedOut');
  });
});

test('a lock where everybody may be left open takes only who has something to unlock with', () => {
  expect([whoeverCan(withPin), whoeverCan(withoutPin)]).toEqual(['locked', 'stays']);
});
