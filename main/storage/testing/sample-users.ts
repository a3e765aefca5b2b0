import { randomBytes, randomUUID } from 'node:crypto';
import type { Session } from '../../../app/sessions/session.ts';
import {
  serviceIdSchema,
  userIdSchema,
  type AuthenticatedUser,
  type UserId,
} from '../../../app/users/user.ts';
import { emptyRegistry, type UserRegistry } from '../../../app/users/user-registry.ts';

export const sampleUserId = (): UserId => userIdSchema.parse(randomUUID());

/** A secret that can be searched for, and that no two tests share. */
export const canary = (userId: string, kind: string): string =>
  `CANARY-${userId}-${kind}-${randomBytes(9).toString('hex')}`;

export const sampleSession = (userId: UserId): Session => ({
  accessToken: canary(userId, 'access'),
  refreshToken: canary(userId, 'refresh'),
  accessExpiresAtMs: 1_000,
});

export const sampleUser = (name: string): AuthenticatedUser => ({
  id: sampleUserId(),
  serviceId: serviceIdSchema.parse('directory'),
  subject: `subject-${name}`,
  profile: { email: `${name}@example.com`, name },
  identities: [{ id: `identity-${name}`, providerType: 'local-userpass' }],
  initials: name.slice(0, 2),
  colour: 0,
  addedAtMs: 0,
  state: 'authenticated',
  sessionKept: 'disk',
  isLocked: false,
  hasWayToUnlock: false,
});

/** The first user is active. */
export const sampleRegistry = (...users: readonly AuthenticatedUser[]): UserRegistry => ({
  ...emptyRegistry,
  users: new Map(users.map((user) => [user.id, user])),
  order: users.map((user) => user.id),
  activeId: users[0]?.id,
  recent: users.map((user) => user.id),
});
