import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { appOf, launchHotseat, type Hotseat } from '../e2e/fixtures/hotseat.ts';
import type { Finding, Measure } from './measure.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';

const steps = 240;
/** Two rows and more with each, as a wheel that is turned fast. */
const stepPx = 150;
/** One every refresh of a display at 60 Hz. */
const stepEveryMs = 16;

export interface MeasuredScrolling {
  /** From one frame to the next. */
  readonly frameMs: readonly number[];
  /** What the page's thread worked for each step of the wheel, whatever else wanted the processor. */
  readonly workMs: number;
}

const numbersSchema = z.array(z.number());
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Turns the wheel over the list, beginning at a share of its length. */
export const measureScrolling = async (
  { window }: Pick<Hotseat, 'window'>,
  beginsAt: number,
): Promise<MeasuredScrolling> => {
  const grid = window.getByRole('grid', { name: 'Accounts' });
  await grid.evaluate((element, share) => {
    element.scrollTop = element.scrollHeight * share;
  }, beginsAt);
  await grid.hover();
  await wait(1_000);
  const session = await appOf(window).context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedMs = async (): Promise<number> => {
    const { metrics } = metricsSchema.parse(await session.send('Performance.getMetrics'));
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  await window.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    const note = (atMs: number): void => {
      frames.push(atMs);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const before = await workedMs();
  for (let step = 0; step < steps; step += 1) {
    await window.mouse.wheel(0, stepPx);
    await wait(stepEveryMs);
  }
  const after = await workedMs();
  const frames = numbersSchema.parse(await window.evaluate('window.benchFrames.splice(0)'));
  await session.detach();
  const frameMs = frames.slice(1).map((atMs, index) => atMs - (frames[index] ?? atMs));
  return { frameMs, workMs: (after - before) / steps };
};

export const scrolling: Measure = {
  name: 'scroll',
  about:
    'The wheel is turned over the list of accounts, from its top and from its middle: time from frame to frame, and what the page’s thread works for each step of 150 px.',
  sizes: [100, 10_000],
  run: async (sizes) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const profile = await seededProfile(users, { isNobodyActive: true });
      const hotseat = await launchHotseat({ profile });
      try {
        await hotseat.window.getByRole('grid', { name: 'Accounts' }).waitFor();
        // What is done a moment after the start is not what is measured.
        await wait(5_000);
        for (const [where, share] of [
          ['top', 0],
          ['middle', 0.5],
        ] as const) {
          const { frameMs, workMs } = await measureScrolling(hotseat, share);
          findings.push(
            {
              what: `frame to frame, from the ${where}`,
              users,
              unit: 'ms',
              value: summaryOf(frameMs),
              target: { of: 'p50', atMost: 17 },
            },
            { what: `work for each step, from the ${where}`, users, unit: 'ms', value: workMs },
          );
        }
      } finally {
        await hotseat.close();
        await removeProfile(profile);
      }
    }
    return findings;
  },
};
