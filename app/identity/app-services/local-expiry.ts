import { readHttpDate } from './http-date.ts';
import type { HttpResponse } from './http.ts';
import type { JwtTimes } from './jwt-expiry.ts';

/** The last millisecond that a date can hold (ECMA-262, time values). */
const lastMs = 8_640_000_000_000_000;

/**
 * When a token that has just arrived ends by this computer's clock, however far that is from the service's: its
 * life counted from now; else its end as far from now as it is from the answer's date; else its end as it is.
 */
export const localExpiryOf = (
  { expiresAtMs, issuedAtMs }: JwtTimes,
  { headers }: Pick<HttpResponse, 'headers'>,
  nowMs: number,
): number | undefined => {
  if (expiresAtMs === undefined) return undefined;
  const serverNowMs = issuedAtMs ?? readHttpDate(headers['date']);
  if (serverNowMs === undefined) return expiresAtMs;
  return Math.min(nowMs + Math.max(0, expiresAtMs - serverNowMs), lastMs);
};
