import { serviceIdSchema, userIdSchema, type AuthenticatedUser, type User } from '../users/user.ts';
import type { UserRegistry } from '../users/user-registry.ts';

/** A signed-in user of the directory; `n` makes it another one. */
export const someUser = (n: number, fields: Partial<AuthenticatedUser> = {}): AuthenticatedUser => ({
  id: userIdSchema.parse(`user-${String(n).padStart(6, '0')}`),
  serviceId: serviceIdSchema.parse('directory'),
  subject: `subject-${n}`,
  profile: { email: `user${n}@example.org` },
  identities: [],
  initials: `U${n}`,
  colour: n % 12,
  addedAtMs: n,
  state: 'authenticated',
  sessionKept: 'disk',
  isLocked: false,
  hasWayToUnlock: false,
  ...fields,
});

export const registryOf = (...users: readonly User[]): UserRegistry => ({
  users: new Map(users.map((user) => [user.id, user])),
  order: users.map(({ id }) => id),
  activeId: undefined,
  recent: [],
});
