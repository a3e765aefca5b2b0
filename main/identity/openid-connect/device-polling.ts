import type { ErrorReport } from '../../../app/errors.ts';
import { fail, type Outcome } from '../../../app/outcome.ts';
import type { Timers } from '../../../app/ports.ts';
import type { Talked } from './issuer-access.ts';
import type { TalkFailure } from './talk-failure.ts';

export interface DevicePolling<T> {
  ask(): Promise<Talked<T>>;
  readonly intervalSeconds: number | undefined;
  readonly lifeMs: number;
  readonly timers: Timers;
  readonly signal: AbortSignal;
}

const usualIntervalSeconds = 5;
const longestIntervalSeconds = 60;
const slowDownSeconds = 5;

/**
 * Asks until the person has decided, or the code's time ran out (RFC 8628, section 3.5). Where no answer comes, or
 * the server fails, it asks again later and later.
 */
export const poll = async <T>(polling: DevicePolling<T>): Promise<Outcome<T>> => {
  const { timers, signal } = polling;
  const { pause, isOver, stop } = startLife(polling.lifeMs, timers, signal);
  let intervalSeconds = bounded(polling.intervalSeconds ?? usualIntervalSeconds);
  let waitSeconds = intervalSeconds;
  try {
    for (;;) {
      await pause(waitSeconds * 1000);
      if (signal.aborted) return fail({ code: 'cancelled' });
      if (isOver()) return fail({ code: 'authenticationRejected', because: 'tooLate' });
      const answer = await polling.ask();
      if (answer.ok) return answer;
      const { refusal, error } = answer;
      if (refusal === 'slow_down') intervalSeconds += slowDownSeconds;
      if (refusal === 'slow_down' || refusal === 'authorization_pending') waitSeconds = intervalSeconds;
      else if (isPassing(error)) waitSeconds = bounded(Math.max(waitSeconds * 2, retryAfterOf(error)));
      else return fail(rejectionOf(answer) ?? error);
    }
  } finally {
    stop();
  }
};

/** Pauses end early when the code's time is over, or the login. */
const startLife = (lifeMs: number, timers: Timers, signal: AbortSignal) => {
  let isOver = false;
  let wake: (() => void) | undefined;
  const stopLife = timers.after(lifeMs, () => {
    isOver = true;
    wake?.();
  });
  const abort = (): void => wake?.();
  signal.addEventListener('abort', abort);
  return {
    isOver: () => isOver,
    pause: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        if (isOver || signal.aborted) return resolve();
        const stopPause = timers.after(ms, resolve);
        wake = () => {
          stopPause();
          resolve();
        };
      }),
    stop: () => {
      stopLife();
      signal.removeEventListener('abort', abort);
    },
  };
};

const bounded = (seconds: number): number => Math.min(Math.max(seconds, 1), longestIntervalSeconds);

const isPassing = (error: ErrorReport): boolean =>
  error.code === 'networkUnavailable' ||
  (error.code === 'serverError' && (error.status === 429 || (error.status ?? 0) >= 500));

const retryAfterOf = (error: ErrorReport): number =>
  error.code === 'serverError' ? (error.retryAfterSeconds ?? 0) : 0;

/** `access_denied` is the standard's. Microsoft Entra says the others: the person said no; the code is not one. */
const denials: ReadonlySet<string> = new Set([
  'access_denied',
  'authorization_declined',
  'bad_verification_code',
]);

const rejectionOf = ({ refusal }: TalkFailure): ErrorReport | undefined => {
  if (denials.has(refusal ?? '')) return { code: 'authenticationRejected', because: 'denied' };
  if (refusal === 'expired_token') return { code: 'authenticationRejected', because: 'tooLate' };
  return refusal === 'invalid_grant' ? { code: 'authenticationRejected' } : undefined;
};
