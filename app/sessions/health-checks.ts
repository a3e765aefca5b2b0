import type { ErrorCode } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import type { Clock, Connection, Random, Timers } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { mayBeActive, type UserId } from '../users/user.ts';
import type { Session } from './session.ts';

const minute = 60_000;
const dayMs = 24 * 60 * minute;

/** However many users there are, no more than six checks in an hour; with more than 144, a round takes days. */
const shortestIntervalMs = 10 * minute;

/** A key store that is locked is trouble too: it may ask the person for a password every time. */
const troubles = new Set<ErrorCode>(['networkUnavailable', 'serverError', 'storageUnavailable']);

export interface HealthCheckParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  readonly connection: Connection | undefined;
  readonly kept: KeptRegistry;
  /** Is the user's session looked after already? */
  isTended(userId: UserId): boolean;
  renew(userId: UserId): Promise<Outcome<Session>>;
}

/**
 * Refreshes the sessions of users who are signed in but not active, one at a time, each at most once a day, so
 * that a session that was revoked is known before it is needed, and none lapses for want of use. One timer.
 */
export class HealthChecks {
  readonly #parts: HealthCheckParts;
  /** When a user's session was last known to be good, by the clock; an hour that lies ahead is a clock that jumped. */
  readonly #goodAtMs = new Map<UserId, number>();
  #stopTimer: (() => void) | undefined;
  /** Where in the list the next check begins; anywhere at first, so that short runs do not favour its head. */
  #place: number | undefined;
  #failures = 0;
  #isTroubled = false;
  #isRunning = false;

  constructor(parts: HealthCheckParts) {
    this.#parts = parts;
  }

  begin(): void {
    this.#isRunning = true;
    this.#setTimer();
  }

  stop(): void {
    this.#isRunning = false;
    this.#stopTimer?.();
  }

  /** The service has just shown that the session is good. */
  noteGood(userId: UserId): void {
    this.#goodAtMs.set(userId, this.#parts.clock.nowMs());
  }

  noteGone(userId: UserId): void {
    this.#goodAtMs.delete(userId);
  }

  /** A request failed on the network: the next check is left out. */
  noteTrouble(): void {
    this.#isTroubled = true;
  }

  /** A day divided by the users, or more: longer by chance, and twice as long with every check that failed. */
  #setTimer(): void {
    const { kept, random, timers } = this.#parts;
    const evenMs = Math.max(dayMs / Math.max(1, kept.current.order.length), shortestIntervalMs);
    const delayMs = evenMs * (1 + random.fraction() / 2) * 2 ** this.#failures;
    this.#stopTimer = timers.after(Math.min(delayMs, 1.5 * dayMs), () => void this.#comeDue());
  }

  async #comeDue(): Promise<void> {
    const isOff = this.#isTroubled || this.#parts.connection?.isMetered() === true;
    this.#isTroubled = false;
    const userId = isOff ? undefined : this.#next();
    if (userId !== undefined) await this.#check(userId);
    if (this.#isRunning) this.#setTimer();
  }

  async #check(userId: UserId): Promise<void> {
    // Whatever comes of it, it was today's.
    this.noteGood(userId);
    const outcome = await this.#parts.renew(userId);
    const isTrouble = !outcome.ok && troubles.has(outcome.error.code);
    this.#failures = isTrouble ? Math.min(this.#failures + 1, 10) : 0;
    // It slows down by itself; being left out as well would be twice the same.
    this.#isTroubled = false;
  }

  #next(): UserId | undefined {
    const { kept, random, clock } = this.#parts;
    const { order } = kept.current;
    const nowMs = clock.nowMs();
    const start = this.#place ?? Math.floor(random.fraction() * order.length);
    for (let step = 0; step < order.length; step += 1) {
      const place = (start + step) % order.length;
      const userId = order[place];
      if (userId === undefined || !this.#isDue(userId, nowMs)) continue;
      this.#place = place + 1;
      return userId;
    }
    return undefined;
  }

  #isDue(userId: UserId, nowMs: number): boolean {
    const { kept } = this.#parts;
    if (kept.current.activeId === userId || this.#parts.isTended(userId)) return false;
    if (!mayBeActive(kept.current.users.get(userId))) return false;
    const goodAtMs = this.#goodAtMs.get(userId);
    return goodAtMs === undefined || nowMs - goodAtMs >= dayMs || goodAtMs > nowMs;
  }
}
