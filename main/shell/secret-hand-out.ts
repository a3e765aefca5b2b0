import { createHash, timingSafeEqual } from 'node:crypto';
import type { Log, Timers } from '../../app/ports.ts';

export interface Clipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
}

/** A secret that was handed out stays in the clipboard no longer than this. */
const handedOutForMs = 60_000;

export interface SecretHandOut {
  handOut(secret: string): void;
  /** Takes back what is still out, for quitting. */
  close(): Promise<void>;
}

/**
 * Hands secrets out through the clipboard, for a minute, and takes each back unless something else has taken its
 * place (fault row H6). What is out is remembered by its hash only.
 */
export const createSecretHandOut = (clipboard: Clipboard, timers: Timers, log: Log): SecretHandOut => {
  let out: { readonly hash: Buffer; readonly stopTimer: () => void } | undefined;
  /** Steps on the clipboard, one after the other: reading and clearing must not overtake a writing. */
  let last: Promise<void> = Promise.resolve();

  const next = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch(() => log.warn('the clipboard could not be used'));
    return last;
  };

  const takeBack = (hash: Buffer): Promise<void> =>
    next(async () => {
      if (timingSafeEqual(hashOf(await clipboard.readText()), hash)) await clipboard.writeText('');
    });

  return {
    handOut: (secret) => {
      out?.stopTimer();
      const hash = hashOf(secret);
      const stopTimer = timers.after(handedOutForMs, () => {
        out = undefined;
        void takeBack(hash);
      });
      out = { hash, stopTimer };
      void next(() => clipboard.writeText(secret));
    },
    close: async () => {
      out?.stopTimer();
      if (out) await takeBack(out.hash);
      out = undefined;
      await last;
    },
  };
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
