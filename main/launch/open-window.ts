import { app, BrowserWindow, type WebContents } from 'electron';
import type { Clock, Log, Timers } from '../../app/ports.ts';
import type { DeskBook } from '../policy/desk-book.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { createBackgroundNotice } from '../shell/background-notice.ts';
import { protectFromCapture } from '../windows/capture-protection.ts';
import type { Curtain } from '../windows/curtain.ts';
import { MainWindow } from '../windows/main-window.ts';
import { OwnQuestions } from '../windows/own-questions.ts';
import { QuickWindow } from '../windows/quick-window.ts';
import { WindowMemory } from '../windows/window-memory.ts';
import { createWindowPlacement } from '../windows/window-placement.ts';
import { hangCurtain } from './curtain-events.ts';
import { noticeQuitting } from './quit.ts';

export interface WindowOptions {
  readonly directory: string;
  readonly preloadFolder: string;
  readonly icon: string;
  readonly desk: DeskBook;
  readonly settings: SettingsBook;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  title(): string;
  curtainMoved(isDown: boolean, lastFocused: WebContents | undefined): void;
}

export interface OpenedWindow {
  readonly window: MainWindow;
  readonly quickWindow: QuickWindow;
  /** Dialogs of the system: while one is open, its person is here. */
  readonly questions: OwnQuestions;
  readonly curtain: Curtain;
  close(): Promise<void>;
}

/** The window, where it stands, and what keeps it from the eyes of others. It is not shown yet. */
export const openWindow = (options: WindowOptions): OpenedWindow => {
  const { desk, settings, timers } = options;
  const questions = new OwnQuestions();
  const curtain = hangCurtain({
    desk,
    questions,
    timers,
    moved: (isDown, lastFocused) => options.curtainMoved(isDown, lastFocused),
  });
  protectFromCapture({
    isWanted: () => desk.view.hidesFromCapture,
    subscribe: (listener) => desk.subscribe(listener),
    windows: () => BrowserWindow.getAllWindows(),
    onWindow: (listener) => app.on('browser-window-created', (_event, created) => listener(created)),
  });
  const isQuitting = noticeQuitting();
  const memory = new WindowMemory({ directory: options.directory, clock: options.clock });
  const window: MainWindow = new MainWindow({
    preloadFolder: options.preloadFolder,
    icon: options.icon,
    log: options.log,
    placement: createWindowPlacement(memory, timers),
    hiding: {
      hidesWhenClosed: () => settings.current.keepsRunning && !isQuitting(),
      hidden: createBackgroundNotice(memory, () => window.open()),
    },
    title: () => options.title(),
  });
  const quickWindow = new QuickWindow({
    preloadFolder: options.preloadFolder,
    title: app.getName(),
    log: options.log,
    textPercent: () => settings.current.textPercent,
  });
  window.onPageLeft(() => {
    if (!window.isOpen) quickWindow.destroy();
  });
  return { window, quickWindow, questions, curtain, close: () => memory.close() };
};
