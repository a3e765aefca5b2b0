import type { Timers } from '../ports.ts';

/** Timers that go off when told to. */
export interface ManualTimers extends Timers {
  /** Runs what falls due on the way, in order, and lets promises settle in between. */
  advance(byMs: number, goesBy?: (stepMs: number) => void): Promise<void>;
  pendingCount(): number;
  readonly longestDelayMs: number;
  /** How many were set so far. */
  readonly setCount: number;
}

/** Enough turns for chains of promises that wait for nothing else; there is no event loop to ask here. */
const turns = 200;

/** Lets everything run that waits for promises alone. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
};

export const createManualTimers = (): ManualTimers => {
  const due = new Map<() => void, number>();
  let nowMs = 0;
  let longestDelayMs = 0;
  let setCount = 0;
  return {
    after: (delayMs, run) => {
      setCount += 1;
      longestDelayMs = Math.max(longestDelayMs, delayMs);
      const entry = () => run();
      due.set(entry, nowMs + delayMs);
      return () => due.delete(entry);
    },
    advance: async (byMs, goesBy = () => {}) => {
      const endMs = nowMs + byMs;
      await settled();
      for (;;) {
        const [next] = [...due].filter(([, atMs]) => atMs <= endMs).toSorted((a, b) => a[1] - b[1]);
        if (!next) break;
        due.delete(next[0]);
        goesBy(next[1] - nowMs);
        nowMs = next[1];
        next[0]();
        await settled();
      }
      goesBy(endMs - nowMs);
      nowMs = endMs;
    },
    pendingCount: () => due.size,
    get longestDelayMs() {
      return longestDelayMs;
    },
    get setCount() {
      return setCount;
    },
  };
};
