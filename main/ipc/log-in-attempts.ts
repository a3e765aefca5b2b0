import type { Cancellation } from '../../app/ports.ts';

/** Logins of the window that have not finished, so that the person, or quitting, can cancel them. */
export class LogInAttempts {
  readonly #running = new Map<string, AbortController>();
  #isClosed = false;

  /** Runs an attempt under its id; another one under the same id takes its place and cancels it. */
  async run<T>(attemptId: string, attempt: (cancellation: Cancellation) => Promise<T>): Promise<T> {
    this.cancel(attemptId);
    const controller = new AbortController();
    this.#running.set(attemptId, controller);
    if (this.#isClosed) controller.abort();
    try {
      return await attempt(controller.signal);
    } finally {
      if (this.#running.get(attemptId) === controller) this.#running.delete(attemptId);
    }
  }

  /** Nothing happens to an attempt that has finished or never was. */
  cancel(attemptId: string): void {
    this.#running.get(attemptId)?.abort();
  }

  /** Cancels what runs, and whatever is begun from now on. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#running.values()) controller.abort();
  }
}
