import type { AttentionReason, SessionStorageView, UserView } from '../contract/views.ts';
import { wornColour } from './identity-colour.ts';
import { isAnonymous, isLocked, type User } from './user.ts';

/** What a user's view depends on beside the user. */
export interface AccountCircumstances {
  /** The account name, told apart from the others. */
  readonly name: string;
  readonly sessionStorage: SessionStorageView['kind'];
  /** Are the user's tokens in memory, so that nothing has to be opened? */
  readonly isSessionOpen: boolean;
  readonly isUnreachable: boolean;
  /** The key store did not open the session when it was last needed. */
  readonly isUnreadable: boolean;
  /** The session will end soon, whatever is done for it. */
  readonly isEndingSoon: boolean;
  /** The user's key is kept for Touch ID too. */
  readonly hasTouchIdKey: boolean;
}

/** A user as the window may see it: picked field by field, so that nothing else ever leaves. */
export const accountView = (user: User, circumstances: AccountCircumstances): UserView => ({
  id: user.id,
  serviceId: user.serviceId,
  name: circumstances.name,
  nickname: user.nickname,
  email: user.profile.email,
  isAnonymous: isAnonymous(user),
  state: user.state,
  isLocked: isLocked(user),
  unlockWith: unlockWithOf(user),
  unlocksWithTouchId: user.state === 'authenticated' && circumstances.hasTouchIdKey,
  isLockedWhenLeft: user.state === 'authenticated' && user.isLockedWhenLeft === true,
  attention: attentionOf(user, circumstances),
  initials: user.initials,
  colour: wornColour(user),
  isColourChosen: user.chosenColour !== undefined,
});

/** Do two views show the same? */
export const isSameView = (one: UserView, other: UserView): boolean =>
  one.id === other.id &&
  one.serviceId === other.serviceId &&
  one.name === other.name &&
  one.nickname === other.nickname &&
  one.email === other.email &&
  one.isAnonymous === other.isAnonymous &&
  one.state === other.state &&
  one.isLocked === other.isLocked &&
  one.unlockWith === other.unlockWith &&
  one.unlocksWithTouchId === other.unlocksWithTouchId &&
  one.isLockedWhenLeft === other.isLockedWhenLeft &&
  one.attention.join() === other.attention.join() &&
  one.initials === other.initials &&
  one.colour === other.colour &&
  one.isColourChosen === other.isColourChosen;

const unlockWithOf = (user: User): UserView['unlockWith'] => {
  if (user.state !== 'authenticated') return undefined;
  // Of one that the registry has not heard of, the wider field takes either.
  if (user.hasWayToUnlock) return user.unlockKind ?? 'passphrase';
  return user.isLocked ? 'logIn' : undefined;
};

const attentionOf = (
  user: User,
  { sessionStorage, isSessionOpen, isUnreachable, isUnreadable, isEndingSoon }: AccountCircumstances,
): readonly AttentionReason[] => {
  const reasons: AttentionReason[] = [];
  if (user.state === 'loggedOut') {
    if (user.because) reasons.push(user.because);
    return reasons;
  }
  if (isEndingSoon) reasons.push('sessionEndsSoon');
  if (isUnreachable) reasons.push('unreachable');
  if (user.sessionKept === 'memory') {
    // Where that is the rule, nobody has to look after it.
    if (sessionStorage !== 'inMemoryByRule') reasons.push('sessionNotSaved');
  }
  // While the key store is still being looked at nothing is known to be wrong with it.
  else if ((isUnreadable || sessionStorage === 'unprotected') && !isSessionOpen)
    reasons.push('keyringUnavailable');
  return reasons;
};
