import type { WebContents } from 'electron';
import type { PageFailure } from '../../app/contract/workspace-views.ts';
import { cacheMiss, pageFailureOf } from './page-failure.ts';
import type { FindDirection, PageLook } from './workspace-page.ts';

/** Scripts of the page do not see what is asked there. */
const ownWorld = 1_001;
const isEmptyPage = `!document.body || (document.body.childElementCount === 0 && document.body.textContent.trim() === '')`;

export interface PageWatchParts {
  isOnline(): boolean;
  changed(when: 'now' | 'soon'): void;
  /** Another document is shown now. */
  committed(): void;
  /** What a form once brought is no longer there, and must not be sent for again. */
  lostForm(): void;
}

/** Hears what becomes of a page: loading, shown, failed, its title, and what was found in it. */
export class PageWatch {
  readonly #contents: WebContents;
  readonly #parts: PageWatchParts;
  #page: PageLook['page'] = { kind: 'loading' };
  #found: PageLook['found'];
  #sought = '';
  #hasContent = false;
  /** The server says that it failed. Does it say more? */
  #mayBeEmpty = false;
  /** Its process was ended by us, to load it anew. */
  #isReloading = false;

  constructor(contents: WebContents, parts: PageWatchParts) {
    this.#contents = contents;
    this.#parts = parts;
    this.#listen();
  }

  get page(): PageLook['page'] {
    return this.#page;
  }

  get hasContent(): boolean {
    return this.#hasContent;
  }

  get title(): string {
    return this.#hasContent ? this.#contents.getTitle() : '';
  }

  get found(): PageLook['found'] {
    return this.#found;
  }

  /** A page that hangs cannot load anything, so its process is ended first. `begin` where there is nothing yet. */
  reload(begin: () => void): void {
    const isHanging = this.#page.kind === 'failed' && this.#page.because === 'unresponsive';
    if (isHanging) {
      this.#isReloading = true;
      this.#contents.forcefullyCrashRenderer();
    } else if (this.#contents.getURL() === '') begin();
    else this.#contents.reload();
  }

  find(text: string, direction: FindDirection): void {
    if (text === '') {
      this.#sought = '';
      this.#contents.stopFindInPage('keepSelection');
      this.#setFound(undefined);
      return;
    }
    const isFirst = direction === 'first' || text !== this.#sought;
    this.#sought = text;
    this.#contents.findInPage(text, { forward: direction !== 'previous', findNext: isFirst });
  }

  #listen(): void {
    const contents = this.#contents;
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#turn({ kind: 'loading' });
    });
    contents.on('did-navigate', (_event, _url, status) => this.#commit(status));
    contents.on('did-navigate-in-page', (_event, _url, isMainFrame) => {
      if (isMainFrame) this.#parts.changed('soon');
    });
    contents.on('did-stop-loading', () => {
      if (this.#page.kind === 'loading') this.#turn({ kind: 'shown' });
    });
    contents.on('dom-ready', () => void this.#failIfEmpty());
    contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
      if (isMainFrame) this.#failLoad(code);
    });
    contents.on('page-title-updated', () => this.#parts.changed('soon'));
    contents.on('found-in-page', (_event, { activeMatchOrdinal, matches }) => {
      if (this.#sought !== '') this.#setFound({ active: activeMatchOrdinal, count: matches });
    });
    contents.on('render-process-gone', () => this.#processGone());
    contents.on('unresponsive', () => this.#fail('unresponsive'));
    contents.on('responsive', () => {
      if (this.#page.kind !== 'failed' || this.#page.because !== 'unresponsive') return;
      this.#hasContent = true;
      this.#turn({ kind: 'shown' });
    });
  }

  #commit(status: number): void {
    this.#hasContent = true;
    this.#sought = '';
    this.#found = undefined;
    this.#mayBeEmpty = status >= 500;
    this.#parts.committed();
    this.#parts.changed('now');
  }

  /** What a server says of its failure is its page, unless it says nothing. */
  async #failIfEmpty(): Promise<void> {
    if (!this.#mayBeEmpty) return;
    this.#mayBeEmpty = false;
    const isEmpty: unknown = await this.#contents
      .executeJavaScriptInIsolatedWorld(ownWorld, [{ code: isEmptyPage }])
      .catch(() => false);
    if (isEmpty === true) this.#fail('serverError');
  }

  #failLoad(code: number): void {
    if (code === cacheMiss) return this.#parts.lostForm();
    const because = pageFailureOf(code, this.#parts.isOnline());
    if (because) this.#fail(because);
  }

  #processGone(): void {
    if (this.#contents.isDestroyed()) return;
    if (this.#isReloading) {
      this.#isReloading = false;
      this.#turn({ kind: 'loading' });
      // Not from within the event: Electron is still taking the old page down.
      setImmediate(() => {
        if (!this.#contents.isDestroyed()) this.#contents.reload();
      });
    } else this.#fail('crashed');
  }

  #fail(because: PageFailure): void {
    this.#hasContent = false;
    this.#turn({ kind: 'failed', because });
  }

  #turn(page: PageLook['page']): void {
    this.#page = page;
    this.#parts.changed('now');
  }

  #setFound(found: PageLook['found']): void {
    this.#found = found;
    this.#parts.changed('soon');
  }
}
