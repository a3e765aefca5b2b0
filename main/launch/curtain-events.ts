import { app, BrowserWindow, webContents, type WebContents } from 'electron';
import type { Timers } from '../../app/ports.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import { Curtain } from '../windows/curtain.ts';
import type { OwnQuestions } from '../windows/own-questions.ts';

export interface CurtainEventsParts {
  readonly desk: Pick<DeskBook, 'switching' | 'subscribe'>;
  readonly questions: OwnQuestions;
  readonly timers: Timers;
  /** `lastFocused`: what had the keyboard focus while somebody was here. */
  readonly moved: (isDown: boolean, lastFocused: WebContents | undefined) => void;
}

/** Covers what is shown while its person is elsewhere, where one person at a time is logged in. */
export const hangCurtain = ({ desk, questions, timers, moved }: CurtainEventsParts): Curtain => {
  let lastFocused: WebContents | undefined;
  app.on('web-contents-created', (_event, contents) => {
    contents.on('focus', () => (lastFocused = contents));
    contents.once('destroyed', () => {
      if (lastFocused === contents) lastFocused = undefined;
    });
  });
  const curtain = new Curtain({
    timers,
    isWanted: () => desk.switching === 'exclusive',
    isHere: () =>
      BrowserWindow.getFocusedWindow() !== null ||
      questions.isOpen ||
      webContents.getAllWebContents().some((contents) => contents.isDevToolsFocused()),
    moved: () => moved(curtain.isDown, lastFocused),
  });
  app.on('browser-window-focus', () => curtain.focused());
  app.on('browser-window-blur', (_event, window) => {
    if (isOnlyOne(window) && !questions.isOpen) curtain.left();
    else curtain.lookSoon();
  });
  desk.subscribe(() => curtain.look());
  questions.onClosed(() => curtain.closed());
  app.on('browser-window-created', (_event, window) => {
    window.once('closed', () => curtain.closed());
  });
  return curtain;
};

/** Nothing else of Hotseat's is in sight that could get the focus. */
const isOnlyOne = (window: BrowserWindow): boolean =>
  BrowserWindow.getAllWindows().every((other) => other === window || !other.isVisible()) &&
  !webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened());
