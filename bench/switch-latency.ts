/// <reference path="../e2e/fixtures/window.d.ts" />
import { setTimeout as wait } from 'node:timers/promises';
import { launchHotseat, type Hotseat } from '../e2e/fixtures/hotseat.ts';
import { keyPressesFor } from './key-presses.ts';
import type { Finding, Measure } from './measure.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';
import { probeSwitches } from './switch-probe.ts';

const warmUp = 20;
const switches = 200;
const givenUpAfterMs = 5_000;

export interface MeasuredSwitches {
  readonly toBadgeMs: readonly number[];
  readonly toMainMs: readonly number[];
  readonly clockErrorMs: number;
}

/** Presses digits in turns, each when the switch before is on the screen and some time has gone by. */
export const measureSwitches = async (
  hotseat: Hotseat,
  digits: readonly number[],
  count: number = switches,
): Promise<MeasuredSwitches> => {
  const names = await hotseat.window.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    return snapshot.ok ? snapshot.value.users.slice(0, 9).map(({ name }) => name) : [];
  });
  const probe = await probeSwitches(hotseat);
  const keys = await keyPressesFor(hotseat.pid);
  const toBadgeMs: number[] = [];
  const toMainMs: number[] = [];
  try {
    for (let turn = 0; turn < warmUp + count; turn += 1) {
      const digit = digits[(turn + 1) % digits.length] ?? 1;
      const seenBefore = (await probe.seen()).length;
      const heardBefore = (await probe.heard()).length;
      // Not in step with the frames of the screen.
      await wait(60 + ((turn * 7.3) % 50));
      const pressedAtMs = keys.pressDigit(digit);
      const shown = await until(async () => (await probe.seen())[seenBefore]);
      if (!shown.text.includes(names[digit - 1] ?? '?')) throw new Error(`The badge shows ${shown.text}`);
      const heard = (await probe.heard())[heardBefore] ?? Number.NaN;
      if (turn < warmUp) continue;
      toBadgeMs.push(shown.atMs - pressedAtMs);
      toMainMs.push(heard - pressedAtMs);
    }
  } finally {
    await keys.close();
  }
  return { toBadgeMs, toMainMs, clockErrorMs: probe.clockErrorMs };
};

const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  const askedAtMs = performance.now();
  while (performance.now() - askedAtMs < givenUpAfterMs) {
    await wait(40);
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('A switch did not reach the badge: has the window the keyboard focus?');
};

export const switchLatency: Measure = {
  name: 'switch',
  about:
    'Key press (handed to the X server) → the frame in which the badge has the new name is laid out and painted by the page; the display shows it with its next refresh.',
  sizes: [10, 1_000, 10_000],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    const medians: number[] = [];
    for (const users of sizes) {
      const profile = await seededProfile(users);
      const hotseat = await launchHotseat({ profile });
      try {
        await hotseat.window.locator('[role=status][aria-label="Active user"]').waitFor();
        // What is done a moment after the start is not what is measured.
        await wait(5_000);
        const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, users);
        const found = await measureSwitches(hotseat, digits);
        tell(`${users} users: the clocks agree to ${found.clockErrorMs.toFixed(2)} ms`);
        const toBadge = summaryOf(found.toBadgeMs);
        medians.push(toBadge.p50);
        const what = 'key press → painted badge';
        findings.push(
          { what, users, unit: 'ms', value: toBadge, target: { of: 'p50', atMost: 17 } },
          {
            what: `${what}, p99`,
            users,
            unit: 'ms',
            value: toBadge.p99,
            target: { of: 'value', atMost: 34 },
          },
          { what: 'of it: key press → main', users, unit: 'ms', value: summaryOf(found.toMainMs) },
        );
      } finally {
        await hotseat.close();
        await removeProfile(profile);
      }
    }
    const [smallest, largest] = [medians[0], medians.at(-1)];
    if (smallest !== undefined && largest !== undefined && medians.length > 1)
      findings.push({
        what: `growth of the median, ${sizes[0]} → ${sizes.at(-1)} users`,
        unit: '×',
        value: largest / smallest,
        target: { of: 'value', atMost: 1.5 },
      });
    return findings;
  },
};
