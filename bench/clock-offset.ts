import { wallMs } from './own-window.ts';

/** How far a clock is ahead of this one: of many questions, the one that was answered fastest tells best. */
export const offsetOf = async (
  ask: () => Promise<number>,
): Promise<{ offsetMs: number; errorMs: number }> => {
  let best = { offsetMs: 0, errorMs: Infinity };
  for (let turn = 0; turn < 100; turn += 1) {
    const askedAtMs = wallMs();
    const theirs = await ask();
    const tookMs = wallMs() - askedAtMs;
    if (tookMs / 2 < best.errorMs)
      best = { offsetMs: theirs - (askedAtMs + tookMs / 2), errorMs: tookMs / 2 };
  }
  return best;
};
