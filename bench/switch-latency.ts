import { setTimeout as wait } from 'node:timers/promises';
import { launchHotseat, type Hotseat } from '../e2e/fixtures/hotseat.ts';
import { digitKeycode } from '../e2e/fixtures/real-keys.ts';
import { keyPressesFor } from './key-presses.ts';
import type { Finding, Measure } from './measure.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';
import { probeSwitches } from './switch-probe.ts';

const givenUpAfterMs = 5_000;

interface MeasuredSwitches {
  readonly toBadgeMs: readonly number[];
  readonly toMainMs: readonly number[];
  readonly clockErrorMs: number;
}

interface Presses {
  /** Pressed in turns. */
  readonly digits: readonly number[];
  readonly warmUp: number;
  readonly count: number;
  /** How long everything is left alone before each press. */
  readonly restMs: number;
}

/** Presses digits, each when the switch before is on the screen and some time has gone by. */
const measureSwitches = async (
  hotseat: Hotseat,
  { digits, warmUp, count, restMs }: Presses,
): Promise<MeasuredSwitches> => {
  const names = await hotseat.window.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    return snapshot.ok ? snapshot.value.users.slice(0, 9).map(({ name }) => name) : [];
  });
  const probe = await probeSwitches(hotseat);
  const keys = await keyPressesFor(hotseat.pid);
  keys.holdControl();
  const toBadgeMs: number[] = [];
  const toMainMs: number[] = [];
  try {
    for (let turn = 0; turn < warmUp + count; turn += 1) {
      const digit = digits[(turn + 1) % digits.length] ?? 1;
      const seenBefore = (await probe.seen()).length;
      const heardBefore = (await probe.heard()).length;
      // Not in step with the frames of the screen.
      await wait(restMs + ((turn * 7.3) % 50));
      const pressedAtMs = keys.press(digitKeycode(digit));
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

/** So many workspaces stay open by default; nine accounts have digits. */
const live = [1, 2, 3, 4];
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const toLive: Presses = { digits: live, warmUp: 24, count: 200, restMs: 150 };
/** Everybody's workspace has been closed when their turn comes again, and the one before has come to rest. */
const toCold: Presses = { digits: all, warmUp: 9, count: 45, restMs: 2_500 };

const measuredIn = async (users: number, presses: Presses): Promise<MeasuredSwitches> => {
  const profile = await seededProfile(users);
  const hotseat = await launchHotseat({ profile });
  try {
    await hotseat.window.locator('[role=status][aria-label="Active user"]').waitFor();
    // What is done a moment after the start is not what is measured.
    await wait(5_000);
    return await measureSwitches(hotseat, presses);
  } finally {
    await hotseat.close();
    await removeProfile(profile);
  }
};

const about =
  'Key press (handed to the X server) → the frame in which the badge has the new name is laid out and painted by the page; the display shows it with its next refresh.';

export const switchLatency: Measure = {
  name: 'switch',
  about: `${about} The workspaces of the accounts are open.`,
  sizes: [10, 1_000, 10_000],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    const medians: number[] = [];
    for (const users of sizes) {
      const found = await measuredIn(users, toLive);
      tell(`${users} users: the clocks agree to ${found.clockErrorMs.toFixed(2)} ms`);
      const toBadge = summaryOf(found.toBadgeMs);
      medians.push(toBadge.p50);
      const what = 'key press → painted badge';
      findings.push(
        { what, users, unit: 'ms', value: toBadge, target: { of: 'p50', atMost: 17 } },
        { what: `${what}, p99`, users, unit: 'ms', value: toBadge.p99, target: { of: 'value', atMost: 34 } },
        { what: 'of it: key press → main', users, unit: 'ms', value: summaryOf(found.toMainMs) },
      );
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

export const coldSwitchLatency: Measure = {
  name: 'switch-cold',
  about: `${about} The workspace of the account was closed, and is made anew after the switch.`,
  sizes: [10],
  run: async (sizes, tell) => {
    const findings: Finding[] = [];
    for (const users of sizes) {
      const found = await measuredIn(users, toCold);
      tell(`${users} users: the clocks agree to ${found.clockErrorMs.toFixed(2)} ms`);
      const what = 'key press → painted badge, cold workspace';
      findings.push({ what, users, unit: 'ms', value: summaryOf(found.toBadgeMs) });
    }
    return findings;
  },
};
