/** Failed logins counted for one e-mail key. `untilMs` is the end of the pause, or the time of the last attempt. */
export interface LoginFailures {
  readonly count: number;
  readonly untilMs: number;
}

const FREE_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Failures older than this count no more. */
export const FORGET_AFTER_MS = 24 * 60 * 60_000;

/** The pause after that many failures: none up to four, then 1 s, doubling, at most 15 minutes. */
export function pauseMs(count: number): number {
  if (count < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_PAUSE_MS * 2 ** (count - FREE_ATTEMPTS), LONGEST_PAUSE_MS);
}

/**
 * How long the next attempt has to wait. A rest longer than the count earns means that the clock was set back:
 * one attempt is let through, and its pause counts from the new time.
 */
export function waitMs(failures: LoginFailures | undefined, nowMs: number): number {
  if (failures === undefined) return 0;
  const restMs = failures.untilMs - nowMs;
  return restMs > pauseMs(failures.count) ? 0 : Math.max(0, restMs);
}

/** The count after one more attempt. Counted before its password is checked, so that a burst gains nothing. */
export function countAttempt(failures: LoginFailures | undefined, nowMs: number): LoginFailures {
  const isForgotten = failures === undefined || nowMs > failures.untilMs + FORGET_AFTER_MS;
  const count = isForgotten ? 1 : failures.count + 1;
  return { count, untilMs: nowMs + pauseMs(count) };
}

/** Takes back an attempt whose password could not be checked. */
export function withdrawAttempt(failures: LoginFailures, nowMs: number): LoginFailures | undefined {
  return failures.count <= 1 ? undefined : { count: failures.count - 1, untilMs: nowMs };
}
