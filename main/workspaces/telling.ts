import type { Timers } from '../../app/ports.ts';

/** Bursts of titles and progress are told a few times a second. */
const soonMs = 100;

/** Tells listeners that something looks different: once for a turn, or a moment later for a burst. */
export class Telling {
  readonly #timers: Timers;
  readonly #listeners = new Set<() => void>();
  #isNow = false;
  #cancelSoon: (() => void) | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(when: 'now' | 'soon'): void {
    if (when === 'soon') this.#cancelSoon ??= this.#timers.after(soonMs, () => this.#tell());
    else if (!this.#isNow) {
      this.#isNow = true;
      // After the switch that it may be about has been told.
      queueMicrotask(() => this.#tell());
    }
  }

  #tell(): void {
    this.#isNow = false;
    this.#cancelSoon?.();
    this.#cancelSoon = undefined;
    for (const listener of Array.from(this.#listeners)) listener();
  }
}
