import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Finding, Measure } from './measure.ts';
import { startWindow, type OwnWindow } from './own-window.ts';
import { memoryMbOf } from './process-family.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { median, summaryOf } from './statistics.ts';

const hotseatFolder = resolve(import.meta.dirname, '..');
const emptyFolder = resolve(import.meta.dirname, 'empty-window');
const runs = 8;
const restMs = 10_000;

/**
 * When the page first painted large content that is still there, in milliseconds since the epoch: the sentence that
 * something is being opened does not count.
 */
const contentPainted = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const staying = list.getEntries().find(({ element }) => element?.isConnected);
    if (staying) resolve(performance.timeOrigin + staying.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => resolve(0), 1_000);
})`;
const givenUpAfterTurns = 30;

/** How long after the start of its process an app had its content on the screen. */
export const paintedAfterMs = async (window: OwnWindow): Promise<number> => {
  for (let turn = 0; turn < givenUpAfterTurns; turn += 1) {
    // A page that is still being loaded takes its context with it.
    const answer = await window.evaluate(contentPainted).catch(() => 0);
    const paintedAtMs = z.number().parse(answer);
    if (paintedAtMs > 0) return paintedAtMs - window.startedAtMs;
  }
  throw new Error('The app painted nothing');
};

const once = async (folder: string, users: number, isAtRest: boolean) => {
  const profile = await seededProfile(users, { isNobodyActive: true });
  const window = await startWindow(folder, profile);
  try {
    await wait(isAtRest ? restMs : 3_000);
    return { ms: await paintedAfterMs(window), mb: isAtRest ? await memoryMbOf(window.pid) : undefined };
  } finally {
    await window.close();
    await removeProfile(profile);
  }
};

/** Cold start and memory at rest, against an empty window, in turns. */
export const startAndMemory: Measure = {
  name: 'start',
  about:
    'Cold start (process started → first content painted) and memory at rest (proportional, all processes), against an empty window in the same run, in turns. Nobody is active, so that no workspace is open.',
  sizes: [10],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const found = {
        hotseat: { ms: [] as number[], mb: [] as number[] },
        empty: { ms: [] as number[], mb: [] as number[] },
      };
      for (let turn = 0; turn <= runs; turn += 1) {
        // Memory at rest takes its time: the last three turns are for it.
        const isAtRest = turn > runs - 3;
        for (const [folder, into] of [
          [emptyFolder, found.empty],
          [hotseatFolder, found.hotseat],
        ] as const) {
          const { ms, mb } = await once(folder, folder === hotseatFolder ? users : 0, isAtRest);
          // The first start fills the caches of the disk.
          if (turn > 0) into.ms.push(ms);
          if (mb !== undefined) into.mb.push(mb);
        }
        tell(`start ${turn} of ${runs}`);
      }
      const ratio = (kind: 'ms' | 'mb'): number => median(found.hotseat[kind]) / median(found.empty[kind]);
      findings.push(
        { what: 'cold start, empty window', unit: 'ms', value: summaryOf(found.empty.ms) },
        { what: 'cold start, Hotseat', users, unit: 'ms', value: summaryOf(found.hotseat.ms) },
        {
          what: 'cold start, Hotseat ÷ empty window',
          users,
          unit: '×',
          value: ratio('ms'),
          target: { of: 'value', atMost: 1.2 },
        },
        { what: 'memory at rest, empty window', unit: 'MB', value: summaryOf(found.empty.mb) },
        { what: 'memory at rest, Hotseat', users, unit: 'MB', value: summaryOf(found.hotseat.mb) },
        {
          what: 'memory at rest, Hotseat ÷ empty window',
          users,
          unit: '×',
          value: ratio('mb'),
          target: { of: 'value', atMost: 1.25 },
        },
      );
    }
    return findings;
  },
};
