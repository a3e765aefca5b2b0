import { recentLimit } from './recent-users.ts';
import { mayBeActive } from './user.ts';
import type { UserRegistry } from './user-registry.ts';

/** The rules of a registry that are broken, as sentences; empty at every instant and after every crash. */
export const brokenInvariants = (registry: UserRegistry): readonly string[] => {
  const { users, order, activeId, recent } = registry;
  const subjects = new Set([...users.values()].map((user) => `${user.serviceId}\n${user.subject}`));
  const rules: readonly [string, boolean][] = [
    [
      'the active user is authenticated and not locked',
      activeId === undefined || mayBeActive(users.get(activeId)),
    ],
    ['the active user is the most recent one', activeId === undefined || recent[0] === activeId],
    ['every user is in the order once', order.length === users.size && new Set(order).size === users.size],
    ['the order holds known users only', order.every((id) => users.has(id))],
    ['the recent list holds known users only', recent.every((id) => users.has(id))],
    [
      'the recent list is short and without repetition',
      recent.length <= recentLimit && new Set(recent).size === recent.length,
    ],
    ['a user is unique by service and subject', subjects.size === users.size],
    ['every user is kept under its own id', [...users].every(([id, user]) => id === user.id)],
    [
      'a locked user can be unlocked',
      [...users.values()].every(
        (user) =>
          user.state === 'loggedOut' ||
          !user.isLocked ||
          user.hasWayToUnlock ||
          user.sessionKept === 'nowhere',
      ),
    ],
    [
      'only a locked user has no session',
      [...users.values()].every(
        (user) => user.state === 'loggedOut' || user.sessionKept !== 'nowhere' || user.isLocked,
      ),
    ],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
};
