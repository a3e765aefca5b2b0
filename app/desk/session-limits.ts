import type { Clock, Timers } from '../ports.ts';
import type { Stopwatch } from '../sessions/authorized-request.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import type { AuthenticatedUser, UserId } from '../users/user.ts';

/** As a policy sets them; absent where there is none. */
export interface SessionLimits {
  readonly sessionHours?: number | undefined;
  readonly sessionIdleMinutes?: number | undefined;
}

export interface SessionLimitsParts {
  readonly registry: () => Pick<UserRegistry, 'users' | 'activeId'>;
  readonly limits: () => SessionLimits;
  /** Says when somebody logged in, in an earlier run too. May jump, so that a run measures by the stopwatch. */
  readonly clock: Clock;
  readonly stopwatch: Stopwatch;
  readonly timers: Timers;
  /** Since the last key or movement anywhere on the computer. */
  readonly idleSeconds: () => number;
  readonly logOut: (userId: UserId) => void;
}

const lookEveryMs = 20_000;
const hourMs = 60 * 60 * 1000;
const minuteMs = 60 * 1000;

/** What is known of a session in this run, by the stopwatch. */
interface Measured {
  readonly loggedInAtMs: number | undefined;
  /** How old the session was when it was first seen here, and when that was. */
  readonly ageMs: number;
  readonly seenAtMs: number;
  usedAtMs: number;
}

/** Logs out whose session is older than the rules allow, or was not used for longer. No timer where there are no limits. */
export class SessionLimiter {
  readonly #parts: SessionLimitsParts;
  readonly #measured = new Map<UserId, Measured>();
  #stop: (() => void) | undefined;

  constructor(parts: SessionLimitsParts) {
    this.#parts = parts;
  }

  /** Looks now, and plans the next look; call it where the limits may be others. */
  look(): void {
    this.#stop?.();
    this.#stop = undefined;
    const { limits, timers, registry, logOut } = this.#parts;
    const { sessionHours, sessionIdleMinutes } = limits();
    if (sessionHours === undefined && sessionIdleMinutes === undefined) return;
    const nowMs = this.#parts.stopwatch.elapsedMs();
    const { users, activeId } = registry();
    const isHere = this.#parts.idleSeconds() * 1000 < lookEveryMs;
    for (const user of users.values()) {
      if (user.state !== 'authenticated') continue;
      const measured = this.#measure(user, nowMs);
      if (user.id === activeId && isHere) measured.usedAtMs = nowMs;
      const ageMs = measured.ageMs + nowMs - measured.seenAtMs;
      const isTooOld = sessionHours !== undefined && ageMs >= sessionHours * hourMs;
      const isUnused =
        sessionIdleMinutes !== undefined && nowMs - measured.usedAtMs >= sessionIdleMinutes * minuteMs;
      if (isTooOld || isUnused) logOut(user.id);
    }
    for (const userId of this.#measured.keys()) if (!users.has(userId)) this.#measured.delete(userId);
    this.#stop = timers.after(lookEveryMs, () => this.look());
  }

  stop(): void {
    this.#stop?.();
  }

  #measure({ id, loggedInAtMs }: AuthenticatedUser, nowMs: number): Measured {
    const known = this.#measured.get(id);
    if (known?.loggedInAtMs === loggedInAtMs && known !== undefined) return known;
    const measured = { loggedInAtMs, ageMs: this.#ageOf(loggedInAtMs), seenAtMs: nowMs, usedAtMs: nowMs };
    this.#measured.set(id, measured);
    return measured;
  }

  /** A login in the future is a clock that was set back: nobody knows how old it is, so it is too old. */
  #ageOf(loggedInAtMs: number | undefined): number {
    if (loggedInAtMs === undefined) return 0;
    const ageMs = this.#parts.clock.nowMs() - loggedInAtMs;
    return ageMs < 0 ? Number.POSITIVE_INFINITY : ageMs;
  }
}
