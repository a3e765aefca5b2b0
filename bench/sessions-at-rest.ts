import { setTimeout as wait } from 'node:timers/promises';
import { launchHotseat } from '../e2e/fixtures/hotseat.ts';
import type { Finding, Measure } from './measure.ts';
import { processorSecondsOf } from './process-family.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';

const restSeconds = 120;

/** What do the sessions of many signed-in users cost while nobody does anything? */
export const sessionsAtRest: Measure = {
  name: 'sessions-at-rest',
  about: `Processor time of many signed-in users while nobody does anything, over ${restSeconds} s, as a share of one core.`,
  sizes: [1_000],
  run: async (sizes) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const profile = await seededProfile(users);
      const hotseat = await launchHotseat({ profile });
      try {
        await wait(10_000);
        const before = await processorSecondsOf(hotseat.pid);
        await wait(restSeconds * 1000);
        const after = await processorSecondsOf(hotseat.pid);
        for (const which of ['main', 'all'] as const) {
          const value = ((after[which] - before[which]) / restSeconds) * 100;
          const of = which === 'main' ? 'main process' : 'all processes';
          findings.push({ what: `sessions at rest, ${of}`, users, unit: '%', value });
        }
      } finally {
        await hotseat.close();
        await removeProfile(profile);
      }
    }
    return findings;
  },
};
