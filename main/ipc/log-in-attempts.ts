import type { Cancellation } from '../../app/ports.ts';

/** Logins of the window that have not finished, so that the person, or quitting, can cancel them. */
export class LogInAttempts {
  readonly #running = new Map<string, AbortController>();
  readonly #ends = new Set<Promise<unknown>>();
  #isClosed = false;

  /** Runs an attempt under its id; another one under the same id takes its place and cancels it. */
  async run<T>(attemptId: string, attempt: (cancellation: Cancellation) => Promise<T>): Promise<T> {
    this.cancel(attemptId);
    const controller = new AbortController();
    this.#running.set(attemptId, controller);
    if (this.#isClosed) controller.abort();
    const end = attempt(controller.signal);
    this.#ends.add(end);
    try {
      return await end;
    } finally {
      this.#ends.delete(end);
      if (this.#running.get(attemptId) === controller) this.#running.delete(attemptId);
    }
  }

  /** Nothing happens to an attempt that has finished or never was. */
  cancel(attemptId: string): void {
    this.#running.get(attemptId)?.abort();
  }

  /** Cancels what runs, and whatever is begun from now on; resolves when all of it has ended and cleaned up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const controller of this.#running.values()) controller.abort();
    await Promise.allSettled(this.#ends);
  }
}
