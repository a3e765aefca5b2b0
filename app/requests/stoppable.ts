import { fail, type Outcome } from '../outcome.ts';
import type { ErrorReport } from '../errors.ts';
import type { Cancellation } from '../ports.ts';

/** Work that can be told to stop, once, with the reason that it then ends with. */
export class Stoppable implements Cancellation {
  readonly #listeners = new Set<() => void>();
  #reason: ErrorReport | undefined;

  get aborted(): boolean {
    return this.#reason !== undefined;
  }

  stop(reason: ErrorReport): void {
    if (this.#reason) return;
    this.#reason = reason;
    for (const listener of Array.from(this.#listeners)) listener();
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** What the work comes to, or the reason as soon as it is told to stop. */
  async until<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
    let release = (): void => undefined;
    const stopped = new Promise<void>((resolve) => {
      release = resolve;
      if (this.aborted) resolve();
      this.#listeners.add(resolve);
    });
    const outcome = await Promise.race([work, stopped]);
    this.#listeners.delete(release);
    if (this.#reason) return fail(this.#reason);
    return outcome ?? fail({ code: 'cancelled' });
  }
}
