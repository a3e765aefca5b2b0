import type { Clock, Random, Timers } from '../../app/ports.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Long after the start, and not all computers of a house at once. */
const firstAfterMs = 3 * minuteMs;
const firstWithinMs = 5 * minuteMs;
const everyMs = 6 * hourMs;
const everyWithinMs = 2 * hourMs;
const soonMs = minuteMs;
/** After a check that failed, doubled each time, up to the usual pause. */
const againAfterMs = 30 * minuteMs;

export interface CheckScheduleParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  /** True when the check succeeded, or none was due. */
  readonly check: () => Promise<boolean>;
}

/** When to look for newer versions without being asked. */
export class CheckSchedule {
  readonly #parts: CheckScheduleParts;
  #lastMs: number | undefined;
  #failures = 0;
  #cancel: () => void = () => undefined;

  constructor(parts: CheckScheduleParts) {
    this.#parts = parts;
  }

  begin(): void {
    this.#next(firstAfterMs + this.#jitter(firstWithinMs));
  }

  /** Timers stand still while a computer sleeps, and clocks may jump: a check that seems overdue comes soon. */
  wake(): void {
    const sinceMs = this.#parts.clock.nowMs() - (this.#lastMs ?? 0);
    if (this.#lastMs === undefined || sinceMs >= everyMs || sinceMs < 0) this.soon();
  }

  soon(): void {
    this.#next(soonMs + this.#jitter(soonMs));
  }

  end(): void {
    this.#cancel();
  }

  #next(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#parts.timers.after(delayMs, () => void this.#run());
  }

  async #run(): Promise<void> {
    this.#lastMs = this.#parts.clock.nowMs();
    this.#failures = (await this.#parts.check()) ? 0 : this.#failures + 1;
    const usualMs = everyMs + this.#jitter(everyWithinMs);
    const againMs = againAfterMs * 2 ** (this.#failures - 1) + this.#jitter(againAfterMs);
    this.#next(this.#failures === 0 ? usualMs : Math.min(usualMs, againMs));
  }

  #jitter(withinMs: number): number {
    return Math.floor(this.#parts.random.fraction() * withinMs);
  }
}
