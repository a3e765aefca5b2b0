import { net, WebContentsView, type Rectangle, type Session, type View, type WebContents } from 'electron';
import type { Log } from '../../app/ports.ts';
import { isHere } from '../../app/workspaces/navigation-rules.ts';
import { webAddressOf } from '../../app/workspaces/web-address.ts';
import { restorable, type PageHistory } from './page-history.ts';
import { mayLeavePage } from './leave-question.ts';
import { PageWatch } from './page-watch.ts';
import { freeze, thaw } from './frozen-page.ts';
import type { FindDirection, PageAction, PageLook, PageOpening, WorkspacePage } from './workspace-page.ts';
import type { WorkspaceGuard } from './workspace-navigation.ts';
import { workspacePreferences } from './workspace-session.ts';
import { fullSize, zoomedBy } from './zoom-steps.ts';

/** Good to look at, and encoded in a few milliseconds. */
const stillQuality = 90;

const mayLeaveBy: ReadonlySet<PageAction> = new Set([
  'back',
  'forward',
  'reload',
  'home',
  'signIn',
  'openHere',
]);

export interface WebPageParts {
  readonly session: Session;
  /** Nothing of the web session reaches a network while they are held. */
  holdRequests(isHeld: boolean): void;
  /** Puts the walls around a page before it loads anything. */
  guard(contents: WebContents, onLeft: (host: string | undefined) => void): WorkspaceGuard;
  readonly stage: ViewHolder;
  readonly log: Log;
}

/** The window that a view can be put on. */
export interface ViewHolder {
  addView(view: View): void;
  removeView(view: View): void;
}

/** A page of a workspace, in Electron. */
export class WebPage implements WorkspacePage {
  readonly #opening: PageOpening;
  readonly #parts: WebPageParts;
  readonly #view: WebContentsView;
  readonly #contents: WebContents;
  readonly #watch: PageWatch;
  readonly #guard: WorkspaceGuard;
  #leftFor: string | undefined;
  #zoomPercent: number;
  #isClosed = false;
  #isShown = false;
  #isSuspended = false;
  /** What the person asked for last, until another page is there: the page may want to be asked whether it may be left. */
  #asked: PageAction | undefined;
  #mayLeave = false;

  constructor(opening: PageOpening, parts: WebPageParts) {
    this.#opening = opening;
    this.#parts = parts;
    this.#zoomPercent = opening.from?.zoomPercent ?? fullSize;
    this.#view = new WebContentsView({ webPreferences: workspacePreferences(parts.session) });
    this.#view.setVisible(false);
    this.#contents = this.#view.webContents;
    this.#guard = parts.guard(this.#contents, (host) => {
      this.#leftFor = host;
      this.#changed('now');
    });
    this.#watch = new PageWatch(this.#contents, {
      isOnline: () => net.isOnline(),
      changed: (when) => this.#changed(when),
      committed: () => this.#committed(),
      lostForm: () => this.#load(opening.place.startUrl),
    });
    this.#contents.on('zoom-changed', (_event, direction) =>
      this.perform(direction === 'in' ? 'zoomIn' : 'zoomOut'),
    );
    this.#contents.once('destroyed', () => {
      if (!this.#isClosed) opening.closedItself();
    });
    this.#contents.on('will-prevent-unload', (event) => this.#askToLeave(event));
    void this.#begin();
  }

  get look(): PageLook {
    const { page, title, found } = this.#watch;
    const origin = this.#originNow();
    return {
      page,
      title,
      ...(origin ? { origin } : {}),
      canGoBack: this.#contents.navigationHistory.canGoBack(),
      canGoForward: this.#contents.navigationHistory.canGoForward(),
      zoomPercent: this.#zoomPercent,
      ...(found ? { found } : {}),
      ...(this.#leftFor === undefined ? {} : { leftFor: this.#leftFor }),
    };
  }

  get hasContent(): boolean {
    return this.#watch.hasContent;
  }

  get isFocused(): boolean {
    return !this.#isClosed && !this.#contents.isDestroyed() && this.#contents.isFocused();
  }

  owns(contents: WebContents): boolean {
    return this.#guard.owns(contents);
  }

  history(): PageHistory | undefined {
    if (this.#isClosed || this.#contents.isDestroyed()) return undefined;
    const { navigationHistory } = this.#contents;
    return restorable(
      {
        entries: navigationHistory.getAllEntries(),
        index: navigationHistory.getActiveIndex(),
        zoomPercent: this.#zoomPercent,
      },
      (url) => isHere(url, this.#opening.place),
    );
  }

  show(bounds: Rectangle): void {
    this.#view.setBounds(bounds);
    if (this.#isShown) return;
    this.#isShown = true;
    this.#parts.stage.addView(this.#view);
    this.#view.setVisible(true);
    this.#guard.setInSight(true);
  }

  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#view.setVisible(false);
    this.#parts.stage.removeView(this.#view);
    this.#guard.setInSight(false);
  }

  setActive(isActive: boolean): void {
    this.#contents.setAudioMuted(!isActive);
    this.#guard.setActive(isActive);
  }

  setSuspended(isSuspended: boolean): void {
    if (this.#isSuspended === isSuspended) return;
    this.#isSuspended = isSuspended;
    this.#parts.holdRequests(isSuspended);
    if (isSuspended) {
      // Chromium freezes no page that is in sight.
      this.hide();
      this.#guard.closeWindows();
      void freeze(this.#contents);
    } else void thaw(this.#contents);
  }

  focus(): void {
    this.#contents.focus();
  }

  async capture(): Promise<string | undefined> {
    try {
      const image = await this.#contents.capturePage();
      return image.isEmpty()
        ? undefined
        : `data:image/jpeg;base64,${image.toJPEG(stillQuality).toString('base64')}`;
    } catch {
      return undefined;
    }
  }

  perform(action: PageAction): void {
    if (mayLeaveBy.has(action)) this.#asked = action;
    const { navigationHistory } = this.#contents;
    if (action === 'back' && navigationHistory.canGoBack()) navigationHistory.goBack();
    if (action === 'forward' && navigationHistory.canGoForward()) navigationHistory.goForward();
    if (action === 'reload') this.#watch.reload(() => this.#load(this.#opening.place.startUrl));
    if (action === 'stop') this.#contents.stop();
    if (action === 'home') this.#load(this.#opening.place.startUrl);
    if (action === 'zoomIn') this.#zoom(zoomedBy(this.#zoomPercent, 'in'));
    if (action === 'zoomOut') this.#zoom(zoomedBy(this.#zoomPercent, 'out'));
    if (action === 'zoomReset') this.#zoom(fullSize);
    // The system's own dialog asks where to.
    if (action === 'print') this.#contents.print();
    if (action === 'signIn') this.#guard.signIn();
    if (action === 'openHere') this.#guard.openHere();
    if (action === 'dismissLeftFor') {
      this.#leftFor = undefined;
      this.#changed('now');
    }
  }

  find(text: string, direction: FindDirection): void {
    this.#watch.find(text, direction);
  }

  async flush(): Promise<void> {
    this.#parts.session.flushStorageData();
    await this.#parts.session.cookies.flushStore();
  }

  close(): void {
    if (this.#isSuspended) this.#parts.holdRequests(false);
    this.#isClosed = true;
    this.hide();
    this.#guard.setActive(false);
    if (!this.#contents.isDestroyed()) this.#contents.close();
  }

  async #begin(): Promise<void> {
    const { from, place } = this.#opening;
    const left = from && restorable(from, (url) => isHere(url, place));
    if (!left) return this.#load(place.startUrl);
    try {
      await this.#contents.navigationHistory.restore({ entries: [...left.entries], index: left.index });
    } catch {
      // A page that fails is told of by its events.
    }
  }

  #load(url: string): void {
    // A failure is told of by its events.
    void this.#contents.loadURL(url).catch(() => undefined);
  }

  #zoom(percent: number): void {
    this.#zoomPercent = percent;
    this.#contents.setZoomFactor(percent / 100);
    this.#changed('now');
  }

  /** Chromium remembers zoom by host; here it is the account's, wherever its page is. */
  #committed(): void {
    this.#contents.setZoomFactor(this.#zoomPercent / 100);
    this.#leftFor = undefined;
    this.#asked = undefined;
    this.#mayLeave = false;
  }

  /** Only for what the person asked of the window. A page that leaves by itself and does not want to, stays. */
  #askToLeave(event: { preventDefault(): void }): void {
    const action = this.#asked;
    if (this.#mayLeave) event.preventDefault();
    else if (action && this.#isShown) void this.#ask(action);
  }

  async #ask(action: PageAction): Promise<void> {
    this.#asked = undefined;
    if (!(await mayLeavePage(this.#contents)) || this.#isClosed) return;
    this.#mayLeave = true;
    this.perform(action);
  }

  #originNow(): PageLook['origin'] {
    const address = webAddressOf(this.#contents.getURL());
    if (!address) return undefined;
    if (address.origin.startsWith('directory:')) return { text: address.origin, security: 'builtIn' };
    const security = address.origin.startsWith('https:') ? 'secure' : address.isSafe ? 'local' : 'insecure';
    return { text: address.origin, security };
  }

  #changed(when: 'now' | 'soon'): void {
    if (!this.#isClosed) this.#opening.changed(when);
  }
}
