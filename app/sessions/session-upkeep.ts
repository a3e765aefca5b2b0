import type { Outcome } from '../outcome.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { mayBeActive, type UserId } from '../users/user.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { backOff, longestDelayMs, waitAfterRefresh, waitBeforeRefresh } from './delays.ts';
import type { Session } from './session.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** A person who runs through the list makes nobody's session be opened: only who stays a moment is tended. */
const settlingMs = 1_000;
/** After waking, or where the network is back, not all at once. */
const spreadMs = 2_000;

interface Tended {
  stopTimer: () => void;
  failures: number;
  /** The service has said when to ask again; neither waking nor the network makes that sooner. */
  isToldToWait: boolean;
}

export interface UpkeepParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  readonly kept: KeptRegistry;
  readonly sessions: SessionKeeper;
  renew(userId: UserId): Promise<Outcome<Session>>;
}

/**
 * Refreshes ahead of expiry, for the active user and for users whose workspaces are live; all others are refreshed
 * when they are needed. One timer for each of them, and no refresh without one.
 */
export class SessionUpkeep {
  readonly #parts: UpkeepParts;
  readonly #tended = new Map<UserId, Tended>();
  #live: ReadonlySet<UserId> = new Set();
  #isRunning = false;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  begin(): void {
    this.#isRunning = true;
    this.usersChanged();
  }

  stop(): void {
    this.#isRunning = false;
    for (const [userId, tended] of this.#tended) this.#forget(userId, tended);
  }

  setLive(userIds: Iterable<UserId>): void {
    this.#live = new Set(userIds);
    this.usersChanged();
  }

  isTended(userId: UserId): boolean {
    return this.#tended.has(userId);
  }

  /** Did its last refresh fail, so that another will follow? */
  isTryingAgain(userId: UserId): boolean {
    return (this.#tended.get(userId)?.failures ?? 0) > 0;
  }

  /** Another user is active, or somebody was locked, unlocked, logged out or removed. */
  usersChanged(): void {
    if (!this.#isRunning) return;
    const { users, activeId } = this.#parts.kept.current;
    const wanted = new Set(activeId === undefined ? this.#live : [activeId, ...this.#live]);
    for (const [userId, tended] of this.#tended)
      if (!wanted.has(userId) || !mayBeActive(users.get(userId))) this.#forget(userId, tended);
    for (const userId of wanted)
      if (!this.#tended.has(userId) && mayBeActive(users.get(userId))) {
        const tended: Tended = { stopTimer: () => {}, failures: 0, isToldToWait: false };
        this.#tended.set(userId, tended);
        this.#setTimer(tended, settlingMs + this.#jitter(spreadMs), () => void this.#plan(userId));
      }
  }

  /** A session was begun, opened or refreshed: its expiry is another one. */
  sessionChanged(userId: UserId, session: Session | undefined): void {
    const tended = this.#tended.get(userId);
    if (!tended) return;
    tended.failures = 0;
    tended.isToldToWait = false;
    tended.stopTimer();
    if (!session) return;
    const { clock, random } = this.#parts;
    this.#setTimerFor(userId, tended, waitAfterRefresh(session, clock.nowMs(), random.fraction()));
  }

  /** Timers may have stood still, or the key store was away: what is due is worked out anew. */
  planAnew(): void {
    for (const [userId, tended] of this.#tended)
      if (!tended.isToldToWait) this.#setTimer(tended, this.#jitter(spreadMs), () => void this.#plan(userId));
  }

  networkReturned(): void {
    for (const [userId, tended] of this.#tended)
      if (tended.failures > 0 && !tended.isToldToWait)
        this.#setTimer(tended, this.#jitter(spreadMs), () => void this.#refresh(userId));
  }

  async #plan(userId: UserId): Promise<void> {
    const { clock, random, sessions } = this.#parts;
    const opened = await sessions.open(userId);
    const tended = this.#tended.get(userId);
    if (opened.kind !== 'session' || !tended) return;
    this.#setTimerFor(userId, tended, waitBeforeRefresh(opened.session, clock.nowMs(), random.fraction()));
  }

  async #refresh(userId: UserId): Promise<void> {
    const outcome = await this.#parts.renew(userId);
    const tended = this.#tended.get(userId);
    if (outcome.ok || !tended) return;
    const { error } = outcome;
    if (error.code !== 'networkUnavailable' && error.code !== 'serverError') return;
    const retryAfterSeconds = error.code === 'serverError' ? error.retryAfterSeconds : undefined;
    tended.failures += 1;
    tended.isToldToWait = retryAfterSeconds !== undefined;
    const waitMs = backOff(tended.failures, retryAfterSeconds, this.#parts.random.fraction());
    this.#setTimer(tended, waitMs, () => void this.#refresh(userId));
  }

  #setTimerFor(userId: UserId, tended: Tended, waitMs: number | undefined): void {
    if (waitMs === undefined) tended.stopTimer();
    else if (waitMs > longestDelayMs) this.#setTimer(tended, longestDelayMs, () => void this.#plan(userId));
    else this.#setTimer(tended, waitMs, () => void this.#refresh(userId));
  }

  #setTimer(tended: Tended, delayMs: number, run: () => void): void {
    tended.stopTimer();
    tended.stopTimer = this.#parts.timers.after(delayMs, run);
  }

  #forget(userId: UserId, tended: Tended): void {
    tended.stopTimer();
    this.#tended.delete(userId);
  }

  #jitter(upToMs: number): number {
    return upToMs * this.#parts.random.fraction();
  }
}
