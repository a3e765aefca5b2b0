import type { WebContents } from 'electron';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Service, WebsiteService } from '../../app/identity/service.ts';
import type { SignInPage } from '../../app/identity/website/website-provider.ts';
import { done, fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Timers } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { RegistryEvent } from '../../app/users/registry-event.ts';
import { isLocked, mayBeActive, type UserId } from '../../app/users/user.ts';
import { ended, overLimit, usedNow, type LiveWorkspaces } from '../../app/workspaces/live-workspaces.ts';
import { placeOf } from '../../app/workspaces/workspace-place.ts';
import type { ServiceBook } from '../services/service-book.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { Downloads } from './downloads.ts';
import { comingView, LiveWorkspace } from './live-workspace.ts';
import type { PageHistory } from './page-history.ts';
import { SignIns, type SignInParts } from './sign-ins.ts';
import { Stage, type StageWindow } from './stage.ts';
import { Telling } from './telling.ts';
import { WantedPlace } from './wanted-place.ts';
import type { WorkspaceControl } from './workspace-control.ts';
import type { WorkspaceHistories } from './workspace-histories.ts';
import type { OpenPage, PageAction, WorkspacePage } from './workspace-page.ts';

/** A view that is not there yet is made after the switch has been drawn, and once for a burst of switches. */
export const openAfterMs = 60;
export const beginAnewAfterMs = 1_000;

export interface WorkspacesParts {
  readonly switcher: Pick<Switcher, 'registry' | 'subscribe' | 'setLive'>;
  readonly services: Pick<ServiceBook, 'list' | 'subscribe'>;
  readonly settings: Pick<SettingsBook, 'current' | 'subscribe'>;
  /** Do pages of locked users stay, stopped? */
  readonly lockedPages: { areKept(): boolean; subscribe(listener: () => void): void };
  readonly openPage: OpenPage;
  readonly histories: WorkspaceHistories;
  readonly downloads: Pick<Downloads, 'listOf' | 'subscribe' | 'handle' | 'forget'>;
  /** Is the page of the directory signed in as this user? */
  isVerified(userId: UserId): Promise<boolean>;
  readonly signIns: SignInParts;
  readonly window: StageWindow;
  readonly timers: Timers;
}

/**
 * The workspaces of all users: each in a view that belongs to its user for life. The active user's is on the stage;
 * a few others stay alive behind it, by recent use; of the rest it is remembered where they were.
 */
export class Workspaces implements WorkspaceControl {
  readonly #parts: WorkspacesParts;
  readonly #live = new Map<UserId, LiveWorkspace>();
  readonly #stage: Stage;
  readonly #telling: Telling;
  readonly #signIns: SignIns;
  #recent: LiveWorkspaces = [];
  #coming: { readonly userId: UserId; readonly cancel: () => void } | undefined;
  readonly #wanted: WantedPlace;
  #isClosed = false;

  constructor(parts: WorkspacesParts) {
    this.#parts = parts;
    this.#stage = new Stage(parts.window, parts.timers);
    this.#telling = new Telling(parts.timers);
    this.#wanted = new WantedPlace(parts.timers);
    this.#signIns = new SignIns(parts.signIns, parts.timers, {
      begin: (userId, service) => this.#beginSignIn(userId, service),
      end: (userId) => this.#endUnlessSignedIn(userId),
      isKnown: (userId) => parts.switcher.registry.users.has(userId),
      maySignIn: (userId) => this.#mayBeLive(userId),
    });
    parts.switcher.subscribe((event) => this.#registryChanged(event));
    parts.services.subscribe(() => this.#servicesChanged());
    parts.settings.subscribe(() => this.#trim());
    parts.lockedPages.subscribe(() => this.#review());
    parts.downloads.subscribe(() => this.#telling.tell('soon'));
  }

  list(): readonly WorkspaceView[] {
    const { downloads, switcher } = this.#parts;
    const { activeId } = switcher.registry;
    const live = [...this.#live]
      .filter(([, { isSuspended }]) => !isSuspended)
      .map(([id, workspace]) => workspace.view(downloads.listOf(id)));
    const isComing = activeId !== undefined && !this.#live.has(activeId) && this.#hasPlace(activeId);
    return isComing ? [...live, comingView(activeId)] : live;
  }

  subscribe(listener: () => void): () => void {
    return this.#telling.subscribe(listener);
  }

  /** Before the window's page has said where the stage is, nothing is shown, and nothing is opened. */
  place(placement: CommandInput<'placeWorkspace'>): void {
    this.#stage.place(placement);
    this.#bringActive();
  }

  /** The person is elsewhere, or back; `lastFocused`: what had the keyboard focus before. */
  setCurtain(isDown: boolean, lastFocused: WebContents | undefined): void {
    const hadPageFocus = lastFocused !== undefined && this.isInSight(lastFocused);
    this.#stage.setCurtain(isDown, { hadPageFocus });
  }

  stageLost(): void {
    this.#stage.lost();
  }

  async drive({ workspaceId, action }: CommandInput<'driveWorkspace'>): Promise<Outcome<void>> {
    const page = this.#pageOf(workspaceId);
    if (!page.ok) return page;
    if (action === 'focus') this.focus();
    else page.value.perform(action);
    return done;
  }

  async find({ workspaceId, text, direction }: CommandInput<'findInWorkspace'>): Promise<Outcome<void>> {
    const page = this.#pageOf(workspaceId);
    if (!page.ok) return page;
    page.value.find(text, direction);
    return done;
  }

  handleDownload(input: CommandInput<'handleDownload'>): Promise<Outcome<void>> {
    return this.#parts.downloads.handle(input);
  }

  /** Shows the page on which a person signs in, in the place of the active user's, in the web session of the user to be. */
  openSignIn(userId: UserId, service: WebsiteService): SignInPage {
    return this.#signIns.open(userId, service);
  }

  /** The page that the person sees. */
  get shown(): WorkspacePage | undefined {
    return this.#stage.shown;
  }

  /** Does the page that the person sees do it? Where there is none, or it failed, `reload` brings it. */
  driveShown(action: PageAction): void {
    const userId = this.#onStage;
    const page = userId === undefined ? undefined : this.#live.get(userId)?.page;
    page?.perform(action);
  }

  /** Is this the page that the person sees, or a window of it? */
  isInSight(contents: WebContents): boolean {
    return this.#stage.shown?.owns(contents) ?? false;
  }

  /**
   * Shows an address of the account's own service in its workspace: at once where the account is active, otherwise when
   * it becomes so. It is forgotten when somebody else becomes active instead.
   */
  openAt(userId: UserId, address: string): void {
    this.#wanted.want(userId, address);
    this.#goWhereWanted();
  }

  /** The window takes the keyboard focus for what it is about to show over the page, and gives it back after that. */
  lendFocus(): void {
    this.#stage.lendFocus();
  }

  /** Moves the keyboard focus into the page on the stage. */
  focus(): void {
    this.#stage.shown?.focus();
  }

  /** For quitting: where everybody is, and what pages have stored, reaches the disk. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#coming?.cancel();
    for (const [userId, workspace] of this.#live) this.#keep(userId, workspace.history());
    const flushed = [...this.#live.values()].map(({ page }) => page?.flush());
    // What one page cannot store keeps nothing else from the disk.
    await Promise.allSettled([...flushed, this.#parts.histories.written()]);
  }

  #registryChanged({ users, isActiveChanged }: RegistryEvent): void {
    const { registry } = this.#parts.switcher;
    for (const userId of users) if (!registry.users.has(userId)) this.#signIns.userRemoved(userId);
    this.#review();
    for (const userId of users)
      if (registry.users.get(userId)?.state !== 'authenticated') {
        this.#parts.histories.forget(userId);
        this.#parts.downloads.forget(userId);
      }
    this.#signIns.registryChanged(registry.activeId, isActiveChanged);
    if (isActiveChanged && registry.activeId !== undefined) this.#wanted.nowActive(registry.activeId);
    this.#bringActive();
  }

  /** Nobody’s page is there who may not have one: where they are kept, that of a locked user stands still. */
  #review(): void {
    for (const [userId, workspace] of this.#live) {
      const mayStay = this.#mayStay(userId);
      if (mayStay || this.#mayStandStill(userId, workspace)) this.#suspend(workspace, !mayStay);
      else this.#end(userId);
    }
  }

  #suspend(workspace: LiveWorkspace, isSuspended: boolean): void {
    if (workspace.isSuspended === isSuspended) return;
    workspace.setSuspended(isSuspended);
    this.#telling.tell('now');
  }

  /** A service that is elsewhere now, or gone, has no page of before. */
  #servicesChanged(): void {
    for (const [userId, workspace] of this.#live) {
      const service = this.#parts.services.list().find(({ id }) => id === workspace.service.id);
      if (!service || !workspace.isAt(placeOf(service))) this.#end(userId, { isKept: false });
    }
    this.#bringActive();
    this.#telling.tell('now');
  }

  /** Puts the one on the stage whose turn it is, and sees to it that the active user's page is there or comes. */
  #bringActive(): void {
    const userId = this.#onStage;
    if (this.#coming && this.#coming.userId !== userId) {
      this.#coming.cancel();
      this.#coming = undefined;
    }
    for (const [id, { page }] of this.#live) page?.setActive(id === userId);
    this.#present();
    this.#goWhereWanted();
    if (userId === undefined || this.#isClosed) return;
    if (this.#live.has(userId)) this.#setRecent(usedNow(this.#recent, userId));
    else if (!this.#coming && this.#hasPlace(userId)) {
      this.#telling.tell('now');
      if (!this.#stage.isPlaced) return;
      const cancel = this.#parts.timers.after(openAfterMs, () => void this.#open(userId));
      this.#coming = { userId, cancel };
    }
  }

  async #open(userId: UserId): Promise<void> {
    this.#coming = undefined;
    const service = this.#serviceOf(userId);
    const workspace = service && this.#onStage === userId ? this.#admit(userId, service) : undefined;
    if (!workspace) return;
    const from = await this.#parts.histories.recall(userId);
    // Ended meanwhile, or even ended and begun again.
    if (this.#live.get(userId) === workspace && !this.#isClosed) this.#openPage(userId, workspace, from);
  }

  #admit(userId: UserId, service: Service): LiveWorkspace | undefined {
    const place = placeOf(service);
    if (!place) return undefined;
    const workspace = new LiveWorkspace(userId, service, place, {
      timers: this.#parts.timers,
      isVerified: () => this.#parts.isVerified(userId),
      keep: (history) => this.#keep(userId, history),
      changed: (when) => {
        if (when === 'now') this.#present();
        this.#telling.tell(when);
      },
    });
    this.#live.set(userId, workspace);
    this.#setRecent(usedNow(this.#recent, userId));
    this.#trim();
    return workspace;
  }

  #openPage(userId: UserId, workspace: LiveWorkspace, from: PageHistory | undefined): void {
    const { service, place } = workspace;
    workspace.page = this.#parts.openPage({
      userId,
      service,
      place,
      from,
      changed: (when) => workspace.pageChanged(when),
      closedItself: () => this.#closedItself(userId, workspace),
    });
    workspace.page.setActive(userId === this.#onStage);
    this.#goWhereWanted();
    this.#present();
    this.#telling.tell('now');
  }

  #goWhereWanted(): void {
    const userId = this.#onStage;
    const page = userId !== undefined && this.#wanted.isWantedBy(userId) && this.#live.get(userId)?.page;
    const address = page ? this.#wanted.take() : undefined;
    if (page && address !== undefined) page.goTo(address);
  }

  #beginSignIn(userId: UserId, service: WebsiteService): void {
    if (!this.#live.has(userId)) {
      const workspace = this.#admit(userId, service);
      if (workspace) this.#openPage(userId, workspace, undefined);
    }
    this.#bringActive();
  }

  #endUnlessSignedIn(userId: UserId): void {
    if (!this.#mayBeLive(userId)) this.#end(userId, { isKept: false });
    this.#bringActive();
  }

  /** Ends the workspace in this very turn. Where a locked user was is kept; a logged-out one was nowhere. */
  #end(userId: UserId, { isKept = true } = {}): void {
    const workspace = this.#live.get(userId);
    if (!workspace) return;
    if (isKept) this.#keep(userId, workspace.history());
    this.#live.delete(userId);
    if (workspace.page) this.#stage.remove(workspace.page);
    workspace.close();
    this.#setRecent(ended(this.#recent, userId));
    this.#telling.tell('now');
  }

  /** Begins anew at the start, and not at once: a page that always does this would keep the computer busy. */
  #closedItself(userId: UserId, workspace: LiveWorkspace): void {
    // Quitting ends them all, and has written down where they are.
    if (this.#isClosed || this.#live.get(userId) !== workspace) return;
    this.#end(userId, { isKept: false });
    this.#parts.histories.forget(userId);
    this.#parts.timers.after(beginAnewAfterMs, () => this.#bringActive());
  }

  #keep(userId: UserId, history: PageHistory | undefined): void {
    const user = this.#parts.switcher.registry.users.get(userId);
    if (history && user?.state === 'authenticated') this.#parts.histories.keep(userId, history);
  }

  /** Gives up those that are too many. */
  #trim(): void {
    const { liveWorkspaces } = this.#parts.settings.current;
    for (const userId of overLimit(this.#recent, liveWorkspaces, this.#onStage)) this.#end(userId);
  }

  #setRecent(recent: LiveWorkspaces): void {
    const isSameSet = recent.length === this.#recent.length;
    this.#recent = recent;
    if (!isSameSet) this.#parts.switcher.setLive(recent.filter((userId) => this.#mayBeLive(userId)));
  }

  #present(): void {
    const userId = this.#onStage;
    this.#stage.present(userId === undefined ? undefined : { userId, page: this.#live.get(userId)?.page });
  }

  #pageOf(userId: UserId): Outcome<WorkspacePage> {
    // Pressed for the account that was active a moment ago.
    if (userId !== this.#onStage) return fail({ code: 'superseded' });
    const page = this.#live.get(userId)?.page;
    return page ? succeed(page) : fail({ code: 'conflict', with: 'notOffered' });
  }

  /** Whose page it is that the person is to see. */
  get #onStage(): UserId | undefined {
    const { registry } = this.#parts.switcher;
    const { onStage } = this.#signIns;
    // A sign-in that was begun before a lock shows nothing after it.
    return onStage !== undefined && !isLocked(registry.users.get(onStage)) ? onStage : registry.activeId;
  }

  #mayBeLive(userId: UserId): boolean {
    return mayBeActive(this.#parts.switcher.registry.users.get(userId));
  }

  #mayStay(userId: UserId): boolean {
    // A page of who is locked is not kept open by signing in on it once more.
    const isLockedNow = isLocked(this.#parts.switcher.registry.users.get(userId));
    return this.#mayBeLive(userId) || (!isLockedNow && this.#signIns.isUnderWay(userId));
  }

  #mayStandStill(userId: UserId, { page }: LiveWorkspace): boolean {
    return (
      isLocked(this.#parts.switcher.registry.users.get(userId)) &&
      !this.#signIns.isUnderWay(userId) &&
      page?.hasContent === true &&
      this.#parts.lockedPages.areKept()
    );
  }

  #serviceOf(userId: UserId): Service | undefined {
    const serviceId = this.#parts.switcher.registry.users.get(userId)?.serviceId;
    return this.#parts.services.list().find(({ id }) => id === serviceId);
  }

  #hasPlace(userId: UserId): boolean {
    const service = this.#serviceOf(userId);
    return service !== undefined && placeOf(service) !== undefined;
  }
}
