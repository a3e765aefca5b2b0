import type { UserId } from '../../app/contract/bridge.ts';
import type { UserView } from '../../app/contract/views.ts';
import type { ReadyMirror } from './mirror-state.ts';

/** What a person is told about, read off two states of the mirror. */
export interface Transitions {
  readonly added: readonly UserView[];
  readonly removed: readonly UserView[];
  readonly loggedOut: readonly UserView[];
  readonly locked: readonly UserView[];
  /** Who was active until the service, or time, ended the session; nobody took the seat. */
  readonly endedActive: UserView | undefined;
  /** Logged out by the person here, and perhaps still signed in at the issuer, in the browser. */
  readonly leftInBrowser: UserView | undefined;
  /** Set when another user, or nobody, became active. */
  readonly nowActive: { readonly user: UserView | undefined } | undefined;
}

export const transitionsBetween = (before: ReadyMirror, after: ReadyMirror): Transitions => {
  const ofUsers = userTransitions(before.users, after.users);
  return {
    ...ofUsers,
    leftInBrowser: ofUsers.loggedOut.find((user) => !hasEnded(user) && isOfIssuer(user, after)),
    endedActive: endedActive(before, after),
    nowActive:
      before.activeId === after.activeId
        ? undefined
        : { user: after.activeId === undefined ? undefined : after.users.get(after.activeId) },
  };
};

const isOfIssuer = ({ serviceId }: UserView, { services }: ReadyMirror): boolean =>
  services.some(({ id, kind }) => id === serviceId && kind === 'openIdConnect');

const endedActive = (before: ReadyMirror, after: ReadyMirror): UserView | undefined => {
  if (before.activeId === undefined || after.activeId !== undefined) return undefined;
  const user = after.users.get(before.activeId);
  return user && hasEnded(user) ? user : undefined;
};

/** Logged out by the service or by time, not by the person. */
export const hasEnded = ({ state, attention }: UserView): boolean =>
  state === 'loggedOut' && (attention.includes('sessionRevoked') || attention.includes('sessionExpired'));

type Users = ReadonlyMap<UserId, UserView>;

const userTransitions = (
  before: Users,
  after: Users,
): Pick<Transitions, 'added' | 'removed' | 'loggedOut' | 'locked'> => {
  // A switch keeps the map, so that it costs nothing here.
  if (before === after) return { added: [], removed: [], loggedOut: [], locked: [] };
  return {
    added: [...after.values()].filter(({ id }) => !before.has(id)),
    removed: [...before.values()].filter(({ id }) => !after.has(id)),
    loggedOut: [...after.values()].filter(
      ({ id, state }) => state === 'loggedOut' && before.get(id)?.state === 'authenticated',
    ),
    locked: [...after.values()].filter(({ id, isLocked }) => isLocked && before.get(id)?.isLocked === false),
  };
};
