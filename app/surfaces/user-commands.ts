import { z } from 'zod';
import { isSharedRule, type SwitchingRule } from '../desk/switching-rule.ts';
import { isAnonymous, isLocked, mayBeActive, type User } from '../users/user.ts';

/** What a person can ask of one account, beside its seat, on any surface. */
export const userCommandSchema = z.enum([
  'unlock',
  'logInAgain',
  'lock',
  'logOut',
  'rename',
  'details',
  'remove',
]);
export type UserCommand = z.infer<typeof userCommandSchema>;

/** The dialogs that the window opens about one account. */
export const openedForUserSchema = z.enum([
  'unlock',
  'logInAgain',
  'setUpUnlocking',
  'logOutAnonymous',
  'rename',
  'details',
  'remove',
]);
type OpenedForUser = z.infer<typeof openedForUserSchema>;

export type UserEffect =
  | { readonly kind: 'open'; readonly what: OpenedForUser }
  | { readonly kind: 'lock' }
  | { readonly kind: 'logOut' };

/** What enabling depends on beside the user. */
export interface DeskState {
  readonly rule: SwitchingRule;
  /** Can somebody of the user's service prove who they are by logging in there? */
  readonly canProveAtService: (user: User) => boolean;
}

export interface UserCommandSpec {
  readonly effect: (user: User) => UserEffect;
  readonly isEnabled: (user: User, desk: DeskState) => boolean;
}

const opens = (what: OpenedForUser, isEnabled: UserCommandSpec['isEnabled']): UserCommandSpec => ({
  effect: () => ({ kind: 'open', what }),
  isEnabled,
});

const always = (): boolean => true;

export const userCommands: Readonly<Record<UserCommand, UserCommandSpec>> = {
  unlock: opens('unlock', isLocked),
  logInAgain: opens('logInAgain', ({ state }) => state === 'loggedOut'),
  lock: {
    effect: () => ({ kind: 'lock' }),
    isEnabled: (user, { rule, canProveAtService }) =>
      mayBeActive(user) &&
      (user.hasWayToUnlock || (isSharedRule(rule) && !isAnonymous(user) && canProveAtService(user))),
  },
  logOut: {
    // Who cannot come back is removed by it, and is asked first.
    effect: (user) => (isAnonymous(user) ? { kind: 'open', what: 'logOutAnonymous' } : { kind: 'logOut' }),
    isEnabled: ({ state }) => state === 'authenticated',
  },
  rename: opens('rename', always),
  details: opens('details', always),
  remove: opens('remove', always),
};
