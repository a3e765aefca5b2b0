import type { Timers } from '../../app/ports.ts';

/** Time for a script to ask for more. */
export const unusedAfterMs = 60_000;

export interface HiddenLifeParts {
  readonly timers: Timers;
  /** Is there a window, so that the person sees that Hotseat runs, and quits it? */
  isSeen(): boolean;
  quit(): void;
}

/** Ends a Hotseat that was started for a command, when nobody asks it for anything more and nobody sees it. */
export class HiddenLife {
  readonly #parts: HiddenLifeParts;
  #stopTimer: (() => void) | undefined;

  constructor(parts: HiddenLifeParts) {
    this.#parts = parts;
    this.used();
  }

  used(): void {
    this.#stopTimer?.();
    this.#stopTimer = this.#parts.timers.after(unusedAfterMs, () => {
      if (!this.#parts.isSeen()) this.#parts.quit();
    });
  }
}
