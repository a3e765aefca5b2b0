import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';

/** Quitting does not wait longer than this for what is still being written or revoked. */
const closeWithinMs = 5_000;

/** Whether Hotseat is about to end, so that a window that closes is not only to be hidden. */
export const noticeQuitting = (): (() => boolean) => {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  return () => isQuitting;
};

/**
 * Runs `close` once before Hotseat ends, and `finish` when all is closed; on macOS it lives on without a window. An
 * installer that quits Hotseat by itself from `finish` is let through.
 */
export const closeBeforeQuit = (close: () => Promise<void>, finish: () => Promise<void>): void => {
  let isClosing = false;
  let isClosed = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void (async () => {
      try {
        await Promise.race([close(), wait(closeWithinMs)]);
      } finally {
        isClosed = true;
        await finish();
      }
    })().finally(() => app.exit(0));
  });
};
