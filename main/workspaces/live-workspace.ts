import type { DownloadView, WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Service } from '../../app/identity/service.ts';
import type { Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import type { WorkspacePlace } from '../../app/workspaces/workspace-place.ts';
import type { PageHistory } from './page-history.ts';
import type { WorkspacePage } from './workspace-page.ts';

/** Where a person is in a page is written down so often while something changes. */
export const keepAfterMs = 4_000;

export interface LiveWorkspaceParts {
  readonly timers: Timers;
  isVerified(): Promise<boolean>;
  keep(history: PageHistory | undefined): void;
  changed(when: 'now' | 'soon'): void;
}

/** One user's workspace while it is alive, its page perhaps still coming. */
export class LiveWorkspace {
  readonly service: Service;
  readonly place: WorkspacePlace;
  /** Absent while it is still coming. */
  page: WorkspacePage | undefined;
  readonly #userId: UserId;
  readonly #parts: LiveWorkspaceParts;
  #verification: 'none' | 'asked' | 'verified' = 'none';
  #cancelKeeping: (() => void) | undefined;
  #isClosed = false;
  #isSuspended = false;

  constructor(userId: UserId, service: Service, place: WorkspacePlace, parts: LiveWorkspaceParts) {
    this.#userId = userId;
    this.service = service;
    this.place = place;
    this.#parts = parts;
  }

  view(downloads: readonly DownloadView[]): WorkspaceView {
    if (!this.page) return comingView(this.#userId);
    const { look } = this.page;
    return {
      ...look,
      id: this.#userId,
      isVerified: this.#verification === 'verified' && look.origin?.security === 'builtIn',
      downloads,
    };
  }

  get isSuspended(): boolean {
    return this.#isSuspended;
  }

  setSuspended(isSuspended: boolean): void {
    if (isSuspended) this.#parts.keep(this.history());
    this.#isSuspended = isSuspended;
    this.page?.setSuspended(isSuspended);
  }

  history(): PageHistory | undefined {
    return this.page?.history();
  }

  isAt(place: WorkspacePlace | undefined): boolean {
    return place !== undefined && JSON.stringify(place) === JSON.stringify(this.place);
  }

  pageChanged(when: 'now' | 'soon'): void {
    if (this.#isClosed) return;
    this.#cancelKeeping ??= this.#parts.timers.after(keepAfterMs, () => {
      this.#cancelKeeping = undefined;
      this.#parts.keep(this.history());
    });
    if (when === 'now') void this.#verify();
    this.#parts.changed(when);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelKeeping?.();
    this.page?.close();
  }

  /** Only the directory's page has no sign-in of its own beside the user's token. */
  async #verify(): Promise<void> {
    if (this.service.kind !== 'directory' || !this.page?.hasContent || this.#verification !== 'none') return;
    this.#verification = 'asked';
    const isVerified = await this.#parts.isVerified();
    this.#verification = isVerified ? 'verified' : 'none';
    if (isVerified && !this.#isClosed) this.#parts.changed('now');
  }
}

export const comingView = (id: UserId): WorkspaceView => ({
  id,
  page: { kind: 'loading' },
  title: '',
  canGoBack: false,
  canGoForward: false,
  zoomPercent: 100,
  isVerified: false,
  downloads: [],
});
