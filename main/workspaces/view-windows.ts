import { BrowserWindow, type WebContents, type WindowOpenHandlerResponse } from 'electron';
import { webAddressOf } from '../../app/workspaces/web-address.ts';
import { workspacePreferences } from './workspace-session.ts';

/** A page that opens more at once means no good. */
const windowLimit = 4;

export interface ViewWindowsParts {
  /** Shows where the page is from, and whose account it is in: its own title says what it likes. */
  titleOf(origin: string): string;
  /** Puts the walls of the view around another page. */
  surround(contents: WebContents): void;
}

/** The windows that pages of a view have opened: in its web session, seen with it only, and gone with it. */
export class ViewWindows {
  readonly #owner: WebContents;
  readonly #parts: ViewWindowsParts;
  readonly #windows = new Set<BrowserWindow>();
  #isInSight = false;

  constructor(owner: WebContents, parts: ViewWindowsParts) {
    this.#owner = owner;
    this.#parts = parts;
    owner.once('destroyed', () => this.closeAll());
  }

  get hasRoom(): boolean {
    return this.#isInSight && this.#windows.size < windowLimit;
  }

  has(contents: WebContents): boolean {
    return [...this.#windows].some((window) => !window.isDestroyed() && window.webContents === contents);
  }

  setInSight(isInSight: boolean): void {
    if (this.#isInSight === isInSight) return;
    this.#isInSight = isInSight;
    for (const window of this.#windows)
      if (isInSight) window.showInactive();
      else window.hide();
  }

  closeAll(): void {
    for (const window of this.#windows) window.destroy();
  }

  /** How the next one is made: whatever the page asks for, it looks like a window and has a frame with a title. */
  next(): WindowOpenHandlerResponse {
    const parent = BrowserWindow.fromWebContents(this.#owner);
    return {
      action: 'allow',
      overrideBrowserWindowOptions: {
        ...(parent && { parent }),
        title: this.#parts.titleOf(''),
        autoHideMenuBar: true,
        frame: true,
        titleBarStyle: 'default',
        transparent: false,
        opacity: 1,
        alwaysOnTop: false,
        modal: false,
        kiosk: false,
        fullscreen: false,
        fullscreenable: false,
        closable: true,
        movable: true,
        resizable: true,
        focusable: true,
        minWidth: 320,
        minHeight: 240,
        webPreferences: workspacePreferences(this.#owner.session),
      },
    };
  }

  take(window: BrowserWindow): void {
    const { webContents } = window;
    this.#windows.add(window);
    window.once('closed', () => this.#windows.delete(window));
    window.on('page-title-updated', (event) => event.preventDefault());
    closeWhenClosed(window);
    this.#parts.surround(webContents);
    const tell = (): void => {
      const { origin } = webAddressOf(webContents.getURL()) ?? webContents.mainFrame;
      window.setTitle(this.#parts.titleOf(origin === 'null' ? '' : origin));
    };
    webContents.on('did-navigate', tell);
    tell();
    if (!this.#isInSight) window.hide();
  }
}

/** A page that does not want to be left (`beforeunload`) would keep its window open, and Hotseat from quitting. */
const closeWhenClosed = (window: BrowserWindow): void => {
  let isClosing = false;
  window.on('close', () => (isClosing = true));
  window.webContents.on('will-prevent-unload', (event) => {
    if (isClosing) event.preventDefault();
  });
};
