import { useNow } from '../../state/use-now.ts';
import { countdown } from '../../text/durations.ts';
import { lockWords } from '../../text/spoken.ts';
import styles from './lock.module.css';

/** Counts down to when an attempt is tried again, and says so then. */
export const WaitLeft = ({ untilMs }: { readonly untilMs: number }) => {
  const leftMs = untilMs - useNow(1000);
  return (
    <p role="status" className={styles['wait']}>
      {leftMs > 0 ? (
        // The sentence above has said how long; every second aloud would be too much.
        <span role="timer" aria-live="off">
          {lockWords.tryAgainIn({ left: countdown(leftMs) })}
        </span>
      ) : (
        lockWords.tryAgainNow
      )}
    </p>
  );
};
