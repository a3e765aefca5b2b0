import type { AuditEvent } from '../../app/contract/audit-views.ts';
import type { ErrorReport } from '../../app/errors.ts';
import type { RegistryEvent } from '../../app/users/registry-event.ts';
import { isLocked, type User, type UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import type { AuditTrail } from './audit-trail.ts';
import { askingSurface } from './surface.ts';

export interface RecorderParts {
  readonly trail: Pick<AuditTrail, 'append'>;
  readonly registry: () => UserRegistry;
  readonly mode: () => 'off' | 'ids' | 'names';
  /** As it is on screen; undefined for who is gone. */
  readonly nameOf: (userId: UserId) => string | undefined;
}

/** Turns what becomes of users into entries of the trail. It reads what changed, and holds nothing up. */
export class Recorder {
  readonly #parts: RecorderParts;
  #known: UserRegistry['users'];

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#known = parts.registry().users;
  }

  record(event: AuditEvent, userId?: UserId): void {
    const { trail, mode, nameOf } = this.#parts;
    if (mode() === 'off') return;
    const name = mode() === 'names' && userId !== undefined ? nameOf(userId) : undefined;
    trail.append({
      event,
      by: askingSurface(),
      ...(userId === undefined ? {} : { user: userId }),
      ...(name === undefined ? {} : { name }),
    });
  }

  /** Call it before names of who is gone are forgotten. */
  registryChanged({ users: changed, isActiveChanged }: RegistryEvent): void {
    const { users, activeId } = this.#parts.registry();
    const before = this.#known;
    this.#known = users;
    for (const userId of changed) {
      const event = eventOf(before.get(userId), users.get(userId));
      if (event) this.record(event, userId);
    }
    if (isActiveChanged) this.record(activeId === undefined ? 'nobodyActive' : 'switched', activeId);
  }

  unlockFailed(userId: UserId, error: ErrorReport): void {
    if (error.code === 'unlockRefused' && !wasNoAttempt.has(error.because))
      this.record('unlockFailed', userId);
  }
}

const wasNoAttempt: ReadonlySet<string> = new Set(['tooSoon', 'notConfirmed']);

const eventOf = (before: User | undefined, after: User | undefined): AuditEvent | undefined => {
  if (!after) return before && 'removed';
  if (before?.state !== after.state)
    return after.state === 'authenticated' ? 'loggedIn' : before && 'loggedOut';
  if (isLocked(before) === isLocked(after)) return undefined;
  return isLocked(after) ? 'locked' : 'unlocked';
};
