import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { launchHotseat, type Hotseat } from '../e2e/fixtures/hotseat.ts';
import { offsetOf } from './clock-offset.ts';
import { keyPressesFor } from './key-presses.ts';
import type { Finding, Measure } from './measure.ts';
import { removeProfile, seededProfile } from './seeded-profile.ts';
import { summaryOf } from './statistics.ts';

const warmUp = 3;
const count = 40;
const givenUpAfterMs = 5_000;

/** Notes when the frame in which the quick switcher has its first rows is laid out and painted. */
const watchSwitcher = (): void => {
  const opened: number[] = [];
  Object.assign(window, { benchOpened: opened });
  const afterFrame = new MessageChannel();
  afterFrame.port1.addEventListener('message', () => opened.push(performance.timeOrigin + performance.now()));
  afterFrame.port1.start();
  let isThere = false;
  new MutationObserver(() => {
    const hasRows = document.querySelector('[role=dialog] [role=option]') !== null;
    if (hasRows && !isThere) requestAnimationFrame(() => afterFrame.port2.postMessage(undefined));
    isThere = hasRows;
  }).observe(document.body, { subtree: true, childList: true });
};

const openedIn = async ({ window }: Hotseat): Promise<readonly number[]> =>
  z.array(z.number()).parse(await window.evaluate('window.benchOpened'));

const measuredIn = async (users: number): Promise<readonly number[]> => {
  const profile = await seededProfile(users);
  const hotseat = await launchHotseat({ profile });
  try {
    const { window } = hotseat;
    await window.locator('[role=status][aria-label="Active user"]').waitFor();
    // What is done a moment after the start is not what is measured.
    await wait(5_000);
    await window.evaluate(watchSwitcher);
    const { offsetMs } = await offsetOf(() =>
      window.evaluate(() => performance.timeOrigin + performance.now()),
    );
    const keys = await keyPressesFor(hotseat.pid);
    const took: number[] = [];
    try {
      for (let turn = 0; turn < warmUp + count; turn += 1) {
        await wait(400 + ((turn * 7.3) % 50));
        keys.holdControl();
        await wait(50);
        const pressedAtMs = keys.press('k');
        keys.releaseControl();
        const atMs = await until(async () => (await openedIn(hotseat))[turn]);
        if (turn >= warmUp) took.push(atMs - offsetMs - pressedAtMs);
        await wait(200);
        keys.press('Escape');
        await window.getByRole('dialog').waitFor({ state: 'detached' });
      }
    } finally {
      await keys.close();
    }
    return took;
  } finally {
    await hotseat.close();
    await removeProfile(profile);
  }
};

const until = async (look: () => Promise<number | undefined>): Promise<number> => {
  const askedAtMs = performance.now();
  while (performance.now() - askedAtMs < givenUpAfterMs) {
    await wait(40);
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('The quick switcher did not open: has the window the keyboard focus?');
};

export const quickSwitcher: Measure = {
  name: 'quick-switcher',
  about:
    'K with Ctrl held (handed to the X server) → the frame in which the quick switcher has its first rows is painted.',
  sizes: [10, 10_000],
  run: async (sizes) => {
    const findings: Finding[] = [];
    for (const users of sizes)
      findings.push({
        what: 'key press → quick switcher painted',
        users,
        unit: 'ms',
        value: summaryOf(await measuredIn(users)),
        target: { of: 'p50', atMost: 50 },
      });
    return findings;
  },
};
