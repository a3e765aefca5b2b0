import { z } from 'zod';
import type { Hotseat } from '../e2e/fixtures/hotseat.ts';
import { offsetOf } from './clock-offset.ts';

/** A frame in which the badge showed another name, by the clock of this process. */
export interface SeenSwitch {
  readonly text: string;
  readonly atMs: number;
}

export interface SwitchProbe {
  /** How far the page's clock may be off this one's. */
  readonly clockErrorMs: number;
  seen(): Promise<readonly SeenSwitch[]>;
  /** When main heard of each key that was pressed down, by the clock of this process. */
  heard(): Promise<readonly number[]>;
}

/**
 * Watches the badge in the page: when its text has changed, the next frame is waited for, and the time is taken
 * when that frame's layout and paint are done and on their way to the compositor.
 */
const watchBadge = (): void => {
  const seen: { text: string; atMs: number }[] = [];
  Object.assign(window, { benchSeen: seen });
  const badge = document.querySelector('[role=status][aria-label="Active user"]');
  if (!badge) throw new Error('There is no badge');
  const afterFrame = new MessageChannel();
  const waiting: string[] = [];
  afterFrame.port1.addEventListener('message', () => {
    const atMs = performance.timeOrigin + performance.now();
    for (const text of waiting.splice(0)) seen.push({ text, atMs });
  });
  afterFrame.port1.start();
  let before = badge.textContent;
  new MutationObserver(() => {
    if (badge.textContent === before) return;
    before = badge.textContent;
    waiting.push(before);
    requestAnimationFrame(() => afterFrame.port2.postMessage(undefined));
  }).observe(badge.parentElement ?? badge, { subtree: true, childList: true, characterData: true });
};

const seenSchema = z.array(z.object({ text: z.string(), atMs: z.number() }));

export const probeSwitches = async ({ app, window }: Hotseat): Promise<SwitchProbe> => {
  await window.evaluate(watchBadge);
  await app.evaluate(({ webContents }) => {
    const heard: number[] = [];
    Object.assign(globalThis, { benchHeard: heard });
    for (const contents of webContents.getAllWebContents())
      contents.prependListener('before-input-event', (_event, input) => {
        if (input.type === 'keyDown' && input.code.startsWith('Digit'))
          heard.push(performance.timeOrigin + performance.now());
      });
  });
  const pageClock = await offsetOf(() => window.evaluate(() => performance.timeOrigin + performance.now()));
  const mainClock = await offsetOf(() => app.evaluate(() => performance.timeOrigin + performance.now()));
  return {
    clockErrorMs: Math.max(pageClock.errorMs, mainClock.errorMs),
    seen: async () => {
      const seen = seenSchema.parse(await window.evaluate('window.benchSeen'));
      return seen.map(({ text, atMs }) => ({ text, atMs: atMs - pageClock.offsetMs }));
    },
    heard: async () => {
      const heard = await app.evaluate(() => Reflect.get(globalThis, 'benchHeard') as unknown);
      return z
        .array(z.number())
        .parse(heard)
        .map((atMs) => atMs - mainClock.offsetMs);
    },
  };
};
