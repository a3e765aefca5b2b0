import type { LogInStep } from '../../app/identity/identity-provider.ts';
import type { Cancellation } from '../../app/ports.ts';

interface AttemptAccompaniment {
  readonly cancellation: Cancellation;
  /** Resolves when the person says that they have done what the login waits for. */
  readonly confirmed: Promise<void>;
  onStep(step: LogInStep): void;
}

/** Logins of the window that have not finished, so that the person, or quitting, can cancel them. */
export class LogInAttempts {
  readonly #running = new Map<string, AbortController>();
  /** The page that each attempt waits for. */
  readonly #pages = new Map<string, string>();
  readonly #onStep: (attemptId: string, step: LogInStep) => void;
  readonly #confirmations = new Map<string, () => void>();
  readonly #ends = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(onStep: (attemptId: string, step: LogInStep) => void = () => undefined) {
    this.#onStep = onStep;
  }

  /** Runs an attempt under its id; another one under the same id takes its place and cancels it. */
  async run<T>(attemptId: string, attempt: (accompaniment: AttemptAccompaniment) => Promise<T>): Promise<T> {
    this.cancel(attemptId);
    const controller = new AbortController();
    this.#running.set(attemptId, controller);
    if (this.#isClosed) controller.abort();
    const confirmed = new Promise<void>((settle) => this.#confirmations.set(attemptId, settle));
    const end = attempt({
      cancellation: controller.signal,
      confirmed,
      onStep: (step) => {
        if (this.#running.get(attemptId) !== controller) return;
        const page = pageOf(step);
        if (page !== undefined) this.#pages.set(attemptId, page);
        this.#onStep(attemptId, step);
      },
    });
    this.#ends.add(end);
    try {
      return await end;
    } finally {
      this.#ends.delete(end);
      if (this.#running.get(attemptId) === controller) {
        this.#running.delete(attemptId);
        this.#pages.delete(attemptId);
        this.#confirmations.delete(attemptId);
      }
    }
  }

  /** The address that the attempt waits for, while it does. */
  pageOf(attemptId: string): string | undefined {
    return this.#pages.get(attemptId);
  }

  confirm(attemptId: string): void {
    this.#confirmations.get(attemptId)?.();
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

const pageOf = (step: LogInStep): string | undefined => {
  if (step.kind === 'page') return undefined;
  return step.kind === 'browser' ? step.url : (step.completeUrl ?? step.verificationUrl);
};
