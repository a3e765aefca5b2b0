import { randomUUID } from 'node:crypto';
import type { DownloadItem, Session, WebContents } from 'electron';
import type { CommandInput } from '../../app/contract/commands.ts';
import type { DownloadView } from '../../app/contract/workspace-views.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Log, Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { releaseDownloads } from '../security/permissions.ts';
import { beginDownloadFile, dropDownloadFile, finishDownloadFile, shownName } from './download-file.ts';

/** A page that begins more at once means no good. */
const runningLimit = 10;
/** The list is for looking back at, not for keeping. */
const listLimit = 50;
const tellAfterMs = 250;

export interface DownloadsParts {
  /** The system's Downloads folder. */
  folder(): string;
  showInFolder(path: string): void;
  readonly timers: Timers;
  readonly log: Log;
}

type DownloadState = DownloadView['state'];

interface Download {
  readonly id: string;
  readonly item: DownloadItem;
  path: string;
  state: DownloadState;
  received: number;
  total: number;
}

/** What pages have put into the Downloads folder in this run, by account. */
export class Downloads {
  readonly #parts: DownloadsParts;
  readonly #lists = new Map<UserId, readonly Download[]>();
  readonly #listeners = new Set<(userId: UserId) => void>();
  readonly #telling = new Map<UserId, () => void>();

  constructor(parts: DownloadsParts) {
    this.#parts = parts;
  }

  /** Newest first. */
  listOf(userId: UserId): readonly DownloadView[] {
    return this.#listOf(userId).map(viewOf);
  }

  /** Called when the list of an account has changed, a few times a second at most. Returns the end of it. */
  subscribe(listener: (userId: UserId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async handle(input: CommandInput<'handleDownload'>): Promise<Outcome<void>> {
    const list = this.#listOf(input.workspaceId);
    const download = list.find(({ id }) => id === input.downloadId);
    if (!download) return fail({ code: 'cancelled' });
    if (input.action === 'cancel' && download.state === 'running') download.item.cancel();
    if (input.action === 'show' && download.state === 'done') this.#parts.showInFolder(download.path);
    if (input.action === 'dismiss' && download.state !== 'running')
      this.#set(
        input.workspaceId,
        list.filter((other) => other !== download),
      );
    return done;
  }

  /** Ends what runs and forgets the list, as the account leaves. What is finished stays in the folder. */
  forget(userId: UserId): void {
    const list = this.#listOf(userId);
    this.#lists.delete(userId);
    for (const { state, item } of list) if (state === 'running') item.cancel();
    if (list.length > 0) this.#tell(userId);
  }

  /** Takes the downloads of an account's session on, once. A page begins them only as long as the person sees it. */
  attach(userId: UserId, session: Session, isInSight: (contents: WebContents) => boolean): void {
    releaseDownloads(session);
    session.on('will-download', (event, item, contents) => {
      const running = this.#listOf(userId).filter(({ state }) => state === 'running');
      // Electron has no contents for what no page began.
      const maybe: WebContents | undefined = contents;
      const mayBegin = maybe && isInSight(maybe) && running.length < runningLimit;
      if (!mayBegin || !this.#begin(userId, item)) event.preventDefault();
    });
  }

  #begin(userId: UserId, item: DownloadItem): boolean {
    const suggested = item.getFilename();
    let path: string;
    try {
      path = beginDownloadFile(this.#parts.folder(), suggested);
    } catch {
      this.#parts.log.warn('a download could not begin');
      return false;
    }
    item.setSavePath(path);
    const download: Download = {
      id: randomUUID(),
      item,
      path,
      state: 'running',
      received: 0,
      total: item.getTotalBytes(),
    };
    this.#set(userId, withinLimit([download, ...this.#listOf(userId)]));
    item.on('updated', (_event, state) => {
      // What is interrupted here does not go on by itself: no page of Hotseat's would offer to.
      if (state === 'interrupted') item.cancel();
      this.#measure(download);
      this.#tellSoon(userId);
    });
    item.once('done', (_event, state) => void this.#end(userId, download, suggested, state));
    return true;
  }

  async #end(
    userId: UserId,
    download: Download,
    suggested: string,
    state: 'completed' | 'cancelled' | 'interrupted',
  ): Promise<void> {
    this.#measure(download);
    try {
      if (state === 'completed') download.path = await finishDownloadFile(download.path, suggested);
      else await dropDownloadFile(download.path);
      download.state = endStates[state];
    } catch {
      this.#parts.log.warn('a download could not be put in its place');
      download.state = 'failed';
    }
    this.#tell(userId);
  }

  #measure(download: Download): void {
    download.received = download.item.getReceivedBytes();
    download.total = download.item.getTotalBytes();
  }

  #listOf(userId: UserId): readonly Download[] {
    return this.#lists.get(userId) ?? [];
  }

  #set(userId: UserId, list: readonly Download[]): void {
    this.#lists.set(userId, list);
    this.#tell(userId);
  }

  #tellSoon(userId: UserId): void {
    if (this.#telling.has(userId)) return;
    this.#telling.set(
      userId,
      this.#parts.timers.after(tellAfterMs, () => this.#tell(userId)),
    );
  }

  #tell(userId: UserId): void {
    this.#telling.get(userId)?.();
    this.#telling.delete(userId);
    for (const listener of Array.from(this.#listeners)) listener(userId);
  }
}

/** What runs stays, however many came after it: it is to end with the account. Exported for its test. */
export const withinLimit = <T extends Pick<Download, 'state'>>(list: readonly T[]): readonly T[] => {
  let room = listLimit - list.filter(({ state }) => state === 'running').length;
  return list.filter(({ state }) => state === 'running' || (room -= 1) >= 0);
};

const endStates: Readonly<Record<'completed' | 'cancelled' | 'interrupted', DownloadState>> = {
  completed: 'done',
  cancelled: 'cancelled',
  interrupted: 'failed',
};

const viewOf = ({ id, path, state, received, total }: Download): DownloadView => ({
  id,
  fileName: shownName(path),
  receivedBytes: received,
  ...(total > 0 ? { totalBytes: total } : {}),
  state,
});
