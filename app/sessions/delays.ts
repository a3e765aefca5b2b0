import type { Session } from './session.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A timer of the system wraps round after 24 days and then runs at once: nothing is set further ahead than this. */
export const longestDelayMs = 12 * hour;

const leadShare = 0.1;
const shortestLeadMs = 45 * second;
const longestLeadMs = 5 * minute;

/** A service whose tokens live for seconds is asked no more often than this ahead of need. */
const shortestWaitMs = 30 * second;

/**
 * How long to wait until a session is refreshed ahead of its expiry: a tenth of what is left earlier, 45 seconds
 * to five minutes, and up to as much again by chance, so that many do not come at once. `undefined`: there is
 * nothing to be refreshed, or nothing known of its expiry.
 */
export const waitBeforeRefresh = (
  { refreshToken, accessExpiresAtMs }: Session,
  nowMs: number,
  fraction: number,
): number | undefined => {
  if (refreshToken === undefined || accessExpiresAtMs === undefined) return undefined;
  const leftMs = accessExpiresAtMs - nowMs;
  const leadMs = Math.min(
    Math.max(leftMs * leadShare, shortestLeadMs),
    longestLeadMs,
    Math.max(leftMs, 0) / 2,
  );
  return Math.max(0, leftMs - leadMs * (1 + fraction));
};

/** After a refresh: never at once again, whatever the new token says. */
export const waitAfterRefresh = (session: Session, nowMs: number, fraction: number): number | undefined => {
  const waitMs = waitBeforeRefresh(session, nowMs, fraction);
  return waitMs === undefined ? undefined : Math.max(waitMs, shortestWaitMs);
};

const firstBackOffMs = second;
const longestBackOffMs = 5 * minute;
const longestRetryAfterMs = 24 * hour;

/**
 * How long to wait after so many failures in a row: exponential with full jitter, a second at least, five minutes
 * at most; or as long as the service asks for (RFC 9110, section 10.2.3), and a little more by chance.
 */
export const backOff = (
  failures: number,
  retryAfterSeconds: number | undefined,
  fraction: number,
): number => {
  const ceilingMs = Math.min(firstBackOffMs * 2 ** Math.min(failures, 30), longestBackOffMs);
  const ownMs = firstBackOffMs + fraction * (ceilingMs - firstBackOffMs);
  if (retryAfterSeconds === undefined) return ownMs;
  const askedMs = Math.min(Math.max(retryAfterSeconds, 0) * second, longestRetryAfterMs);
  return Math.max(ownMs, askedMs * (1 + leadShare * fraction));
};

const firstDeliveryWaitMs = minute;

/** Until waiting revocations are tried again: a minute, then twice as long, an hour at most; up to half by chance. */
export const waitBeforeDelivery = (rounds: number, retryAfterSeconds: number, fraction: number): number => {
  const ownMs = Math.min(firstDeliveryWaitMs * 2 ** Math.min(rounds, 30), hour);
  const askedMs = Math.min(retryAfterSeconds * second, hour);
  return Math.max(ownMs * (1 - fraction / 2), askedMs);
};
