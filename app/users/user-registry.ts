import type { ServiceProfile } from '../identity/identity-provider.ts';
import { everybodyStays, whoeverCan, type Shutter, type Shutting } from '../desk/switching-rule.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { SessionEnd } from '../sessions/session.ts';
import type { IdentityColour } from './identity-colour.ts';
import { freeColour, freeInitials } from './identity-mark.ts';
import { touched, type RecentUsers } from './recent-users.ts';
import {
  isAnonymous,
  mayBeActive,
  withoutSession,
  type AuthenticatedUser,
  type Identity,
  type LogOutCause,
  type LoggedOutUser,
  type Profile,
  type ServiceId,
  type UnlockKind,
  type User,
  type UserId,
} from './user.ts';

/**
 * All users of this computer and who of them is active. Immutable: every transition returns a new registry
 * that shares what did not change, so a switch costs the same with ten accounts and with ten thousand.
 */
export interface UserRegistry {
  readonly users: ReadonlyMap<UserId, User>;
  /** The order on screen: first login first, changed only by the person. */
  readonly order: readonly UserId[];
  readonly activeId: UserId | undefined;
  readonly recent: RecentUsers;
}

export const emptyRegistry: UserRegistry = { users: new Map(), order: [], activeId: undefined, recent: [] };

/** What a login at a service brought, without its tokens. */
export interface ArrivedUser {
  readonly serviceId: ServiceId;
  readonly subject: string;
  readonly profile: Profile;
  readonly identities: readonly Identity[];
  readonly isAnonymous: boolean;
  readonly sessionKept: 'disk' | 'memory';
  readonly sessionEnd?: SessionEnd | undefined;
}

/** Who becomes active when the active user leaves: the most recently used who may be, or nobody. */
export type Succession = 'mostRecent' | 'nobody';

export const findBySubject = (
  registry: UserRegistry,
  serviceId: ServiceId,
  subject: string,
): User | undefined => {
  for (const user of registry.users.values())
    if (user.subject === subject && user.serviceId === serviceId) return user;
  return undefined;
};

/** Log in, new or known user: a known one keeps its id, place, nickname and marks. */
export const arrived = (
  registry: UserRegistry,
  arrival: ArrivedUser,
  options: { newId: UserId; nowMs: number; activate: boolean; shutter?: Shutter },
): { readonly registry: UserRegistry; readonly userId: UserId } => {
  const known = findBySubject(registry, arrival.serviceId, arrival.subject);
  const user = {
    ...(known ? revivedIn(registry, known, arrival) : created(registry, arrival, options)),
    loggedInAtMs: options.nowMs,
  };
  const withUser: UserRegistry = {
    ...registry,
    users: new Map(registry.users).set(user.id, user),
    order: known ? registry.order : [...registry.order, user.id],
  };
  const seated = options.activate ? activated(withUser, user.id, options.shutter) : withUser;
  return { registry: seated, userId: user.id };
};

/** `shutter` says what becomes of who leaves the seat by it. */
export const switchedTo = (
  registry: UserRegistry,
  id: UserId,
  shutter: Shutter = everybodyStays,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  if (user.isLocked) return fail({ code: 'locked' });
  return succeed(activated(registry, id, shutter));
};

/** Twice is a no-op. An anonymous user cannot come back, so it is removed instead (peer cases T4, T5). */
export const loggedOut = (
  registry: UserRegistry,
  id: UserId,
  options: { succession: Succession; because?: LogOutCause | undefined },
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (isAnonymous(user)) return removed(registry, id, options);
  if (user.state === 'loggedOut') return succeed(registry);
  const ended: LoggedOutUser = { ...withoutSession(user), state: 'loggedOut', because: options.because };
  return succeed(succeeded(withUser(registry, ended), id, options.succession));
};

export const removed = (
  registry: UserRegistry,
  id: UserId,
  options: { succession: Succession },
): Outcome<UserRegistry> => {
  if (!registry.users.has(id)) return fail({ code: 'userNotFound' });
  return succeed(removedTogether(registry, new Set([id]), options));
};

/** As many removals, in one pass over the users. */
export const removedTogether = (
  registry: UserRegistry,
  ids: ReadonlySet<UserId>,
  options: { succession: Succession },
): UserRegistry => {
  const users = new Map(registry.users);
  for (const id of ids) users.delete(id);
  const { activeId, recent } = registry;
  const without: UserRegistry = {
    ...registry,
    users,
    order: registry.order.filter((id) => !ids.has(id)),
    recent: recent.some((id) => ids.has(id)) ? recent.filter((id) => !ids.has(id)) : recent,
  };
  return activeId !== undefined && ids.has(activeId)
    ? succeeded(without, activeId, options.succession)
    : without;
};

/** Takes removals back that could not be begun: the users are where they were. `places` in rising order. */
export const reinstated = (
  registry: UserRegistry,
  places: readonly { readonly user: User; readonly index: number }[],
  activeId: UserId | undefined,
): UserRegistry => {
  const users = new Map(registry.users);
  const order = [...registry.order];
  for (const { user, index } of places) {
    users.set(user.id, user);
    order.splice(index, 0, user.id);
  }
  const back: UserRegistry = { ...registry, users, order };
  return activeId !== undefined && mayBeActive(users.get(activeId)) ? activated(back, activeId) : back;
};

/** Locking the active user leaves nobody active. `shutter` says what locking the user comes to. */
export const locked = (
  registry: UserRegistry,
  id: UserId,
  shutter: Shutter = whoeverCan,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  if (user.isLocked) return succeed(registry);
  if (shutter(user) !== 'locked') return fail({ code: 'conflict', with: 'noWayToUnlock' });
  return succeed(succeeded(withUser(registry, shut(user, 'locked')), id, 'nobody'));
};

/** Shuts whoever is signed in, as `shutter` says, in one pass; but for `except`. */
export const shutTogether = (registry: UserRegistry, shutter: Shutter, except?: UserId): UserRegistry => {
  const users = new Map(registry.users);
  let isChanged = false;
  for (const user of registry.users.values()) {
    if (user.state !== 'authenticated' || user.id === except) continue;
    const after = shut(user, shutter(user));
    if (after === user) continue;
    users.set(user.id, after);
    isChanged = true;
  }
  if (!isChanged) return registry;
  const { activeId } = registry;
  const isActiveShut = activeId !== undefined && !mayBeActive(users.get(activeId));
  return { ...registry, users, activeId: isActiveShut ? undefined : activeId };
};

/** Unlocking switches to the user. Proof was given before; this only records it. */
export const unlocked = (
  registry: UserRegistry,
  id: UserId,
  shutter: Shutter = everybodyStays,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  const open = user.isLocked ? withUser(registry, { ...user, isLocked: false }) : registry;
  return succeed(activated(open, id, shutter));
};

/** A PIN or passphrase was set up, or taken away. Without one nothing is locked by leaving it. */
export const wayToUnlockChanged = (
  registry: UserRegistry,
  id: UserId,
  unlockKind: UnlockKind | undefined,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  if (user.isLocked) return fail({ code: 'locked' });
  const hasWayToUnlock = unlockKind !== undefined;
  const isLockedWhenLeft = hasWayToUnlock ? user.isLockedWhenLeft : undefined;
  return succeed(withUser(registry, { ...user, hasWayToUnlock, unlockKind, isLockedWhenLeft }));
};

export const lockingWhenLeftChanged = (
  registry: UserRegistry,
  id: UserId,
  isLockedWhenLeft: boolean,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  if (!user.hasWayToUnlock) return fail({ code: 'conflict', with: 'noWayToUnlock' });
  return succeed(withUser(registry, { ...user, isLockedWhenLeft }));
};

/** An empty nickname takes it away; the initials follow the name that is shown. */
export const renamed = (
  registry: UserRegistry,
  id: UserId,
  nickname: string | undefined,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  const wanted = nickname?.trim() || undefined;
  if (wanted === user.nickname) return succeed(registry);
  const initials = freeInitials(registry.users.values(), { ...user, nickname: wanted });
  return succeed(withUser(registry, { ...user, nickname: wanted, initials }));
};

/** Without a colour, the account wears the one that it was given. */
export const recoloured = (
  registry: UserRegistry,
  id: UserId,
  chosenColour: IdentityColour | undefined,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  return succeed(
    user.chosenColour === chosenColour ? registry : withUser(registry, { ...user, chosenColour }),
  );
};

/** Profile and identities as the service has them now. An anonymous user who got another way in has a name. */
export const profileRefreshed = (
  registry: UserRegistry,
  id: UserId,
  { profile, identities, isAnonymous: isStillAnonymous }: ServiceProfile,
): Outcome<UserRegistry> => {
  const user = registry.users.get(id);
  if (!user) return fail({ code: 'userNotFound' });
  if (user.state === 'loggedOut') return fail({ code: 'userLoggedOut' });
  const refreshed = { ...user, profile, identities };
  return succeed(withUser(registry, isStillAnonymous ? refreshed : named(registry, refreshed)));
};

/** Where the session of an authenticated user is kept, after it was written anew, and when it ends. */
export const sessionStored = (
  registry: UserRegistry,
  id: UserId,
  stored: Partial<Pick<AuthenticatedUser, 'sessionKept' | 'sessionEnd'>>,
): UserRegistry => {
  const user = registry.users.get(id);
  if (user?.state !== 'authenticated' || user.sessionKept === 'nowhere') return registry;
  const after: AuthenticatedUser = { ...user, ...stored };
  const isSame = after.sessionKept === user.sessionKept && after.sessionEnd === user.sessionEnd;
  return isSame ? registry : withUser(registry, after);
};

const activated = (registry: UserRegistry, id: UserId, shutter: Shutter = everybodyStays): UserRegistry => {
  if (registry.activeId === id) return registry;
  const { activeId } = registry;
  const left = activeId === undefined ? undefined : registry.users.get(activeId);
  const shutLeft = left?.state === 'authenticated' ? shut(left, shutter(left)) : left;
  const { users } = shutLeft === undefined || shutLeft === left ? registry : withUser(registry, shutLeft);
  return { ...registry, users, activeId: id, recent: touched(registry.recent, id) };
};

/** Of who is locked without a PIN or passphrase no session stays. */
export const shut = (user: AuthenticatedUser, how: Shutting): User => {
  if (how === 'stays' || (how === 'locked' && user.isLocked)) return user;
  if (how === 'loggedOut') return { ...withoutSession(user), state: 'loggedOut', because: undefined };
  const after = { ...user, isLocked: true };
  return user.hasWayToUnlock ? after : { ...after, sessionKept: 'nowhere', sessionEnd: undefined };
};

const succeeded = (registry: UserRegistry, left: UserId, succession: Succession): UserRegistry => {
  if (registry.activeId !== left) return registry;
  const nobody: UserRegistry = { ...registry, activeId: undefined };
  if (succession === 'nobody') return nobody;
  const next = registry.recent.find((id) => mayBeActive(registry.users.get(id)));
  return next === undefined ? nobody : activated(nobody, next);
};

const withUser = (registry: UserRegistry, user: User): UserRegistry => ({
  ...registry,
  users: new Map(registry.users).set(user.id, user),
});

const revivedIn = (registry: UserRegistry, known: User, arrival: ArrivedUser): AuthenticatedUser => {
  const user = revived(known, arrival);
  return arrival.isAnonymous ? user : named(registry, user);
};

/** No longer anonymous: it shows another name, and its initials follow. */
const named = (registry: UserRegistry, user: AuthenticatedUser): AuthenticatedUser => {
  if (!isAnonymous(user)) return user;
  const { anonymousNumber: _number, ...record } = user;
  return { ...record, initials: freeInitials(registry.users.values(), record) };
};

/** Nothing to unlock with is set up. */
const neverLocked = {
  isLocked: false,
  hasWayToUnlock: false,
  unlockKind: undefined,
  isLockedWhenLeft: undefined,
} as const;

const revived = (known: User, arrival: ArrivedUser): AuthenticatedUser => {
  const { profile, identities, sessionKept, sessionEnd } = arrival;
  const brought = { profile, identities, sessionKept, sessionEnd };
  // Who was locked has logged in at the service instead: what it was locked with is replaced.
  if (known.state === 'authenticated')
    return known.isLocked ? { ...known, ...brought, ...neverLocked } : { ...known, ...brought };
  const { state: _state, because: _because, ...record } = known;
  return {
    ...record,
    ...brought,
    state: 'authenticated',
    isLocked: false,
    hasWayToUnlock: false,
  };
};

const created = (
  registry: UserRegistry,
  arrival: ArrivedUser,
  { newId, nowMs }: { newId: UserId; nowMs: number },
): AuthenticatedUser => {
  const { serviceId, subject, profile, identities, sessionKept, sessionEnd } = arrival;
  const others = [...registry.users.values()];
  const unmarked = {
    id: newId,
    serviceId,
    subject,
    profile,
    identities,
    anonymousNumber: arrival.isAnonymous ? nextAnonymousNumber(others) : undefined,
    addedAtMs: nowMs,
    sessionKept,
    sessionEnd,
    state: 'authenticated' as const,
    isLocked: false,
    hasWayToUnlock: false,
  };
  return { ...unmarked, initials: freeInitials(others, unmarked), colour: freeColour(others) };
};

const nextAnonymousNumber = (users: readonly User[]): number =>
  1 + users.reduce((highest, user) => Math.max(highest, user.anonymousNumber ?? 0), 0);
