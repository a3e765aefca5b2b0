import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';

/** Quitting does not wait longer than this for what is still being written or revoked. */
const closeWithinMs = 5_000;

/** Runs `close` once before Hotseat ends; on macOS it lives on without a window. */
export const closeBeforeQuit = (close: () => Promise<void>): void => {
  let isClosing = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void Promise.race([close(), wait(closeWithinMs)]).finally(() => app.exit(0));
  });
};
