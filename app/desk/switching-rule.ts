import { z } from 'zod';
import type { AuthenticatedUser } from '../users/user.ts';

/**
 * What it takes to move to another account. `free`: nothing. `unlock`: who leaves the seat is locked. `exclusive`:
 * there is no switch, only logging in, and who leaves the seat is logged out.
 */
export const switchingRuleSchema = z.enum(['free', 'unlock', 'exclusive']);
export type SwitchingRule = z.infer<typeof switchingRuleSchema>;

/** What becomes of a signed-in user who is not to be left open. */
export type Shutting = 'stays' | 'locked' | 'loggedOut';

/** Says it for each user. */
export type Shutter = (user: AuthenticatedUser) => Shutting;

export const everybodyStays: Shutter = () => 'stays';

/** Does the rule keep anybody from slipping into a colleague's account? */
export const isSharedRule = (rule: SwitchingRule): boolean => rule !== 'free';

/**
 * What the rule does with a user who leaves the seat. A user without a PIN or passphrase is locked where logging in
 * at the service opens it again, and is logged out where nothing would.
 */
export const whenLeft =
  (rule: SwitchingRule, canProveAtService: (user: AuthenticatedUser) => boolean): Shutter =>
  (user) => {
    if (rule === 'exclusive') return 'loggedOut';
    if (rule === 'unlock') return whenShut(canProveAtService)(user);
    return user.isLockedWhenLeft === true && user.hasWayToUnlock ? 'locked' : 'stays';
  };

/** The same for all at once under a shared rule, as at a start and when the computer is locked: nobody stays open. */
export const whenShut =
  (canProveAtService: (user: AuthenticatedUser) => boolean): Shutter =>
  (user) =>
    user.hasWayToUnlock || canProveAtService(user) ? 'locked' : 'loggedOut';

/** What a start does with a signed-in user; `isLast` is who was active last. */
export type StartShutter = (user: AuthenticatedUser, isLast: boolean) => Shutting;

/** Nobody is left open by a restart, and where one at a time is signed in, only the last one still is. */
export const shutAtStart =
  (rule: SwitchingRule, canProveAtService: (user: AuthenticatedUser) => boolean): StartShutter =>
  (user, isLast) => {
    if (!isSharedRule(rule)) return 'stays';
    return rule === 'exclusive' && !isLast ? 'loggedOut' : whenShut(canProveAtService)(user);
  };

/** Where everybody may be left open: only who has something to unlock with is locked. */
export const whoeverCan: Shutter = (user) => (user.hasWayToUnlock ? 'locked' : 'stays');
