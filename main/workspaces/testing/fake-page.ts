import type { PageHistory } from '../page-history.ts';
import type { FindDirection, PageAction, PageLook, PageOpening, WorkspacePage } from '../workspace-page.ts';

/** A page without Electron: it is where a test says it is, and remembers what was done to it. */
export class FakePage implements WorkspacePage {
  readonly opening: PageOpening;
  readonly performed: PageAction[] = [];
  look: PageLook = {
    page: { kind: 'loading' },
    title: '',
    canGoBack: false,
    canGoForward: false,
    zoomPercent: 100,
  };
  hasContent = false;
  isFocused = false;
  isShown = false;
  isClosed = false;
  isActive: boolean | undefined;
  isSuspended = false;
  isFlushed = false;
  bounds: unknown;
  still: Promise<string | undefined> = Promise.resolve(undefined);
  #url: string;

  constructor(opening: PageOpening) {
    this.opening = opening;
    this.#url = opening.from?.entries[opening.from.index]?.url ?? opening.place.startUrl;
  }

  /** The page has come. */
  load(url = this.#url): void {
    this.#url = url;
    this.hasContent = true;
    this.look = { ...this.look, page: { kind: 'shown' }, origin: { text: url, security: 'builtIn' } };
    this.opening.changed('now');
  }

  fail(): void {
    this.hasContent = false;
    this.look = { ...this.look, page: { kind: 'failed', because: 'crashed' } };
    this.opening.changed('now');
  }

  setTitle(title: string): void {
    this.look = { ...this.look, title };
    this.opening.changed('soon');
  }

  owns(): boolean {
    return false;
  }

  history(): PageHistory | undefined {
    return this.isClosed
      ? undefined
      : { entries: [{ url: this.#url, title: '' }], index: 0, zoomPercent: 100 };
  }

  show(bounds: unknown): void {
    this.bounds = bounds;
    this.isShown = true;
  }

  hide(): void {
    this.isShown = false;
    this.isFocused = false;
  }

  setActive(isActive: boolean): void {
    this.isActive = isActive;
  }

  setSuspended(isSuspended: boolean): void {
    this.isSuspended = isSuspended;
  }

  focus(): void {
    this.isFocused = true;
  }

  capture(): Promise<string | undefined> {
    return this.still;
  }

  perform(action: PageAction): void {
    this.performed.push(action);
  }

  find(_text: string, _direction: FindDirection): void {}

  async flush(): Promise<void> {
    this.isFlushed = true;
  }

  close(): void {
    this.hide();
    this.isClosed = true;
  }
}
