import type { StartShutter } from '../desk/switching-rule.ts';
import type { StoredAccounts, StoredActive } from './stored-registry.ts';
import {
  isAnonymous,
  mayBeActive,
  withoutSession,
  type AuthenticatedUser,
  type User,
  type UserId,
} from './user.ts';
import { shut, type UserRegistry } from './user-registry.ts';

/** What the disk holds when Hotseat starts. */
export interface FoundAtStart {
  readonly accounts: StoredAccounts | undefined;
  readonly active: StoredActive | undefined;
  /** Removals that were begun; whoever stands here is gone. */
  readonly tombstones: ReadonlySet<UserId>;
  readonly sessions: ReadonlySet<UserId>;
  /** Who has a PIN or passphrase, by what is stored of it: their keys are in no memory yet. */
  readonly locks: ReadonlySet<UserId>;
  /** The registry had to be taken from its previous generation, so it may not know its newest users. */
  readonly isRecovered: boolean;
}

export interface DepartedUser {
  readonly user: User;
  readonly wasRecent: boolean;
}

export interface RestoredRegistry {
  readonly registry: UserRegistry;
  /** Nothing had to be put right: the registry is what the disk holds. */
  readonly isAsStored: boolean;
  /** Who was signed in and may not be any more: their workspaces are to be signed out too. */
  readonly loggedOutByStart: readonly UserId[];
  /** Sessions that belong to nobody, or to somebody who is logged out or removed. */
  readonly sessionsToErase: readonly UserId[];
  /** Sessions that belong to nobody only as far as a recovered registry knows. */
  readonly sessionsToQuarantine: readonly UserId[];
  /** Removals to finish: the tombstones, and anonymous users whose session is gone for good. */
  readonly removalsToFinish: readonly UserId[];
  /** Those of them that the disk still knows. Their sessions stay until they are revoked. */
  readonly departed: readonly DepartedUser[];
}

/**
 * The registry after a restart, by the rules of the design's start order. Whoever has something to unlock with is
 * locked; `shutter` says what becomes of the others where nobody may be left open.
 */
export const restoreRegistry = (
  found: FoundAtStart,
  shutter: StartShutter = () => 'stays',
): RestoredRegistry => {
  const lostAnonymous = new Set<UserId>();
  const users = new Map<UserId, User>();
  const departed: DepartedUser[] = [];
  const loggedOutByStart: UserId[] = [];
  for (const known of found.accounts?.users ?? []) {
    const user = withSessionChecked(known, found, shutter);
    const hasTombstone = found.tombstones.has(known.id);
    const isLost = user.state === 'loggedOut' && isAnonymous(user);
    if (isLost && !hasTombstone) lostAnonymous.add(user.id);
    if (isLost || hasTombstone)
      departed.push({ user, wasRecent: found.active?.recent.includes(user.id) ?? false });
    else {
      users.set(user.id, user);
      if (known.state !== user.state) loggedOutByStart.push(user.id);
    }
  }
  const activeId = found.active?.activeId;
  const isAllowed = activeId !== undefined && mayBeActive(users.get(activeId));
  const orphans = [...found.sessions].filter((id) => users.get(id)?.state !== 'authenticated');
  const isUnknown = (id: UserId) =>
    found.isRecovered && !users.has(id) && !found.tombstones.has(id) && !lostAnonymous.has(id);
  const recent = [...new Set(found.active?.recent)].filter((id) => users.has(id));
  const stored = found.accounts?.users ?? [];
  const isWhole = stored.every((user) => users.get(user.id) === user);
  return {
    registry: {
      users,
      order: [...users.keys()],
      activeId: isAllowed ? activeId : undefined,
      recent: isAllowed ? [activeId, ...recent.filter((id) => id !== activeId)] : recent,
    },
    isAsStored:
      isWhole &&
      isAllowed === (activeId !== undefined) &&
      recent.length === (found.active?.recent.length ?? 0) &&
      !found.isRecovered,
    loggedOutByStart,
    sessionsToErase: orphans.filter((id) => !isUnknown(id) && !found.tombstones.has(id)),
    sessionsToQuarantine: orphans.filter(isUnknown),
    removalsToFinish: [...found.tombstones, ...lostAnonymous],
    departed,
  };
};

const withSessionChecked = (
  user: User,
  { sessions, locks, active }: FoundAtStart,
  shutter: StartShutter,
): User => {
  if (user.state === 'loggedOut') return user;
  if (user.sessionKept === 'memory') return ended(user, 'sessionNotSaved');
  if (user.sessionKept === 'disk' && !sessions.has(user.id)) return ended(user, undefined);
  // Also where what it was locked with is lost: nothing opens its session then but logging in again.
  const hasLock = locks.has(user.id) || user.hasWayToUnlock;
  const isLockedAsStored = hasLock === user.hasWayToUnlock && hasLock === user.isLocked;
  const locked = !hasLock || isLockedAsStored ? user : { ...user, hasWayToUnlock: true, isLocked: true };
  return shut(locked, shutter(locked, user.id === (active?.activeId ?? active?.recent[0])));
};

const ended = (user: AuthenticatedUser, because: 'sessionNotSaved' | undefined): User => {
  return { ...withoutSession(user), state: 'loggedOut', because };
};
