import type { Clock, Timers } from '../ports.ts';
import { FlaggedUsers } from '../users/flagged-users.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import type { User, UserId } from '../users/user.ts';
import { foreseenEnd, type Session, type SessionEnd } from './session.ts';

const minute = 60_000;
const longestPauseMs = 60 * minute;
const shortestPauseMs = minute;

/**
 * Knows whose session will end soon whatever is done for it, and tells of those for whom that changes. The end is
 * in the session, as far as it was opened, else in the user's record.
 */
export class EndingSessions {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #kept: KeptRegistry;
  readonly #ends = new Map<UserId, SessionEnd>();
  readonly #told = new FlaggedUsers();
  #stopTimer: (() => void) | undefined;
  #isRunning = false;

  constructor({ clock, timers, kept }: { clock: Clock; timers: Timers; kept: KeptRegistry }) {
    this.#clock = clock;
    this.#timers = timers;
    this.#kept = kept;
  }

  begin(): void {
    this.#isRunning = true;
    this.look();
  }

  stop(): void {
    this.#isRunning = false;
    this.#stopTimer?.();
  }

  isSoon(userId: UserId): boolean {
    const end = this.#endOf(this.#kept.current.users.get(userId));
    return end !== undefined && end.soonFromMs <= this.#clock.nowMs();
  }

  sessionChanged(userId: UserId, session: Session | undefined): void {
    const known = this.#endOf(this.#kept.current.users.get(userId));
    const end = session && foreseenEnd(session, this.#clock.nowMs(), known);
    if (end) this.#ends.set(userId, end);
    else this.#ends.delete(userId);
    if (this.#isRunning) this.#tell([userId]);
  }

  /** Whoever hears of these users hears of their end too. */
  usersChanged(userIds: readonly UserId[]): void {
    for (const userId of userIds) this.#told.note(userId, this.isSoon(userId));
  }

  /** A pass over all users, cheap enough for every hour; only who changes is told of. */
  look(): void {
    if (!this.#isRunning) return;
    this.#tell(this.#kept.current.users.keys());
    this.#stopTimer?.();
    this.#stopTimer = this.#timers.after(this.#pauseMs(), () => this.look());
  }

  #tell(userIds: Iterable<UserId>): void {
    const changed = Array.from(userIds).filter((userId) => this.#told.note(userId, this.isSoon(userId)));
    if (changed.length > 0) this.#kept.announce(changed);
  }

  /** Until the next one becomes due, within bounds: an hour, so that a clock that jumped is noticed. */
  #pauseMs(): number {
    const nowMs = this.#clock.nowMs();
    let pauseMs = longestPauseMs;
    for (const user of this.#kept.current.users.values()) {
      const end = this.#endOf(user);
      if (end && end.soonFromMs > nowMs) pauseMs = Math.min(pauseMs, end.soonFromMs - nowMs);
    }
    return Math.max(pauseMs, shortestPauseMs);
  }

  #endOf(user: User | undefined): SessionEnd | undefined {
    return user?.state === 'authenticated' ? (this.#ends.get(user.id) ?? user.sessionEnd) : undefined;
  }
}
