import type { Timers } from '../../app/ports.ts';

export interface NetworkReturnParts {
  /** Has this computer a network at all? */
  readonly isOnline: () => boolean;
  /** Is there anybody whose service could not be reached? */
  readonly isMissed: () => boolean;
  readonly onReturned: () => void;
  readonly timers: Timers;
}

export interface NetworkReturn {
  /** Somebody may have become unreachable, or reachable again. */
  invalidate(): void;
}

/** Electron tells nobody when the network comes back, so it is asked, but only while it is missed. */
const askAgainAfterMs = 3_000;

/** Notices that the network has come back for those who wait for it. Costs nothing while nobody does. */
export const noticeNetworkReturn = ({
  isOnline,
  isMissed,
  onReturned,
  timers,
}: NetworkReturnParts): NetworkReturn => {
  let isWatching = false;
  let wasOffline = false;
  const look = (): void => {
    isWatching = false;
    if (!isMissed()) {
      wasOffline = false;
      return;
    }
    const isBack = wasOffline && isOnline();
    wasOffline = !isOnline();
    watch();
    if (isBack) onReturned();
  };
  const watch = (): void => {
    isWatching = true;
    timers.after(askAgainAfterMs, look);
  };
  return {
    invalidate: () => {
      if (isWatching || !isMissed()) return;
      wasOffline = !isOnline();
      watch();
    },
  };
};
