import type { Event, WebContents } from 'electron';
import type { UserId } from '../../app/users/user.ts';
import {
  destinationOf,
  isHere,
  mayBeEmbedded,
  type Destination,
} from '../../app/workspaces/navigation-rules.ts';
import { OutsideLimit } from '../../app/workspaces/outside-limit.ts';
import { safeOriginOf } from '../../app/workspaces/web-address.ts';
import type { WorkspacePlace } from '../../app/workspaces/workspace-place.ts';
import { releaseNavigation } from '../security/navigation.ts';
import { PageDialogs } from './page-dialogs.ts';
import { PersonsTouch } from './persons-touch.ts';
import { ViewWindows } from './view-windows.ts';

export interface WorkspaceGuardParts {
  readonly userId: UserId;
  readonly place: WorkspacePlace;
  /** As it is shown elsewhere; in the titles of the view's own windows. */
  accountName(): string;
  /** In the system browser or the mail program. */
  openOutside(address: string): Promise<void>;
  /** A link led to this host, and was opened outside. */
  onLeft(host: string): void;
}

/** What surrounds one view, for its life. */
export interface WorkspaceGuard {
  /** Lets the address that was opened outside last into this view for this run. False: there is none. */
  openHere(): boolean;
  /** Begins the page's own sign-in. */
  signIn(): void;
  /** The windows that pages of the view have opened are seen with it only. */
  setInSight(isInSight: boolean): void;
  /** Is its account in the hot seat? Only then may its pages open dialogs. */
  setActive(isActive: boolean): void;
  /** The windows that the view's pages have opened. */
  closeWindows(): void;
  /** Also one of the windows of the view? */
  owns(contents: WebContents): boolean;
}

/** Call before the view loads anything. Ends by itself when the view is destroyed. */
export const guardWorkspace = (contents: WebContents, parts: WorkspaceGuardParts): WorkspaceGuard =>
  new Walls(contents, parts);

interface Step {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** The walls of one view and of the windows that its pages have opened. */
class Walls implements WorkspaceGuard {
  readonly #contents: WebContents;
  readonly #parts: WorkspaceGuardParts;
  readonly #windows: ViewWindows;
  readonly #dialogs = new PageDialogs();
  readonly #touch = new PersonsTouch();
  readonly #limit = new OutsideLimit();
  readonly #alsoHere = new Set<string>();
  #leftTo: string | undefined;

  constructor(contents: WebContents, parts: WorkspaceGuardParts) {
    this.#contents = contents;
    this.#parts = parts;
    this.#windows = new ViewWindows(contents, {
      titleOf: (origin) => [origin, parts.accountName()].filter((text) => text !== '').join(' — '),
      surround: (other) => this.#surround(other),
    });
    this.#surround(contents);
    // `window.resizeTo` and the like would move the window of Hotseat.
    contents.on('content-bounds-updated', (event) => event.preventDefault());
  }

  openHere(): boolean {
    const address = this.#leftTo;
    const origin = address === undefined ? undefined : safeOriginOf(address);
    if (address === undefined || origin === undefined) return false;
    this.#alsoHere.add(origin);
    this.#load(address);
    return true;
  }

  signIn(): void {
    this.#load(this.#parts.place.startUrl);
  }

  setInSight(isInSight: boolean): void {
    this.#windows.setInSight(isInSight);
  }

  setActive(isActive: boolean): void {
    this.#dialogs.setActive(isActive);
  }

  closeWindows(): void {
    this.#windows.closeAll();
  }

  owns(contents: WebContents): boolean {
    return contents === this.#contents || this.#windows.has(contents);
  }

  #surround(contents: WebContents): void {
    releaseNavigation(contents);
    this.#touch.feel(contents);
    this.#dialogs.hold(contents);
    // Only the address that the servers see anyway.
    contents.setWebRTCIPHandlingPolicy('default_public_interface_only');
    contents.on('will-frame-navigate', (step) => this.#decide(step, step));
    contents.on('will-redirect', (step) => this.#decide(step, step));
    contents.setWindowOpenHandler(({ url }) => {
      if (this.#mayBeWindow(url)) return this.#windows.next();
      this.#leave(this.#destinationOf(url), { isNavigation: false });
      return { action: 'deny' };
    });
    contents.on('did-create-window', (window) => this.#windows.take(window));
  }

  #decide(event: Pick<Event, 'preventDefault'>, { url, isMainFrame }: Step): void {
    if (!isMainFrame) {
      if (!mayBeEmbedded(url, this.#parts.place)) event.preventDefault();
      return;
    }
    const destination = this.#destinationOf(url);
    if (destination.kind === 'here') return;
    event.preventDefault();
    this.#leave(destination, { isNavigation: true });
  }

  /** Pages open windows as browsers let them: a few, and only when the person has pressed something. */
  #mayBeWindow(url: string): boolean {
    const isKnown = url === '' || url === 'about:blank' || isHere(url, this.#parts.place, this.#alsoHere);
    return isKnown && this.#touch.isFresh && this.#windows.hasRoom;
  }

  #leave(destination: Destination, { isNavigation }: { readonly isNavigation: boolean }): void {
    if (destination.kind !== 'outside') return;
    const { address, host } = destination;
    const isAsked = this.#touch.isFresh;
    if (!isAsked && !isNavigation) return;
    if (!this.#limit.mayOpen({ atMs: performance.now(), isAsked, host })) return;
    void this.#openOutside(address, host);
  }

  async #openOutside(address: string, host: string | undefined): Promise<void> {
    try {
      await this.#parts.openOutside(address);
    } catch {
      // Nothing opens it, so there is nothing to tell of.
      return;
    }
    if (host === undefined || this.#contents.isDestroyed()) return;
    this.#leftTo = address;
    this.#parts.onLeft(host);
  }

  #destinationOf(url: string): Destination {
    return destinationOf(url, this.#parts.place, this.#alsoHere);
  }

  #load(address: string): void {
    // A failure is told of by its events.
    void this.#contents.loadURL(address).catch(() => undefined);
  }
}
