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
  | { readonly kind: 'logOut' }
  | { readonly kind: 'remove' };

/** How somebody asks. */
export interface HowAsked {
  /** The person has said yes to it where they are; else the window asks what has to be asked first. */
  readonly isConfirmed?: boolean;
}

/** What enabling depends on beside the user. */
export interface DeskState {
  readonly rule: SwitchingRule;
  /** Can somebody of the user's service prove who they are by logging in there? */
  readonly canProveAtService: (user: User) => boolean;
}

export interface UserCommandSpec {
  readonly effect: (user: User, how?: HowAsked) => UserEffect;
  readonly isEnabled: (user: User, desk: DeskState) => boolean;
  /** Where lists of commands name it, if not wherever it is enabled. */
  readonly isOffered?: (user: User) => boolean;
}

const opens = (what: OpenedForUser, isEnabled: UserCommandSpec['isEnabled']): UserCommandSpec => ({
  effect: () => ({ kind: 'open', what }),
  isEnabled,
});

const always = (): boolean => true;

export const userCommands: Readonly<Record<UserCommand, UserCommandSpec>> = {
  unlock: opens('unlock', isLocked),
  logInAgain: {
    // Also to keep a session that ends soon.
    ...opens('logInAgain', (user) => !isLocked(user)),
    isOffered: ({ state }) => state === 'loggedOut',
  },
  lock: {
    effect: () => ({ kind: 'lock' }),
    isEnabled: (user, { rule, canProveAtService }) =>
      mayBeActive(user) &&
      (user.hasWayToUnlock || (isSharedRule(rule) && !isAnonymous(user) && canProveAtService(user))),
  },
  logOut: {
    // Who cannot come back is removed by it, and is asked first.
    effect: (user, how) =>
      isAnonymous(user) && !how?.isConfirmed ? { kind: 'open', what: 'logOutAnonymous' } : { kind: 'logOut' },
    isEnabled: ({ state }) => state === 'authenticated',
  },
  rename: opens('rename', always),
  details: opens('details', always),
  remove: {
    effect: (_user, how) => (how?.isConfirmed ? { kind: 'remove' } : { kind: 'open', what: 'remove' }),
    isEnabled: always,
  },
};

/** Do lists of commands name it for that user? */
export const isOffered = (command: UserCommand, user: User, desk: DeskState): boolean => {
  const { isEnabled, isOffered: isNamed } = userCommands[command];
  return isEnabled(user, desk) && (isNamed?.(user) ?? true);
};
