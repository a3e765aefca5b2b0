import { BrowserWindow, screen, type WebContents } from 'electron';
import { changesChannel } from '../../app/contract/channels.ts';
import type { Push } from '../../app/contract/views.ts';
import type { Log } from '../../app/ports.ts';
import { quickAddress } from '../security/app-protocol.ts';
import { backgroundColour, keepOnOwnPage, loadOwnPage, ownPagePreferences } from './own-page.ts';
import { quickPlace } from './quick-place.ts';

export interface QuickWindowParts {
  readonly preloadFolder: string;
  readonly title: string;
  readonly log: Log;
  /** Size of the text that the person has chosen, in percent. */
  textPercent(): number;
}

/**
 * The quick switcher in a small window over other programs. It is made once and then only hidden, so that it is there
 * at once, and goes away with the focus.
 */
export class QuickWindow {
  readonly #parts: QuickWindowParts;
  #window: BrowserWindow | undefined;
  #isListening = false;

  constructor(parts: QuickWindowParts) {
    this.#parts = parts;
  }

  get contents(): WebContents | undefined {
    return this.#window?.webContents;
  }

  /** Makes it ready to be opened, out of sight. */
  prepare(): void {
    this.#window ??= this.#create();
  }

  open(): void {
    if (!this.#window) {
      this.#window = this.#create();
      this.#window.once('ready-to-show', () => this.#show());
      return;
    }
    this.#begin();
    this.#show();
  }

  close(): void {
    if (!this.#window?.isVisible()) return;
    this.#window.hide();
    this.#begin();
  }

  /** For good, with the window that it belongs to: a hidden one would keep Hotseat running. */
  destroy(): void {
    this.#window?.destroy();
  }

  /** The page has asked for a snapshot, having subscribed before: from here on it is told. */
  beginToTell(): void {
    this.#isListening = true;
  }

  push(push: Push): void {
    if (this.#isListening) this.#window?.webContents.send(changesChannel, push);
  }

  /** What was sought before is of before. */
  #begin(): void {
    this.push({ kind: 'open', what: 'quickSwitcher' });
  }

  #show(): void {
    const window = this.#window;
    if (!window) return;
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    window.setBounds(quickPlace(workArea, this.#parts.textPercent()));
    window.show();
    window.focus();
  }

  #create(): BrowserWindow {
    const { preloadFolder, title, log } = this.#parts;
    const window = new BrowserWindow({
      show: false,
      title,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      // On macOS a panel comes over full-screen programs, and takes no program from the front.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      backgroundColor: backgroundColour(),
      webPreferences: ownPagePreferences(preloadFolder),
    });
    const { webContents } = window;
    window.on('blur', () => this.close());
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => {
      this.#window = undefined;
      this.#isListening = false;
    });
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#isListening = false;
    });
    // The next press makes another one.
    webContents.on('render-process-gone', () => setImmediate(() => this.destroy()));
    keepOnOwnPage(window, quickAddress, log);
    loadOwnPage(window, quickAddress, log);
    return window;
  }
}
