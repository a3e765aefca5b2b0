import { readHttpDate } from './http-date.ts';
import type { HttpResponse } from './http.ts';

const longestSeconds = 86_400;

/**
 * `Retry-After` in both of its forms (RFC 9110, section 10.2.3), a day at most. A date is counted from the
 * answer's own, since the two clocks may differ; `nowMs` where it has none.
 */
export const retryAfterSecondsOf = (
  { headers }: Pick<HttpResponse, 'headers'>,
  nowMs?: number,
): number | undefined => {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), longestSeconds);
  const untilMs = readHttpDate(text);
  const fromMs = readHttpDate(headers['date']) ?? nowMs;
  if (untilMs === undefined || fromMs === undefined) return undefined;
  return Math.min(Math.max(0, Math.ceil((untilMs - fromMs) / 1000)), longestSeconds);
};
