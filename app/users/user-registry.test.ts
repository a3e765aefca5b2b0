import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { valueOf } from '../testing/fake-world.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { unknownId } from '../testing/worlds.ts';
import { brokenInvariants } from './registry-invariants.ts';
import { serviceIdSchema, withoutSession, type LoggedOutUser, type User, type UserId } from './user.ts';
import {
  arrived,
  locked,
  lockingWhenLeftChanged,
  loggedOut,
  profileRefreshed,
  recoloured,
  reinstated,
  removed,
  removedTogether,
  renamed,
  sessionStored,
  shutTogether,
  switchedTo,
  unlocked,
  wayToUnlockChanged,
  type ArrivedUser,
  type UserRegistry,
} from './user-registry.ts';

const sessionEnd = { atMs: 9_000, soonFromMs: 8_000 };
const ana = someUser(1, { sessionEnd });
const ben = someUser(2, { nickname: 'Work', chosenColour: 'teal' });
const out: LoggedOutUser = { ...withoutSession(someUser(3)), state: 'loggedOut', because: 'sessionRevoked' };
const withPin = someUser(4, { isLocked: true, hasWayToUnlock: true, unlockKind: 'pin' });
const withoutPin = someUser(5, { isLocked: true, sessionKept: 'nowhere' });

/** With one who is active, and one who was so before. */
const registry: UserRegistry = {
  ...registryOf(ana, ben, out, withPin, withoutPin),
  activeId: ana.id,
  recent: [ana.id, ben.id],
};
const nobodyActive: UserRegistry = { ...registry, activeId: undefined };

const userIn = ({ users }: UserRegistry, { id }: User): User | undefined => users.get(id);
const refreshed = { profile: { name: 'Zoe' }, identities: [], isAnonymous: false };
const always = (how: 'stays' | 'locked' | 'loggedOut') => () => how;

type Transition = (registry: UserRegistry, id: UserId) => Outcome<UserRegistry>;
const transitions = {
  'switching to': (from, id) => switchedTo(from, id),
  'logging out': (from, id) => loggedOut(from, id, { succession: 'nobody' }),
  removing: (from, id) => removed(from, id, { succession: 'nobody' }),
  locking: (from, id) => locked(from, id),
  unlocking: (from, id) => unlocked(from, id),
  'setting up a PIN for': (from, id) => wayToUnlockChanged(from, id, 'pin'),
  'having locked when left': (from, id) => lockingWhenLeftChanged(from, id, true),
  renaming: (from, id) => renamed(from, id, 'Other'),
  recolouring: (from, id) => recoloured(from, id, 'pink'),
  'refreshing the profile of': (from, id) => profileRefreshed(from, id, refreshed),
} satisfies Record<string, Transition>;
type TransitionName = keyof typeof transitions;

describe('what cannot be done is refused:', () => {
  const ofSession: TransitionName[] = [
    'switching to',
    'locking',
    'unlocking',
    'setting up a PIN for',
    'having locked when left',
    'refreshing the profile of',
  ];

  it.each(Object.entries<Transition>(transitions))('%s somebody who is not there', (_name, change) => {
    expect(change(registry, unknownId)).toEqual({ ok: false, error: { code: 'userNotFound' } });
  });

  it.each(ofSession)('%s somebody who is logged out', (name) => {
    expect(transitions[name](registry, out.id)).toEqual({ ok: false, error: { code: 'userLoggedOut' } });
  });

  it.each<[TransitionName, string, User, { code: string; with?: string }]>([
    ['switching to', 'who is locked', withPin, { code: 'locked' }],
    ['setting up a PIN for', 'who is locked', withPin, { code: 'locked' }],
    ['locking', 'whom nothing would unlock', ana, { code: 'conflict', with: 'noWayToUnlock' }],
    [
      'having locked when left',
      'whom nothing would unlock',
      ana,
      { code: 'conflict', with: 'noWayToUnlock' },
    ],
  ])('%s somebody %s', (name, _why, user, error) => {
    expect(transitions[name](registry, user.id)).toEqual({ ok: false, error });
  });
});

describe('what changes nothing says so by the same registry:', () => {
  const logOut = { succession: 'mostRecent', because: 'sessionExpired' } as const;
  const signedOut = registryOf(out);

  it.each<[string, UserRegistry, (registry: UserRegistry) => Outcome<UserRegistry>]>([
    ['switching to who is active', registry, (from) => switchedTo(from, ana.id, always('locked'))],
    ['logging out who is logged out', registry, (from) => loggedOut(from, out.id, logOut)],
    ['locking who is locked', registry, (from) => locked(from, withPin.id)],
    ['locking who is locked without a PIN', registry, (from) => locked(from, withoutPin.id)],
    ['the nickname that somebody has', registry, (from) => renamed(from, ben.id, ' Work ')],
    ['no nickname where there is none', registry, (from) => renamed(from, ana.id, undefined)],
    ['an empty nickname where there is none', registry, (from) => renamed(from, ana.id, ' ')],
    ['the colour that somebody chose', registry, (from) => recoloured(from, ben.id, 'teal')],
    ['no colour where none was chosen', registry, (from) => recoloured(from, ana.id, undefined)],
  ])('%s', (_name, before, change) => {
    expect(valueOf(change(before))).toBe(before);
  });

  it.each<[string, UserRegistry, (registry: UserRegistry) => UserRegistry]>([
    ['shutting where everybody stays', registry, (from) => shutTogether(from, always('stays'))],
    ['shutting where all are logged out', signedOut, (from) => shutTogether(from, always('locked'))],
    [
      'shutting where all others are locked',
      registryOf(ana, withPin, withoutPin),
      (from) => shutTogether(from, always('locked'), ana.id),
    ],
    ['a session of nobody', registry, (from) => sessionStored(from, unknownId, { sessionKept: 'disk' })],
    [
      'a session of who is logged out',
      registry,
      (from) => sessionStored(from, out.id, { sessionKept: 'disk' }),
    ],
    [
      'a session of whom none is kept',
      registry,
      (from) => sessionStored(from, withoutPin.id, { sessionKept: 'disk' }),
    ],
    [
      'a session kept and ending as before',
      registry,
      (from) => sessionStored(from, ana.id, { sessionKept: 'disk', sessionEnd }),
    ],
  ])('%s', (_name, before, change) => {
    expect(change(before)).toBe(before);
  });
});

describe('somebody who logs in', () => {
  const arrival: ArrivedUser = {
    serviceId: ana.serviceId,
    subject: ana.subject,
    profile: { name: 'Ana' },
    identities: [],
    isAnonymous: false,
    sessionKept: 'disk',
  };
  const options = { newId: someUser(8).id, nowMs: 70, activate: false };
  const arrivedIn = (before: UserRegistry, fields: Partial<ArrivedUser> = {}) =>
    arrived(before, { ...arrival, ...fields }, options);

  it('is somebody else where only the subject is the same, and the service another', () => {
    const { registry: after, userId } = arrivedIn(registry, { serviceId: serviceIdSchema.parse('clinic') });
    expect(userId).toBe(options.newId);
    expect(after.order).toEqual([...registry.order, userId]);
    expect(userIn(after, ana)).toBe(ana);
  });

  it('again without having been locked keeps the PIN, and what it is for', () => {
    const open = { hasWayToUnlock: true, unlockKind: 'pin', isLockedWhenLeft: true } as const;
    const { registry: after, userId } = arrivedIn(registryOf({ ...ana, ...open }));
    expect(userId).toBe(ana.id);
    expect(userIn(after, ana)).toMatchObject({ ...open, isLocked: false, profile: { name: 'Ana' } });
  });

  it('instead of unlocking has no PIN any more', () => {
    const { subject } = withPin;
    const { registry: after } = arrivedIn(registry, { subject });
    expect(userIn(after, withPin)).toMatchObject({
      isLocked: false,
      hasWayToUnlock: false,
      unlockKind: undefined,
    });
  });
});

describe('removing', () => {
  const three = { ...registry, recent: [ana.id, withPin.id, ben.id] };

  it.each(['mostRecent', 'nobody'] as const)(
    'somebody else leaves the active user active (%s)',
    (succession) => {
      const after = removedTogether(three, new Set([withPin.id]), { succession });
      expect(after).toMatchObject({ activeId: ana.id, recent: [ana.id, ben.id] });
      expect(after.order).toEqual([ana.id, ben.id, out.id, withoutPin.id]);
      expect(brokenInvariants(after)).toEqual([]);
    },
  );

  it('anybody seats nobody where nobody was active', () => {
    const after = removedTogether(nobodyActive, new Set([withPin.id]), { succession: 'mostRecent' });
    expect(after.activeId).toBeUndefined();
    expect(after.recent, 'nobody recent has gone').toBe(nobodyActive.recent);
  });

  it.each([
    ['mostRecent', ben.id],
    ['nobody', undefined],
  ] as const)('the active user seats who is asked for: %s', (succession, activeId) => {
    const after = removedTogether(three, new Set([ana.id]), { succession });
    expect(after.activeId).toBe(activeId);
    expect(brokenInvariants(after)).toEqual([]);
  });

  it('is what a log out comes to for an anonymous user', () => {
    const anonymous = someUser(6, { anonymousNumber: 1 });
    const after = valueOf(
      loggedOut(registryOf(ana, anonymous), anonymous.id, {
        succession: 'nobody',
        because: 'sessionRevoked',
      }),
    );
    expect(after).toEqual(registryOf(ana));
  });
});

describe('taking removals back', () => {
  const goneIds = new Set([ana.id, withPin.id]);
  const places = [
    { user: ana, index: 0 },
    { user: withPin, index: 3 },
  ];
  const without = removedTogether(registry, goneIds, { succession: 'mostRecent' });

  it('puts everybody where they were, and in the seat again', () => {
    const back = reinstated(without, places, ana.id);
    expect([back.order, back.activeId, back.recent]).toEqual([registry.order, ana.id, [ana.id, ben.id]]);
    expect(back.users).toEqual(registry.users);
  });

  it.each([
    ['nobody left it', undefined],
    ['who left it is locked', withPin.id],
  ])('leaves in the seat who took it meanwhile, where %s', (_name, activeId) => {
    const back = reinstated(without, places, activeId);
    expect([back.order, back.activeId, back.recent]).toEqual([registry.order, ben.id, [ben.id]]);
  });
});

describe('a nickname', () => {
  it('is kept without the spaces around it, and the initials follow', () => {
    const after = valueOf(renamed(registry, ana.id, '  Night Shift '));
    expect(userIn(after, ana)).toEqual({ ...ana, nickname: 'Night Shift', initials: 'NS' });
  });

  it.each([undefined, '', '  '])('is taken away by %j', (nickname) => {
    const named = valueOf(renamed(registry, ana.id, 'Night Shift'));
    expect(userIn(valueOf(renamed(named, ana.id, nickname)), ana)).toMatchObject({ nickname: undefined });
  });
});

describe('a refreshed profile', () => {
  const anonymous = someUser(6, { anonymousNumber: 1, initials: 'A1', profile: {} });
  const before = registryOf(ana, anonymous);

  it.each([
    ['leaves the initials of who has had a name', ana, false, ana.initials, undefined],
    ['gives initials to who has a name from now on', anonymous, false, 'ZO', undefined],
    ['leaves those of who is still anonymous', anonymous, true, 'A1', 1],
  ])('%s', (_name, user, isAnonymous, initials, anonymousNumber) => {
    const after = userIn(valueOf(profileRefreshed(before, user.id, { ...refreshed, isAnonymous })), user);
    expect(after?.profile).toEqual({ name: 'Zoe' });
    expect([after?.initials, after?.anonymousNumber]).toEqual([initials, anonymousNumber]);
  });
});

describe('a session that was written anew', () => {
  const later = { atMs: 19_000, soonFromMs: 18_000 };

  it.each([
    ['is kept in another place', { sessionKept: 'memory' }],
    ['ends at another time', { sessionKept: 'disk', sessionEnd: later }],
    ['ends nobody knows when', { sessionEnd: undefined }],
  ] as const)('%s', (_name, stored) => {
    expect(userIn(sessionStored(registry, ana.id, stored), ana)).toEqual({ ...ana, ...stored });
  });
});
