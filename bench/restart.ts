import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Finding, Measure } from './measure.ts';
import { startWindow } from './own-window.ts';
import { paintedAfterMs } from './start-and-memory.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';

const hotseatFolder = resolve(import.meta.dirname, '..');
const runs = 6;
/** Nothing asks the app before that, so that nobody is in its way. */
const restMs = 4_000;

const rowsInList = `Number(document.querySelector('[role=grid][aria-label=Accounts]')?.getAttribute('aria-rowcount') ?? 0)`;

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 120; turn += 1) {
    if (await isSo()) return;
    await wait(500);
  }
  throw new Error('The list does not have all accounts');
};

export const restart: Measure = {
  name: 'restart',
  about: 'Start with that many users: process started → the list and the active user are painted.',
  sizes: [10, 1_000, 10_000],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const profile = await seededProfile(users);
      const times: number[] = [];
      try {
        for (let turn = 0; turn <= runs; turn += 1) {
          const window = await startWindow(hotseatFolder, profile);
          await wait(restMs);
          await until(
            async () => z.number().parse(await window.evaluate(rowsInList).catch(() => 0)) === users,
          );
          const ms = await paintedAfterMs(window);
          await window.close();
          if (turn > 0) times.push(ms);
          tell(`${users} users: ${Math.round(ms)} ms`);
        }
      } finally {
        await removeProfile(profile);
      }
      findings.push({ what: 'restart → list painted', users, unit: 'ms', value: summaryOf(times) });
    }
    return findings;
  },
};
