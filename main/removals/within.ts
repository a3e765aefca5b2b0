import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Outcome } from '../../app/outcome.ts';

/** Far beyond what clearing a web session takes; log outs and removals behind it wait no longer. */
const longestMs = 10_000;

/** The outcome of something that Chromium does, or a failure when it throws or takes too long. */
export const within = async <T>(
  work: () => Promise<Outcome<T>>,
  limitMs = longestMs,
): Promise<Outcome<T>> => {
  const failed = fail({ code: 'storageUnavailable', problem: 'failed' });
  const stop = new AbortController();
  try {
    const tooLong = wait(limitMs, failed, { ref: false, signal: stop.signal });
    tooLong.catch(() => undefined);
    return await Promise.race([work(), tooLong]);
  } catch {
    return failed;
  } finally {
    stop.abort();
  }
};
