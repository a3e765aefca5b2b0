import type { Rectangle } from 'electron';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { Push } from '../../app/contract/views.ts';
import type { Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { Cover } from './cover.ts';
import type { WorkspacePage } from './workspace-page.ts';

/** What the stage needs of the window that it is in. */
export interface StageWindow {
  /** How many window pixels a CSS pixel of its page takes. */
  readonly zoomFactor: number;
  focusPage(): void;
  push(push: Push): void;
}

interface Actor {
  readonly userId: UserId;
  /** Absent while it is still coming. */
  readonly page: WorkspacePage | undefined;
}

/** The place in the window where one page is shown, and never more than one. */
export class Stage {
  readonly #window: StageWindow;
  readonly #cover: Cover;
  #isCurtainDown = false;
  #placement: CommandInput<'placeWorkspace'> | undefined;
  /** Whose page is to be on it. */
  #actor: Actor | undefined;
  #shown: WorkspacePage | undefined;
  /** Whose page had the keyboard focus when it went behind something, or is to have it when it comes. */
  #wantsFocus: UserId | undefined;
  /** Did the window take it before it came over the page? */
  #isFocusLent = false;

  constructor(window: StageWindow, timers: Timers) {
    this.#window = window;
    this.#cover = new Cover({
      timers,
      tellStill: (image) => this.#tellStill(image),
      turned: () => this.#draw(),
    });
  }

  /** Does the window's page say where it is? */
  get isPlaced(): boolean {
    return this.#placement !== undefined;
  }

  /** The page that the person sees. */
  get shown(): WorkspacePage | undefined {
    return this.#shown;
  }

  place(placement: CommandInput<'placeWorkspace'>): void {
    this.#placement = placement;
    this.#cover.set(placement.isCovered, this.#shown);
    this.#draw();
  }

  /** The window, or its page, has gone: nothing is shown until the next one says where. */
  lost(): void {
    this.#placement = undefined;
    this.#wantsFocus = undefined;
    this.#cover.set(false, undefined);
    this.#draw();
  }

  /** Down, nothing is shown, and nobody's focus is moved: that would bring the window forward. */
  setCurtain(isDown: boolean, { hadPageFocus }: { readonly hadPageFocus: boolean }): void {
    this.#isCurtainDown = isDown;
    if (isDown && hadPageFocus) this.#wantsFocus = this.#actor?.userId;
    this.#draw();
  }

  /** Something is about to come over the page: the window has the focus from now on, and the page when it is gone. */
  lendFocus(): void {
    this.#isFocusLent = this.#shown?.isFocused ?? false;
    this.#window.focusPage();
  }

  /** From now on this page is shown as soon as it can be, and the one before no longer. */
  present(actor: Actor | undefined): void {
    if (actor?.page !== this.#actor?.page || actor?.userId !== this.#actor?.userId) this.#cover.pageLeft();
    // Whoever was on a page before something came over it, and switches there, goes on on the next page.
    if (this.#wantsFocus !== undefined && this.#wantsFocus === this.#actor?.userId)
      this.#wantsFocus = actor?.userId;
    this.#actor = actor;
    this.#draw();
  }

  /** Takes a page off before it ends. */
  remove(page: WorkspacePage): void {
    if (this.#actor?.page === page) this.#actor = undefined;
    if (this.#shown === page) this.#draw();
  }

  #draw(): void {
    const before = this.#shown;
    const page = this.#actor?.page;
    const isHidden = this.#isCurtainDown || this.#cover.isClosed;
    const bounds = isHidden ? undefined : this.#bounds();
    const next = page?.hasContent && bounds ? page : undefined;
    const hadFocus = before !== undefined && (before.isFocused || this.#isFocusLent);
    if (before !== next) this.#isFocusLent = false;
    if (next && bounds) next.show(bounds);
    this.#shown = next;
    if (before !== next) before?.hide();
    this.#moveFocus(hadFocus && before !== next && !this.#isCurtainDown);
  }

  /** The focus follows to another user's page, waits while something is over the page, and is never nowhere. */
  #moveFocus(isFreed: boolean): void {
    if (isFreed) this.#wantsFocus = this.#actor?.userId;
    if (this.#wantsFocus !== this.#actor?.userId) this.#wantsFocus = undefined;
    if (this.#shown && this.#wantsFocus !== undefined) {
      this.#wantsFocus = undefined;
      this.#shown.focus();
    } else if (isFreed) this.#window.focusPage();
  }

  #bounds(): Rectangle | undefined {
    const bounds = this.#placement?.bounds;
    if (!bounds || bounds.width === 0 || bounds.height === 0) return undefined;
    const { zoomFactor } = this.#window;
    const [left, top] = [Math.round(bounds.x * zoomFactor), Math.round(bounds.y * zoomFactor)];
    return {
      x: left,
      y: top,
      width: Math.round((bounds.x + bounds.width) * zoomFactor) - left,
      height: Math.round((bounds.y + bounds.height) * zoomFactor) - top,
    };
  }

  #tellStill(image: string): void {
    if (this.#actor && this.#actor.page === this.#shown)
      this.#window.push({ kind: 'workspaceStill', workspaceId: this.#actor.userId, image });
  }
}
