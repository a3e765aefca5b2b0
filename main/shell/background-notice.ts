import { dialog, Notification } from 'electron';
import { systemWords } from './spoken.ts';

export interface ToldOnce {
  readonly hasToldOfBackground: boolean;
  noteToldOfBackground(): Promise<unknown>;
}

/** Tells, the first time that the window was only hidden, that Hotseat goes on running. */
export const createBackgroundNotice = (memory: ToldOnce, openWindow: () => void): (() => void) => {
  /** Held, since a notification that is collected does not hear its click. */
  let shown: Notification | undefined;
  return () => {
    if (memory.hasToldOfBackground) return;
    void memory.noteToldOfBackground();
    const { title, body } = systemWords.stillRunning;
    if (Notification.isSupported()) {
      shown = new Notification({ title, body });
      shown.on('click', openWindow);
      shown.show();
    } else void dialog.showMessageBox({ message: title, detail: body, type: 'info' });
  };
};
