/** Delays, handed in so that rules about time are tested without waiting. */
export interface Timers {
  /** Runs once after the delay, unless the returned function was called before. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
