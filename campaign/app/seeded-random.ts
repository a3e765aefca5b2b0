/** Choices that are the same in every run of the same seed. */
export interface SeededRandom {
  /** At least 0, below 1. */
  fraction(): number;
  /** At least 0, below `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  pick<T>(choices: readonly T[]): T | undefined;
}

/** Mulberry32: small, and good enough to choose by. */
export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  const pick: SeededRandom['pick'] = (choices: readonly unknown[]) => choices[below(choices.length)];
  return { fraction, below, pick };
};
