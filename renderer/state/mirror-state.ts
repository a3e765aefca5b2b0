import type { ErrorReport, UserId } from '../../app/contract/bridge.ts';
import type { Change, Snapshot, UserView } from '../../app/contract/views.ts';

/** Main's state as the window last heard it. `users` is replaced only when a user changed, never by a switch. */
export interface ReadyMirror {
  readonly kind: 'ready';
  readonly revision: number;
  readonly users: ReadonlyMap<UserId, UserView>;
  /** Ids in the order on screen. */
  readonly order: readonly UserId[];
  /** The digit, 1 … 9, of each of the first nine accounts. */
  readonly digits: ReadonlyMap<UserId, number>;
  readonly activeId: UserId | undefined;
  /** As it was at the last snapshot. */
  readonly lastActiveId: UserId | undefined;
  readonly services: Snapshot['services'];
  readonly workspaces: Snapshot['workspaces'];
  readonly settings: Snapshot['settings'];
  readonly keys: Snapshot['keys'];
  readonly desk: Snapshot['desk'];
  readonly updates: Snapshot['updates'];
  readonly sessionStorage: Snapshot['sessionStorage'];
  readonly notices: Snapshot['notices'];
  readonly isCurtainDown: boolean;
  readonly language: Snapshot['language'];
  readonly linkAsk: Snapshot['linkAsk'];
  readonly platform: Snapshot['platform'];
  readonly version: string;
}

export type Mirror =
  { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly error: ErrorReport } | ReadyMirror;

/** The mirror that a snapshot describes. */
export const mirrorOf = (snapshot: Snapshot): ReadyMirror => {
  const order = snapshot.users.map(({ id }) => id);
  return {
    kind: 'ready',
    revision: snapshot.revision,
    users: new Map(snapshot.users.map((user) => [user.id, user])),
    order,
    digits: digitsOf(order),
    activeId: snapshot.activeId,
    lastActiveId: snapshot.lastActiveId,
    services: snapshot.services,
    workspaces: snapshot.workspaces,
    settings: snapshot.settings,
    keys: snapshot.keys,
    desk: snapshot.desk,
    updates: snapshot.updates,
    sessionStorage: snapshot.sessionStorage,
    notices: snapshot.notices,
    isCurtainDown: snapshot.isCurtainDown,
    language: snapshot.language,
    linkAsk: snapshot.linkAsk,
    platform: snapshot.platform,
    version: snapshot.version,
  };
};

/**
 * The mirror after one change; the same object for a change it has already, and `undefined` on a gap, when only
 * a snapshot tells the state.
 */
export const changed = (mirror: ReadyMirror, change: Change): ReadyMirror | undefined => {
  if (change.revision <= mirror.revision) return mirror;
  if (change.revision !== mirror.revision + 1) return undefined;
  return {
    ...mirror,
    revision: change.revision,
    ...(change.users || change.order ? withUsers(mirror, change) : {}),
    ...(change.active ? { activeId: change.active.id } : {}),
    ...(change.services ? { services: change.services } : {}),
    ...(change.workspaces ? { workspaces: change.workspaces } : {}),
    ...(change.settings ? { settings: change.settings } : {}),
    ...(change.keys ? { keys: change.keys } : {}),
    ...(change.desk ? { desk: change.desk } : {}),
    ...(change.updates ? { updates: change.updates } : {}),
    ...(change.sessionStorage ? { sessionStorage: change.sessionStorage } : {}),
    ...(change.notices ? { notices: change.notices } : {}),
    ...(change.isCurtainDown === undefined ? {} : { isCurtainDown: change.isCurtainDown }),
    ...(change.language ? { language: change.language } : {}),
    ...(change.link ? { linkAsk: change.link.ask } : {}),
  };
};

const withUsers = (mirror: ReadyMirror, change: Change) => {
  const users = new Map(mirror.users);
  for (const user of change.users ?? []) users.set(user.id, user);
  if (!change.order) return { users };
  const staying = new Set(change.order);
  for (const id of users.keys()) if (!staying.has(id)) users.delete(id);
  return { users, order: change.order, digits: digitsOf(change.order) };
};

const digitsOf = (order: readonly UserId[]): ReadonlyMap<UserId, number> =>
  new Map(order.slice(0, 9).map((id, index) => [id, index + 1]));
