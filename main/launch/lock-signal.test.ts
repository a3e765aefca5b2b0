import { expect, test } from 'vitest';
import { saysLocked } from './lock-signal.ts';

const own = '/org/freedesktop/login1/session/c1';
const lock = { path: own, interface: 'org.freedesktop.login1.Session', member: 'Lock' };
const changed = (about: string, what: object, path = own) => ({
  path,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'PropertiesChanged',
  body: [about, what, []],
});

test.each([
  ['logind asks the session to lock', lock, true],
  ['the desktop says that it has', changed('org.freedesktop.login1.Session', { LockedHint: true }), true],
  [
    'the lid is closed',
    changed('org.freedesktop.UPower', { LidIsClosed: true }, '/org/freedesktop/UPower'),
    true,
  ],
  [
    'another person’s desktop comes forward',
    changed('org.freedesktop.login1.Session', { Active: false }),
    true,
  ],
  ['the own one comes back', changed('org.freedesktop.login1.Session', { Active: true }), false],
  ['it asks to unlock', { ...lock, member: 'Unlock' }, false],
  ['the screen is unlocked', changed('org.freedesktop.login1.Session', { LockedHint: false }), false],
  ['the lid is opened', changed('org.freedesktop.UPower', { LidIsClosed: false }), false],
  ['something else changes', changed('org.freedesktop.login1.Session', { IdleHint: true }), false],
  ['another session is locked', { ...lock, path: '/org/freedesktop/login1/session/c2' }, false],
  ['a message has nothing in it', {}, false],
  ['a body is of another shape', { ...changed('', {}), body: 'true' }, false],
] as const)('%s', (_what, message, isLocked) => {
  expect(saysLocked(message, own)).toBe(isLocked);
});

test('where the own session is not known, any counts', () => {
  expect(saysLocked({ ...lock, path: '/org/freedesktop/login1/session/c2' }, undefined)).toBe(true);
});
