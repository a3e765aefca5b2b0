import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { appAddress } from '../security/app-protocol.ts';

/** The page's own background, so that nothing flashes before it is drawn. */
const backgroundColours = { light: '#f7f6f3', dark: '#17181b' };

export interface MainWindowParts {
  /** The folder with the built preload script. */
  readonly preloadFolder: string;
  readonly icon: string | undefined;
  readonly title: string;
}

/** The one window: sandboxed, isolated, without Node, and shown when its first picture is ready. */
export const openMainWindow = ({ preloadFolder, icon, title }: MainWindowParts): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1080,
    height: 720,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title,
    ...(icon === undefined ? {} : { icon }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgroundColours.dark : backgroundColours.light,
    webPreferences: {
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
    },
  });
  window.once('ready-to-show', () => window.show());
  // The title follows who is active; the page has no say in it.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(appAddress);
  return window;
};
