import {
  BrowserWindow,
  nativeTheme,
  WebContentsView,
  type NativeImage,
  type View,
  type WebContents,
} from 'electron';
import { changesChannel } from '../../app/contract/channels.ts';
import type { Push } from '../../app/contract/views.ts';
import type { Log } from '../../app/ports.ts';
import { appAddress } from '../security/app-protocol.ts';
import { fullSize, zoomedBy } from '../workspaces/zoom-steps.ts';
import { backgroundColour, keepOnOwnPage, loadOwnPage, ownPagePreferences } from './own-page.ts';
import { hideWhenClosed, type Hiding } from './hide-when-closed.ts';
import type { WindowPlacement } from './window-placement.ts';

/** The size until the person chooses another. */
const firstSize = { width: 1080, height: 720 };

/** A page that ends this often is not loaded again: something is wrong that loading does not mend. */
const reloadLimit = 3;

export interface MainWindowParts {
  /** The folder with the built preload script. */
  readonly preloadFolder: string;
  readonly icon: string;
  readonly log: Log;
  readonly placement: WindowPlacement;
  readonly hiding: Hiding;
  title(): string;
}

/** What Windows lays over the icon in its taskbar, and says about it. */
export interface IconOverlay {
  readonly image: NativeImage;
  readonly text: string;
}

/** The one window, and whether its page listens. */
export class MainWindow {
  readonly #parts: MainWindowParts;
  #window: BrowserWindow | undefined;
  #isListening = false;
  #reloads = 0;
  #waiting: Push | undefined;
  #overlay: IconOverlay | undefined;
  readonly #pageLeft = new Set<() => void>();

  constructor(parts: MainWindowParts) {
    this.#parts = parts;
    nativeTheme.on('updated', () => this.#window?.setBackgroundColor(backgroundColour()));
  }

  get contents(): WebContents | undefined {
    return this.#window?.webContents;
  }

  /** Makes the window ready to be opened, out of sight. */
  prepare(): void {
    this.#window ??= this.#create('hidden');
  }

  /** Opens the window, or brings it forward where it is open. */
  open(): void {
    if (!this.#window) this.#window = this.#create('shown');
    else {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
    }
  }

  /** The page has asked for a snapshot, having subscribed before: from here on it is told. */
  beginToTell(): void {
    this.#isListening = true;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    // After the snapshot that is being asked for.
    if (waiting) setImmediate(() => this.push(waiting));
  }

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /** How many window pixels a CSS pixel of the page takes: the person may have made its text larger. */
  get zoomFactor(): number {
    return this.#window?.webContents.getZoomFactor() ?? 1;
  }

  /** Makes the text of the page itself larger or smaller, and all else on it. */
  zoomPage(zoom: 'in' | 'out' | 'reset'): void {
    const contents = this.#window?.webContents;
    const percent = Math.round(this.zoomFactor * fullSize);
    contents?.setZoomFactor((zoom === 'reset' ? fullSize : zoomedBy(percent, zoom)) / fullSize);
  }

  /** Is this the page, or a view that is on it now? */
  holds(contents: WebContents): boolean {
    const views = this.#window?.contentView.children ?? [];
    return (
      contents === this.contents ||
      views.some((view) => view instanceof WebContentsView && view.webContents === contents)
    );
  }

  /** Gives the page the keyboard focus that another view of the window has. */
  focusPage(): void {
    this.#window?.webContents.focus();
  }

  /** Puts a view above the page, until it is removed or the window closes. */
  addView(view: View): void {
    this.#window?.contentView.addChildView(view);
  }

  removeView(view: View): void {
    this.#window?.contentView.removeChildView(view);
  }

  /** Called when the page goes away: with the window, for a new one, or with its process. */
  onPageLeft(listener: () => void): void {
    this.#pageLeft.add(listener);
  }

  /**
   * What asks for the person waits for a page that listens, and opens the window; a change is in its snapshot, and
   * of a step of a login only the page that began it knows anything.
   */
  push(push: Push): void {
    if (this.#isListening) this.#window?.webContents.send(changesChannel, push);
    else if (isForThePerson(push)) this.#waiting = push;
    if (isForThePerson(push) && !this.#window?.isVisible()) this.open();
  }

  showOverlay(overlay: IconOverlay | undefined): void {
    this.#overlay = overlay;
    this.#window?.setOverlayIcon(overlay?.image ?? null, overlay?.text ?? '');
  }

  refreshTitle(): void {
    this.#window?.setTitle(this.#parts.title());
  }

  #create(sight: 'shown' | 'hidden'): BrowserWindow {
    const place = this.#parts.placement.current();
    const window = new BrowserWindow({
      ...(place?.bounds ?? firstSize),
      minWidth: 480,
      minHeight: 400,
      show: false,
      title: this.#parts.title(),
      icon: this.#parts.icon,
      // Alt shows the menu where it would take a line of the window.
      autoHideMenuBar: true,
      backgroundColor: backgroundColour(),
      webPreferences: ownPagePreferences(this.#parts.preloadFolder),
    });
    const { webContents } = window;
    // Maximising shows a window, so one that waits out of sight is as it was only later.
    const showAsBefore = (): void => void (place?.isMaximised && window.maximize());
    if (sight === 'hidden') window.once('show', showAsBefore);
    else
      window.once('ready-to-show', () => {
        window.show();
        showAsBefore();
      });
    hideWhenClosed(window, this.#parts.hiding);
    this.#parts.placement.follow(window);
    if (this.#overlay) window.setOverlayIcon(this.#overlay.image, this.#overlay.text);
    // The title says who is active, by main's word; the page's own agrees, but later.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => {
      this.#window = undefined;
      this.#leavePage();
    });
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#leavePage();
    });
    keepOnOwnPage(window, appAddress, this.#parts.log);
    webContents.on('render-process-gone', (_event, { reason }) => this.#restorePage(reason));
    loadOwnPage(window, appAddress, this.#parts.log);
    return window;
  }

  #leavePage(): void {
    this.#isListening = false;
    for (const listener of this.#pageLeft) listener();
  }

  #restorePage(reason: string): void {
    this.#leavePage();
    this.#parts.log.warn('the page is gone', { reason });
    if (reason === 'clean-exit' || this.#reloads >= reloadLimit) return;
    this.#reloads += 1;
    // Not from within the event: Electron is still taking the old page down.
    setImmediate(() => {
      if (this.#window) loadOwnPage(this.#window, appAddress, this.#parts.log);
    });
  }
}

/** Other pushes mean something to the page only that is there now, or are in the snapshot of the next. */
const isForThePerson = ({ kind }: Push): boolean =>
  kind === 'open' ||
  kind === 'logInAgain' ||
  kind === 'unlock' ||
  kind === 'setUpUnlocking' ||
  kind === 'linkRefused' ||
  kind === 'switchFailed';
