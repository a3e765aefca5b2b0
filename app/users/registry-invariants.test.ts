import { describe, expect, it } from 'vitest';
import { registryOf, someUser } from '../testing/some-user.ts';
import { recentLimit } from './recent-users.ts';
import { brokenInvariants } from './registry-invariants.ts';
import { serviceIdSchema, withoutSession, type LoggedOutUser } from './user.ts';
import { emptyRegistry, type UserRegistry } from './user-registry.ts';

const clinic = serviceIdSchema.parse('clinic');
const ana = someUser(1);
const ben = someUser(2);
const gone = someUser(9);
const out: LoggedOutUser = { ...withoutSession(someUser(3)), state: 'loggedOut' };
const withPin = someUser(4, { isLocked: true, hasWayToUnlock: true });
const withoutPin = someUser(5, { isLocked: true, sessionKept: 'nowhere' });
const crowd = Array.from({ length: recentLimit + 1 }, (_none, n) => someUser(n));
const crowdIds = crowd.map(({ id }) => id);

const whole: UserRegistry = {
  ...registryOf(ana, ben, out, withPin, withoutPin),
  activeId: ana.id,
  recent: [ana.id, ben.id],
};

describe('a registry is whole', () => {
  it.each<[string, UserRegistry]>([
    ['with nobody in it', emptyRegistry],
    ['with users in every state, and one of them active', whole],
    ['with nobody active, whoever was', { ...whole, activeId: undefined }],
    ['with nobody active and nobody recent', { ...whole, activeId: undefined, recent: [] }],
    ['in any order', { ...whole, order: whole.order.toReversed() }],
    ['with as many recent users as there may be', { ...registryOf(...crowd), recent: crowdIds.slice(1) }],
    [
      'with one subject at two services',
      registryOf(ana, { ...ben, subject: ana.subject, serviceId: clinic }),
    ],
  ])('%s', (_name, registry) => {
    expect(brokenInvariants(registry)).toEqual([]);
  });
});

describe('of a broken registry it is said that', () => {
  it.each<[string, string, UserRegistry]>([
    [
      'the active user is authenticated and not locked',
      'one is locked',
      { ...whole, activeId: withPin.id, recent: [withPin.id] },
    ],
    [
      'the active user is authenticated and not locked',
      'one is logged out',
      { ...whole, activeId: out.id, recent: [out.id] },
    ],
    ['the active user is the most recent one', 'one is second', { ...whole, activeId: ben.id }],
    ['the active user is the most recent one', 'none is recent', { ...whole, recent: [] }],
    ['every user is in the order once', 'one is missing', { ...registryOf(ana, ben), order: [ana.id] }],
    [
      'every user is in the order once',
      'one is there twice, beside all',
      { ...registryOf(ana, ben), order: [ana.id, ben.id, ana.id] },
    ],
    [
      'every user is in the order once',
      'one is there twice, instead of another',
      { ...registryOf(ana, ben), order: [ana.id, ana.id] },
    ],
    ['the order holds known users only', 'one is not', { ...registryOf(ana, ben), order: [ana.id, gone.id] }],
    ['the recent list holds known users only', 'one is not', { ...whole, recent: [ana.id, gone.id] }],
    [
      'the recent list is short and without repetition',
      'it is too long by one',
      { ...registryOf(...crowd), recent: crowdIds },
    ],
    [
      'the recent list is short and without repetition',
      'one is there twice',
      { ...whole, recent: [ana.id, ben.id, ana.id] },
    ],
    [
      'a user is unique by service and subject',
      'two are the same',
      registryOf(ana, { ...ben, subject: ana.subject }),
    ],
    [
      'every user is kept under its own id',
      'one is kept under another',
      {
        ...registryOf(ana, ben),
        users: new Map([
          [ana.id, ana],
          [ben.id, gone],
        ]),
      },
    ],
    [
      'a locked user can be unlocked',
      'one has a session, and nothing to unlock it with',
      registryOf(ana, { ...withPin, hasWayToUnlock: false }),
    ],
    [
      'only a locked user has no session',
      'one is open, and has none',
      registryOf(ana, { ...withoutPin, isLocked: false }),
    ],
  ])('%s: %s', (rule, _name, registry) => {
    expect(brokenInvariants(registry)).toEqual([rule]);
  });

  it('several rules are broken, each of them', () => {
    expect(brokenInvariants({ ...emptyRegistry, order: [gone.id], recent: [gone.id] })).toEqual([
      'every user is in the order once',
      'the order holds known users only',
      'the recent list holds known users only',
    ]);
  });
});
