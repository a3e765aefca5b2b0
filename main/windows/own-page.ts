import { join } from 'node:path';
import { nativeTheme, type BrowserWindow, type WebPreferences } from 'electron';
import type { Log } from '../../app/ports.ts';

/** What a page of Hotseat's own is allowed: the bridge, and nothing else. */
export const ownPagePreferences = (preloadFolder: string): WebPreferences => ({
  preload: join(preloadFolder, 'index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !__PACKAGED_GUARDS__,
});

/** The page's own background, so that nothing flashes before it is drawn. */
const backgroundColours = { light: '#f2f0eb', dark: '#141312' };

export const backgroundColour = (): string =>
  nativeTheme.shouldUseDarkColors ? backgroundColours.dark : backgroundColours.light;

export const loadOwnPage = (window: BrowserWindow, address: string, log: Log): void => {
  window.loadURL(address).catch(() => log.warn('the page could not be loaded'));
};

/** Chromium asks nobody about a navigation to about:blank, so it is taken back. */
export const keepOnOwnPage = (window: BrowserWindow, address: string, log: Log): void => {
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== address) loadOwnPage(window, address, log);
  });
};
