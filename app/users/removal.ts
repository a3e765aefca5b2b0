import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Revoker } from '../sessions/revoker.ts';
import type { Session } from '../sessions/session.ts';
import type { SessionKeeper } from '../sessions/session-keeper.ts';
import type { KeptRegistry } from './kept-registry.ts';
import type { User, UserId } from './user.ts';
import { findBySubject, reinstated, removed, type Succession } from './user-registry.ts';

/**
 * Erases a user from this computer. The tombstone is durable before anything is erased and goes last, so that a
 * removal that was interrupted at any point is finished at the next start.
 */
export class Removal {
  readonly #ports: Pick<Ports, 'tombstones' | 'vault' | 'traces' | 'log'>;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #revoker: Revoker;
  /** Tombstones that stand and are not being worked on. */
  readonly #unfinished: Set<UserId>;

  constructor(
    ports: Pick<Ports, 'tombstones' | 'vault' | 'traces' | 'log'>,
    kept: KeptRegistry,
    sessions: SessionKeeper,
    revoker: Revoker,
    unfinished: readonly UserId[],
  ) {
    this.#ports = ports;
    this.#kept = kept;
    this.#sessions = sessions;
    this.#revoker = revoker;
    this.#unfinished = new Set(unfinished);
  }

  /**
   * The user is gone from memory before this returns its promise (peer case T12). It comes back only when the
   * tombstone could not be written: then nothing was erased. Once it stands, the removal has happened; what
   * could not be erased now is erased at the next start, and the outcome says that something is left.
   */
  async remove(
    userId: UserId,
    options: { succession: Succession; isByItself?: boolean },
  ): Promise<Outcome<void>> {
    const before = this.#kept.current;
    const user = before.users.get(userId);
    if (!user) return fail({ code: 'userNotFound' });
    const session = this.#sessions.end(userId);
    this.#kept.takeEffect((registry) => removed(registry, userId, options), [userId], options);
    const { epoch } = this.#kept;
    const raising = this.#ports.tombstones.raise(userId);
    return this.#kept.queue.run(async () => {
      const raised = await raising;
      const isReplaced = findBySubject(this.#kept.current, user.serviceId, user.subject) !== undefined;
      if (!raised.ok && !isReplaced) {
        const wasActive = before.activeId === userId && epoch === this.#kept.epoch;
        this.#takeBack(user, session, { index: before.order.indexOf(userId), wasActive });
        // Something else may have been saved while the user was away.
        await this.#kept.save();
        return raised;
      }
      if (user.state === 'authenticated') await this.#revoker.queueSessionOf(user, session);
      return this.#erase(userId);
    });
  }

  /** Finishes the removals that tombstones tell of, from before the start or since. */
  async finish(): Promise<void> {
    for (const userId of this.#unfinished) {
      const outcome = await this.#kept.queue.run(() => this.#erase(userId));
      if (!outcome.ok) this.#ports.log.warn('a removal is not finished', { code: outcome.error.code });
    }
  }

  async #erase(userId: UserId): Promise<Outcome<void>> {
    const steps = [
      () => this.#ports.vault.erase(userId),
      () => this.#kept.save(),
      () => this.#ports.traces.erase(userId),
    ];
    let left: Outcome<void> = done;
    for (const step of steps) {
      const outcome = await step();
      if (!outcome.ok) left = outcome;
    }
    if (left.ok) left = await this.#ports.tombstones.lower(userId);
    if (left.ok) this.#unfinished.delete(userId);
    else this.#unfinished.add(userId);
    return left;
  }

  #takeBack(user: User, session: Session | undefined, place: { index: number; wasActive: boolean }): void {
    if (session) this.#sessions.begin(user.id, session);
    this.#kept.takeEffect((registry) => succeed(reinstated(registry, user, place)), [user.id]);
  }
}
