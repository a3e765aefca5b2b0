import type { HttpResponse } from '../../app/identity/app-services/http.ts';
import { fail, type Outcome } from '../../app/outcome.ts';
import type { Cancellation, Log } from '../../app/ports.ts';
import type { DirectoryStartFailure } from '../directory/messages.ts';
import type { DirectoryRequest, PendingAnswer } from './directory-exchange.ts';
import { beginDirectoryLife, type DirectoryLife } from './directory-life.ts';
import type { ForkDirectory } from './directory-process.ts';
import type { Timers } from '../../app/ports.ts';

/**
 * Why the directory did not come up. `neverReady`: it ended before it was ready, or said nothing in time.
 * `keyUnavailable`: there was no signing key to hand over.
 */
export type DirectoryFailure = DirectoryStartFailure | 'neverReady' | 'keyUnavailable';

export interface DirectoryHostOptions {
  readonly fork: ForkDirectory;
  /** The built entry, `directory.js` beside main's own. */
  readonly modulePath: string;
  readonly databaseFile: string;
  /** Asked at every start of the process. May take as long as unlocking a keyring takes. */
  readonly signingKey: () => Promise<Uint8Array>;
  readonly timers: Timers;
  readonly log: Log;
  /** Told at every start that fails; the requests behind it get `networkUnavailable`. */
  readonly onFailed: (reason: DirectoryFailure) => void;
}

/** Keeps the directory's process: started with the first request, again when it died, not after `stop`. */
export interface DirectoryHost {
  /** Never rejects. 10 s for all of it, a start included. */
  request(request: DirectoryRequest, cancellation?: Cancellation): Promise<Outcome<HttpResponse>>;
  /** For quitting. Resolves when the process has ended, after two seconds at the latest. */
  stop(): Promise<void>;
}

const requestTimeoutMs = 10_000;
const stopTimeoutMs = 2_000;
const firstRestartDelayMs = 100;
const longestRestartDelayMs = 5_000;

export const createDirectoryHost = (options: DirectoryHostOptions): DirectoryHost => {
  const { timers, log } = options;
  let starting: Promise<DirectoryLife | undefined> | undefined;
  let lastLife: DirectoryLife | undefined;
  let endsInARow = 0;
  let restartDelay: Promise<void> = Promise.resolve();
  let isStopped = false;

  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      timers.after(delayMs, resolve);
    });

  const delayNextStart = (): void => {
    starting = undefined;
    restartDelay = pause(Math.min(firstRestartDelayMs * 2 ** endsInARow, longestRestartDelayMs));
    endsInARow += 1;
  };

  const failStart = (reason: DirectoryFailure): void => {
    delayNextStart();
    if (isStopped) return;
    log.warn('directoryNotStarted', { reason });
    options.onFailed(reason);
  };

  const obtain = (): Promise<DirectoryLife | undefined> => (starting ??= start());

  const start = async (): Promise<DirectoryLife | undefined> => {
    await restartDelay;
    if (isStopped) return undefined;
    const signingKey = await options.signingKey().catch(() => undefined);
    if (isStopped) return undefined;
    if (!signingKey) {
      failStart('keyUnavailable');
      return undefined;
    }
    const process = forked();
    if (!process) {
      failStart('neverReady');
      return undefined;
    }
    const life = beginDirectoryLife({
      process,
      // The key as a copy: a view would bring along whatever else lies in its buffer.
      start: { databaseFile: options.databaseFile, signingKey: new Uint8Array(signingKey) },
      timers,
      log,
      onAnswered: () => {
        endsInARow = 0;
      },
      onOver: (reason) => {
        if (reason) return failStart(reason);
        delayNextStart();
        if (isStopped) return;
        log.warn('directoryDied');
        void obtain();
      },
    });
    lastLife = life;
    return (await life.ready) ? life : undefined;
  };

  const forked = () => {
    try {
      return options.fork(options.modulePath);
    } catch {
      return undefined;
    }
  };

  const request: DirectoryHost['request'] = (message, cancellation) =>
    new Promise((resolve) => {
      if (isStopped) return resolve(fail({ code: 'networkUnavailable' }));
      if (cancellation?.aborted) return resolve(fail({ code: 'cancelled' }));
      let isSettled = false;
      let life: DirectoryLife | undefined;
      let pending: PendingAnswer | undefined;

      const settle = (outcome: Outcome<HttpResponse>): void => {
        if (isSettled) return;
        isSettled = true;
        stopTimer();
        cancellation?.removeEventListener('abort', cancel);
        resolve(outcome);
      };
      const cancel = (): void => {
        pending?.abandon();
        settle(fail({ code: 'cancelled' }));
      };
      const stopTimer = timers.after(requestTimeoutMs, () => {
        pending?.abandon();
        settle(fail({ code: 'networkUnavailable' }));
        // One slow answer is no sign of death; ten seconds without any is.
        if (pending?.isProcessSilent()) life?.discard();
      });
      cancellation?.addEventListener('abort', cancel);

      const send = async (): Promise<void> => {
        life = await obtain();
        if (isSettled) return;
        if (!life) return settle(fail({ code: 'networkUnavailable' }));
        pending = life.exchange.begin(message, settle);
      };
      void send();
    });

  return {
    request,
    stop: async () => {
      isStopped = true;
      if (!lastLife) return;
      lastLife.discard();
      await Promise.race([lastLife.exited, pause(stopTimeoutMs)]);
    },
  };
};
