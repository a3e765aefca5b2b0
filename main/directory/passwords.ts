import { Worker } from 'node:worker_threads';
import {
  createDecoyHash,
  HASH_BYTES,
  isCurrentHash,
  normalisePassword,
  PASSWORD_COSTS,
  SALT_BYTES,
} from './password-hash.ts';
import type { PasswordCosts } from './password-hash.ts';
import type { PasswordJob, PasswordReply } from './password-worker-messages.ts';
import type { DirectoryLog, Random } from './ports.ts';

/** No answer: the queue is full, or the worker died. Nothing is known about the password. */
export interface PasswordsUnavailable {
  readonly kind: 'unavailable';
}

export type PasswordHashed = { readonly kind: 'hashed'; readonly encoded: string };
export type PasswordVerified = { readonly kind: 'verified'; readonly matches: boolean };

/** Hashes and checks passwords without blocking its caller. */
export interface Passwords {
  hash(password: string): Promise<PasswordHashed | PasswordsUnavailable>;
  verify(password: string, encoded: string): Promise<PasswordVerified | PasswordsUnavailable>;
  /** False when the costs have changed since: hash again while the password is at hand. */
  isCurrent(encoded: string): boolean;
  /** To be verified against where there is no account, so that time says nothing. */
  readonly decoy: string;
  close(): Promise<void>;
}

export interface WorkerPasswordsOptions {
  /** From `passwordWorkerUrl`, asked by the entry. */
  readonly workerUrl: URL;
  readonly random: Random;
  /** PASSWORD_COSTS unless given. */
  readonly costs?: PasswordCosts;
  readonly log: DirectoryLog;
  /** Jobs waiting beyond this are answered `unavailable` at once; 32 unless given. */
  readonly queueLimit?: number;
}

/** Jobs of about 80 ms each: the last in a full queue waits under three seconds. */
const DEFAULT_QUEUE_LIMIT = 32;

interface QueuedJob {
  readonly job: PasswordJob;
  readonly settle: (reply: PasswordReply) => void;
}

/** Passwords hashed one at a time in a worker thread, which is started on first need and again after it died. */
export function createWorkerPasswords(options: WorkerPasswordsOptions): Passwords {
  const { random, costs = PASSWORD_COSTS, queueLimit = DEFAULT_QUEUE_LIMIT } = options;
  const queue: QueuedJob[] = [];
  let running: QueuedJob | undefined;
  let worker: Worker | undefined;
  let isClosed = false;

  function startWorker(): Worker {
    const started = new Worker(options.workerUrl, { name: 'passwords', execArgv: [] });
    // An idle worker keeps no process alive.
    started.unref();
    started.on('message', (reply: PasswordReply) => settleRunning(reply));
    started.on('error', (cause: Error) => {
      options.log({ kind: 'workerFailed', reason: cause.name });
      abandon(started);
    });
    started.on('exit', () => abandon(started));
    return started;
  }

  function abandon(dead: Worker): void {
    if (worker !== dead) return;
    worker = undefined;
    settleRunning({ kind: 'failed' });
  }

  function settleRunning(reply: PasswordReply): void {
    const settled = running;
    running = undefined;
    settled?.settle(reply);
    runNext();
  }

  function runNext(): void {
    if (running !== undefined) return;
    running = queue.shift();
    if (running === undefined) return;
    worker ??= startWorker();
    worker.postMessage(running.job, []);
  }

  function enqueue(job: PasswordJob): Promise<PasswordReply> {
    if (isClosed || queue.length >= queueLimit) return Promise.resolve({ kind: 'failed' });
    return new Promise((settle) => {
      queue.push({ job, settle });
      runNext();
    });
  }

  return {
    decoy: createDecoyHash(random, costs),
    isCurrent: (encoded) => isCurrentHash(encoded, costs),
    async hash(password) {
      const salt = random(SALT_BYTES);
      const text = normalisePassword(password);
      const reply = await enqueue({ kind: 'hash', password: text, salt, costs, hashBytes: HASH_BYTES });
      return reply.kind === 'hashed' ? reply : { kind: 'unavailable' };
    },
    async verify(password, encoded) {
      const reply = await enqueue({ kind: 'verify', password: normalisePassword(password), encoded });
      return reply.kind === 'verified' ? reply : { kind: 'unavailable' };
    },
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.settle({ kind: 'failed' });
      await worker?.terminate();
    },
  };
}
