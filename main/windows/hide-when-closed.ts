import type { BrowserWindow } from 'electron';

/** Whether closing only hides now, and who is told that it did. */
export interface Hiding {
  readonly hidesWhenClosed: () => boolean;
  readonly hidden: () => void;
}

/** Has closing the window hide it, with its page and those on it, where Hotseat is to go on running. */
export const hideWhenClosed = (window: BrowserWindow, { hidesWhenClosed, hidden }: Hiding): void => {
  const hide = (): void => {
    window.hide();
    hidden();
  };
  window.on('close', (event) => {
    if (!hidesWhenClosed()) return;
    event.preventDefault();
    if (!window.isFullScreen()) return hide();
    // On macOS a hidden full-screen window leaves a black screen behind.
    window.once('leave-full-screen', hide);
    window.setFullScreen(false);
  });
};
