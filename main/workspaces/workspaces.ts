import type { Rectangle, WebContents } from 'electron';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { Push } from '../../app/contract/views.ts';
import type { WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Service } from '../../app/identity/service.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { RegistryEvent } from '../../app/users/registry-event.ts';
import { mayBeActive, type UserId } from '../../app/users/user.ts';
import { ended, overLimit, usedNow, type LiveWorkspaces } from '../../app/workspaces/live-workspaces.ts';
import { placeOf, type WorkspacePlace } from '../../app/workspaces/workspace-place.ts';
import type { ServiceBook } from '../services/service-book.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { Cover } from './cover.ts';
import type { Downloads } from './downloads.ts';
import type { WorkspaceControl } from './workspace-control.ts';
import type { WorkspaceHistories } from './workspace-histories.ts';
import type { OpenPage, PageAction, WorkspacePage } from './workspace-page.ts';

/** A view that is not there yet is made after the switch has been drawn, and once for a burst of switches. */
export const openAfterMs = 60;
/** Bursts of titles and progress are told a few times a second. */
const tellAfterMs = 100;
/** Where a person is in a page is written down so often while something changes. */
const keepAfterMs = 4_000;

export interface WorkspacesParts {
  readonly switcher: Pick<Switcher, 'registry' | 'subscribe' | 'setLive'>;
  readonly services: Pick<ServiceBook, 'list' | 'subscribe'>;
  readonly settings: Pick<SettingsBook, 'current' | 'subscribe'>;
  readonly openPage: OpenPage;
  readonly histories: WorkspaceHistories;
  readonly downloads: Pick<Downloads, 'listOf' | 'subscribe' | 'handle' | 'forget'>;
  /** Is the page of the directory signed in as this user? */
  isVerified(userId: UserId): Promise<boolean>;
  readonly window: StageWindow;
  readonly timers: Timers;
}

/** What the workspaces need of the window that they are shown in. */
export interface StageWindow {
  /** How many window pixels a CSS pixel of its page takes. */
  readonly zoomFactor: number;
  focusPage(): void;
  push(push: Push): void;
}

interface Open {
  readonly place: WorkspacePlace;
  readonly service: Service;
  /** Absent while it is still coming. */
  page: WorkspacePage | undefined;
  verification: 'none' | 'asked' | 'verified';
  cancelKeeping: (() => void) | undefined;
}

/**
 * The workspaces of all users: each in a view that belongs to its user for life. The active user's is on the stage;
 * a few others stay alive behind it, by recent use; of the rest it is remembered where they were.
 */
export class Workspaces implements WorkspaceControl {
  readonly #parts: WorkspacesParts;
  readonly #open = new Map<UserId, Open>();
  readonly #listeners = new Set<() => void>();
  readonly #cover: Cover;
  #recent: LiveWorkspaces = [];
  #stage: CommandInput<'placeWorkspace'> | undefined;
  #onStage: WorkspacePage | undefined;
  /** Had the keyboard focus when it went behind something of the window. */
  #wantsFocus: WorkspacePage | undefined;
  #coming: { readonly userId: UserId; readonly cancel: () => void } | undefined;
  #telling: (() => void) | undefined;
  #isTellingNow = false;
  #isClosed = false;

  constructor(parts: WorkspacesParts) {
    this.#parts = parts;
    this.#cover = new Cover({
      timers: parts.timers,
      tellStill: (image) => this.#tellStill(image),
      turned: () => this.#present(),
    });
    parts.switcher.subscribe((event) => this.#registryChanged(event));
    parts.services.subscribe(() => this.#servicesChanged());
    parts.settings.subscribe(() => this.#trim());
    parts.downloads.subscribe(() => this.#tell('soon'));
  }

  list(): readonly WorkspaceView[] {
    const { activeId } = this.#parts.switcher.registry;
    const open = [...this.#open].map(([id, workspace]) => this.#viewOf(id, workspace));
    const isComing = activeId !== undefined && !this.#open.has(activeId) && this.#placeOf(activeId);
    return isComing ? [...open, comingView(activeId)] : open;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The stage of the window, as its page says; before it has said anything, nothing is shown or made. */
  place(stage: CommandInput<'placeWorkspace'>): void {
    this.#stage = stage;
    this.#cover.set(stage.isCovered, this.#onStage);
    this.#bringActive();
    this.#present();
  }

  /** The window, or its page, has gone: nothing is shown until the next one says where. */
  stageLost(): void {
    this.#stage = undefined;
    this.#wantsFocus = undefined;
    this.#cover.set(false, undefined);
    this.#present();
  }

  async drive({ workspaceId, action }: CommandInput<'driveWorkspace'>): Promise<Outcome<void>> {
    const page = this.#pageToDrive(workspaceId);
    if (!page.ok) return page;
    if (action === 'focus') this.focus();
    else page.value.perform(action);
    return done;
  }

  /** The page that the person sees, if there is one. */
  driveShown(action: PageAction): void {
    this.#onStage?.perform(action);
  }

  async find({ workspaceId, text, direction }: CommandInput<'findInWorkspace'>): Promise<Outcome<void>> {
    const page = this.#pageToDrive(workspaceId);
    if (!page.ok) return page;
    page.value.find(text, direction);
    return done;
  }

  handleDownload(input: CommandInput<'handleDownload'>): Promise<Outcome<void>> {
    return this.#parts.downloads.handle(input);
  }

  /** The active user's page, if the person sees it. */
  get shown(): WorkspacePage | undefined {
    return this.#onStage;
  }

  /** Is this the page that the person sees, or a window of it? */
  isInSight(contents: WebContents): boolean {
    return this.#onStage?.owns(contents) ?? false;
  }

  /** Moves the keyboard focus into the page on the stage. */
  focus(): void {
    this.#onStage?.focus();
  }

  /** For quitting: where everybody is and what pages have stored reaches the disk. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#coming?.cancel();
    const pages = [...this.#open].flatMap(([userId, { page }]) => (page ? [{ userId, page }] : []));
    for (const { userId, page } of pages) this.#keep(userId, page);
    await Promise.all([...pages.map(({ page }) => page.flush()), this.#parts.histories.written()]);
  }

  #registryChanged({ users, isActiveChanged }: RegistryEvent): void {
    const known = this.#parts.switcher.registry.users;
    for (const userId of this.#open.keys())
      if (!mayBeActive(known.get(userId)))
        this.#end(userId, { isKept: known.get(userId)?.state === 'authenticated' });
    for (const userId of users)
      if (known.get(userId)?.state !== 'authenticated') {
        this.#parts.histories.forget(userId);
        this.#parts.downloads.forget(userId);
      }
    if (!isActiveChanged) return;
    for (const [userId, { page }] of this.#open) page?.setActive(userId === this.#activeId);
    this.#bringActive();
    this.#present();
  }

  /** A service that is elsewhere now, or gone, has no page of before. */
  #servicesChanged(): void {
    for (const [userId, { place }] of this.#open) {
      const now = this.#placeOf(userId);
      if (now && isSamePlace(now, place)) continue;
      this.#end(userId, { isKept: false });
    }
    this.#bringActive();
    this.#present();
    this.#tell('now');
  }

  /** Sees to it that the active user has a workspace, or will have one in a moment. */
  #bringActive(): void {
    const userId = this.#activeId;
    if (this.#coming && this.#coming.userId !== userId) {
      this.#coming.cancel();
      this.#coming = undefined;
    }
    if (userId === undefined || this.#isClosed) return;
    if (this.#open.has(userId)) {
      this.#setRecent(usedNow(this.#recent, userId));
      return;
    }
    this.#tell('now');
    if (this.#coming || !this.#stage || !this.#placeOf(userId)) return;
    const cancel = this.#parts.timers.after(openAfterMs, () => void this.#openFor(userId));
    this.#coming = { userId, cancel };
  }

  async #openFor(userId: UserId): Promise<void> {
    this.#coming = undefined;
    const service = this.#serviceOf(userId);
    const place = service && placeOf(service);
    if (!place || this.#activeId !== userId) return;
    const workspace: Open = {
      place,
      service,
      page: undefined,
      verification: 'none',
      cancelKeeping: undefined,
    };
    this.#open.set(userId, workspace);
    this.#setRecent(usedNow(this.#recent, userId));
    this.#trim();
    const from = await this.#parts.histories.recall(userId);
    // Ended meanwhile, or even ended and begun again.
    if (this.#open.get(userId) !== workspace || this.#isClosed) return;
    workspace.page = this.#parts.openPage({
      userId,
      service,
      place,
      from,
      changed: (when) => this.#pageChanged(userId, workspace, when),
    });
    workspace.page.setActive(userId === this.#activeId);
    this.#present();
    this.#tell('now');
  }

  #pageChanged(userId: UserId, workspace: Open, when: 'now' | 'soon'): void {
    const { page } = workspace;
    if (!page || this.#open.get(userId) !== workspace || this.#isClosed) return;
    workspace.cancelKeeping ??= this.#parts.timers.after(keepAfterMs, () => {
      workspace.cancelKeeping = undefined;
      this.#keep(userId, page);
    });
    if (when === 'now') {
      this.#verify(userId, workspace);
      this.#present();
    }
    this.#tell(when);
  }

  #verify(userId: UserId, workspace: Open): void {
    if (
      workspace.service.kind !== 'directory' ||
      !workspace.page?.hasContent ||
      workspace.verification !== 'none'
    )
      return;
    workspace.verification = 'asked';
    void this.#parts.isVerified(userId).then((isVerified) => {
      workspace.verification = isVerified ? 'verified' : 'none';
      if (isVerified) this.#tell('now');
    });
  }

  /** Ends the workspace in this very turn. */
  #end(userId: UserId, { isKept }: { readonly isKept: boolean }): void {
    const workspace = this.#open.get(userId);
    if (!workspace) return;
    this.#open.delete(userId);
    workspace.cancelKeeping?.();
    const { page } = workspace;
    if (page) {
      if (isKept) this.#keep(userId, page);
      if (this.#wantsFocus === page) this.#wantsFocus = undefined;
      if (this.#onStage === page) this.#clearStage();
      page.close();
    }
    this.#setRecent(ended(this.#recent, userId));
    this.#tell('now');
  }

  #keep(userId: UserId, page: WorkspacePage): void {
    const history = page.history();
    if (history) this.#parts.histories.keep(userId, history);
  }

  /** Gives up those that are too many. */
  #trim(): void {
    const { liveWorkspaces } = this.#parts.settings.current;
    for (const userId of overLimit(this.#recent, liveWorkspaces, this.#activeId))
      this.#end(userId, { isKept: true });
  }

  #setRecent(recent: LiveWorkspaces): void {
    if (recent === this.#recent) return;
    const isSameSet = recent.length === this.#recent.length;
    this.#recent = recent;
    if (!isSameSet) this.#parts.switcher.setLive(recent);
  }

  /** Shows the active user's page where the stage is, and no other. */
  #present(): void {
    const userId = this.#activeId;
    const page = userId === undefined ? undefined : this.#open.get(userId)?.page;
    const before = this.#onStage;
    if (before && before !== page) this.#cover.pageLeft();
    const bounds = this.#cover.isClosed ? undefined : this.#bounds();
    const shown = page?.hasContent && bounds ? page : undefined;
    const hadFocus = before?.isFocused ?? false;
    if (shown && bounds) shown.show(bounds);
    this.#onStage = shown;
    if (before !== shown) before?.hide();
    this.#moveFocus({ from: hadFocus ? before : undefined, to: shown, owner: page });
  }

  /** The focus follows the person to another user's page, waits while something is over it, and is never nowhere. */
  #moveFocus(step: {
    readonly from: WorkspacePage | undefined;
    readonly to: WorkspacePage | undefined;
    readonly owner: WorkspacePage | undefined;
  }): void {
    const { from, to, owner } = step;
    if (to && (this.#wantsFocus === to || (from && from !== to))) {
      this.#wantsFocus = undefined;
      to.focus();
    } else if (from && !to) {
      this.#wantsFocus = owner;
      this.#parts.window.focusPage();
    } else if (this.#wantsFocus && this.#wantsFocus !== owner) this.#wantsFocus = undefined;
  }

  #clearStage(): void {
    const before = this.#onStage;
    if (!before) return;
    const hadFocus = before.isFocused;
    this.#cover.pageLeft();
    this.#onStage = undefined;
    before.hide();
    if (hadFocus) this.#parts.window.focusPage();
  }

  #bounds(): Rectangle | undefined {
    const bounds = this.#stage?.bounds;
    if (!bounds || bounds.width === 0 || bounds.height === 0) return undefined;
    const { zoomFactor } = this.#parts.window;
    const left = Math.round(bounds.x * zoomFactor);
    const top = Math.round(bounds.y * zoomFactor);
    return {
      x: left,
      y: top,
      width: Math.round((bounds.x + bounds.width) * zoomFactor) - left,
      height: Math.round((bounds.y + bounds.height) * zoomFactor) - top,
    };
  }

  #tellStill(image: string): void {
    const userId = this.#activeId;
    if (userId !== undefined && this.#onStage && this.#open.get(userId)?.page === this.#onStage)
      this.#parts.window.push({ kind: 'workspaceStill', workspaceId: userId, image });
  }

  #tell(when: 'now' | 'soon'): void {
    if (when === 'soon') {
      this.#telling ??= this.#parts.timers.after(tellAfterMs, () => this.#tellListeners());
      return;
    }
    if (this.#isTellingNow) return;
    this.#isTellingNow = true;
    // Once for all of this turn, and after the switch itself has been told.
    queueMicrotask(() => this.#tellListeners());
  }

  #tellListeners(): void {
    this.#isTellingNow = false;
    this.#telling?.();
    this.#telling = undefined;
    for (const listener of Array.from(this.#listeners)) listener();
  }

  #viewOf(userId: UserId, { page, verification }: Open): WorkspaceView {
    if (!page) return comingView(userId);
    return {
      ...page.look,
      id: userId,
      isVerified: verification === 'verified' && page.look.origin?.security === 'builtIn',
      downloads: this.#parts.downloads.listOf(userId),
    };
  }

  #pageToDrive(userId: UserId): Outcome<WorkspacePage> {
    // Pressed for the account that was active a moment ago.
    if (userId !== this.#activeId) return fail({ code: 'superseded' });
    const page = this.#open.get(userId)?.page;
    return page ? { ok: true, value: page } : fail({ code: 'conflict', with: 'notOffered' });
  }

  get #activeId(): UserId | undefined {
    return this.#parts.switcher.registry.activeId;
  }

  #serviceOf(userId: UserId): Service | undefined {
    const serviceId = this.#parts.switcher.registry.users.get(userId)?.serviceId;
    return this.#parts.services.list().find(({ id }) => id === serviceId);
  }

  #placeOf(userId: UserId): WorkspacePlace | undefined {
    const service = this.#serviceOf(userId);
    return service && placeOf(service);
  }
}

const comingView = (id: UserId): WorkspaceView => ({
  id,
  page: { kind: 'loading' },
  title: '',
  canGoBack: false,
  canGoForward: false,
  zoomPercent: 100,
  isVerified: false,
  downloads: [],
});

const isSamePlace = (some: WorkspacePlace, other: WorkspacePlace): boolean =>
  some.startUrl === other.startUrl && `${some.signInOrigins}` === `${other.signInOrigins}`;
