import { z } from 'zod';
import type { SessionEnd } from '../sessions/session.ts';
import type { IdentityColour } from './identity-colour.ts';

/** Local id of a user: random and opaque, never derived from anything about the person. */
export const userIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{8,64}$/)
  .brand<'UserId'>();
export type UserId = z.infer<typeof userIdSchema>;

export const serviceIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'ServiceId'>();
export type ServiceId = z.infer<typeof serviceIdSchema>;

/** What the service says of its user. Shown, never used to tell users apart. */
export interface Profile {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** One way into an account, as the service lists it (App Services protocol, `identities`). */
export interface Identity {
  readonly id: string;
  readonly providerType: string;
}

interface KnownUser {
  readonly id: UserId;
  readonly serviceId: ServiceId;
  /** The service's own id of the user; with `serviceId` it makes the user unique. */
  readonly subject: string;
  readonly profile: Profile;
  readonly identities: readonly Identity[];
  /** Set for anonymous users only: the n of `Anonymous n`. */
  readonly anonymousNumber?: number | undefined;
  readonly nickname?: string | undefined;
  /** Two or three characters that no other account of this computer has, as far as they go round. */
  readonly initials: string;
  /** The place of the identity colour that it was given. */
  readonly colour: number;
  /** The colour that the person chose instead. */
  readonly chosenColour?: IdentityColour | undefined;
  readonly addedAtMs: number;
}

/**
 * A user with a session. `sessionKept` says where it lives: a session in memory ends with Hotseat. Of a locked user
 * without a PIN or passphrase nothing is kept (`nowhere`): logging in at the service brings another.
 */
export interface AuthenticatedUser extends KnownUser {
  readonly state: 'authenticated';
  readonly sessionKept: 'disk' | 'memory' | 'nowhere';
  readonly isLocked: boolean;
  /** When the person last logged in; absent for who did so before that was noted. */
  readonly loggedInAtMs?: number | undefined;
  /** When the session ends whatever is done for it, as last recorded; absent where that is not known. */
  readonly sessionEnd?: SessionEnd | undefined;
  /** A PIN or a passphrase is set up. */
  readonly hasWayToUnlock: boolean;
  /** Which of the two, as far as the registry has heard. */
  readonly unlockKind?: UnlockKind | undefined;
  /** Locked whenever somebody else becomes active, on a computer where that is not so for everybody. */
  readonly isLockedWhenLeft?: boolean | undefined;
}

export type UnlockKind = 'pin' | 'passphrase';

export interface LoggedOutUser extends KnownUser {
  readonly state: 'loggedOut';
  /** Why, where it was not the person's own doing. */
  readonly because?: LogOutCause | undefined;
}

export type LogOutCause = 'sessionExpired' | 'sessionRevoked' | 'sessionNotSaved';

export type User = AuthenticatedUser | LoggedOutUser;

export const isAnonymous = (user: User): boolean => user.anonymousNumber !== undefined;

/** May this user become active, or have its tokens used? */
export const mayBeActive = (user: User | undefined): user is AuthenticatedUser =>
  user?.state === 'authenticated' && !user.isLocked;

/** Is there a session, here or on disk? */
export const hasSession = (user: User | undefined): user is AuthenticatedUser =>
  user?.state === 'authenticated' && user.sessionKept !== 'nowhere';

export const isLocked = (user: User | undefined): boolean => user?.state === 'authenticated' && user.isLocked;

/** What stays of a user whose session is over. */
export const withoutSession = ({
  state: _state,
  sessionKept: _kept,
  sessionEnd: _end,
  loggedInAtMs: _since,
  isLocked: _locked,
  hasWayToUnlock: _way,
  unlockKind: _kind,
  isLockedWhenLeft: _left,
  ...record
}: AuthenticatedUser): KnownUser => record;
