import type { Timers } from '../../app/ports.ts';

export interface IdleWatchParts {
  readonly timers: Timers;
  /** Seconds since the last key or movement anywhere on the computer, by the system’s own count. */
  readonly idleSeconds: () => number;
  /** 0 where nobody is locked for being away. */
  readonly limitMinutes: () => number;
  readonly onIdle: () => void;
}

export interface IdleWatch {
  /** The limit may be another. */
  replan(): void;
}

const secondsPerMinute = 60;
/** A timer of a computer that slept comes late; what is looked at is the system’s count, never the timer’s. */
const longestWaitSeconds = 30;

/** Tells once that nobody is here, and again only after somebody was. No timer where there is no limit. */
export const watchIdle = ({ timers, idleSeconds, limitMinutes, onIdle }: IdleWatchParts): IdleWatch => {
  let stop: (() => void) | undefined;
  let isTold = false;
  const look = (): void => {
    stop?.();
    stop = undefined;
    const limitSeconds = limitMinutes() * secondsPerMinute;
    if (limitSeconds === 0) return;
    const idle = idleSeconds();
    if (idle < limitSeconds) isTold = false;
    else if (!isTold) {
      isTold = true;
      onIdle();
    }
    const leftSeconds = idle < limitSeconds ? limitSeconds - idle : longestWaitSeconds;
    stop = timers.after(Math.min(leftSeconds, longestWaitSeconds) * 1000, look);
  };
  look();
  return { replan: look };
};
