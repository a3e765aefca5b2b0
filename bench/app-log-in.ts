import { launchHotseat } from '../e2e/fixtures/hotseat.ts';
import type { Finding, Measure } from './measure.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';
import { timed } from './timed.ts';

const logIns = 30;

export const appLogIn: Measure = {
  name: 'log-in',
  about:
    'In the app: an anonymous account of the directory, from the command of the page to its answer: the directory’s own work, the keyring and all writes are in it.',
  sizes: [10, 1_000, 10_000],
  run: async (sizes) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const profile = await seededProfile(users);
      const hotseat = await launchHotseat({ profile });
      try {
        await hotseat.window.locator('[role=status][aria-label="Active user"]').waitFor();
        const logInNext = async (turn: number): Promise<void> => {
          const ok = await hotseat.window.evaluate(async (attemptId) => {
            const snapshot = await window.hotseat.snapshot();
            const service = snapshot.ok ? snapshot.value.services[0] : undefined;
            if (!service) return false;
            const method = { kind: 'anonymous', isReused: false } as const;
            const startedAtMs = performance.now();
            const outcome = await window.hotseat.execute('logIn', {
              attemptId,
              serviceId: service.id,
              method,
            });
            Object.assign(window, { benchTookMs: performance.now() - startedAtMs });
            return outcome.ok;
          }, `bench-${turn}`);
          if (!ok) throw new Error('A login did not succeed');
        };
        // The first starts the directory.
        await logInNext(-1);
        const times: number[] = [];
        await timed(logIns, async (turn) => {
          await logInNext(turn);
          times.push(Number(await hotseat.window.evaluate('window.benchTookMs')));
        });
        findings.push({ what: 'log in in the app', users, unit: 'ms', value: summaryOf(times) });
      } finally {
        await hotseat.close();
        await removeProfile(profile);
      }
    }
    return findings;
  },
};
