import type { Timers } from '../../app/ports.ts';
import type { WorkspacePage } from './workspace-page.ts';

/** A page that cannot be captured in this time is hidden without a picture. */
const captureWithinMs = 100;
/** The window says when it has drawn the picture; then the page goes away behind it, and nothing flickers. */
const drawnWithinMs = 150;

type Pictured = Pick<WorkspacePage, 'capture'>;

export interface CoverParts {
  readonly timers: Timers;
  /** The picture that the window draws in the page's place. */
  tellStill(image: string): void;
  /** The page is to be hidden or shown now. */
  turned(): void;
}

/** Whether something of the window is over the stage. A native view is above all that the window draws, so it goes. */
export class Cover {
  readonly #parts: CoverParts;
  #isAsked = false;
  #isClosed = false;
  /** Has the window been given a picture? */
  #isTold = false;
  #cancel: (() => void) | undefined;

  constructor(parts: CoverParts) {
    this.#parts = parts;
  }

  /** Is the page to be hidden? */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  set(isCovered: boolean, page: Pictured | undefined): void {
    if (isCovered === this.#isAsked) {
      // Said again, once the picture is drawn.
      if (isCovered && this.#isTold) this.#close();
      return;
    }
    this.#isAsked = isCovered;
    this.#isTold = false;
    this.#cancel?.();
    this.#cancel = undefined;
    if (!isCovered) this.#isClosed = false;
    else if (page) this.#capture(page);
    else this.#isClosed = true;
  }

  /** Another page, or none, is on the stage now: it has no picture. */
  pageLeft(): void {
    if (!this.#isAsked) return;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isClosed = true;
  }

  #capture(page: Pictured): void {
    let stop = this.#closeAfter(captureWithinMs);
    let isOver = false;
    this.#cancel = () => {
      isOver = true;
      stop();
    };
    void this.#withPicture(page, (image) => {
      if (isOver || this.#isClosed) return;
      stop();
      this.#isTold = image !== undefined;
      if (image !== undefined) this.#parts.tellStill(image);
      stop = this.#closeAfter(image === undefined ? 0 : drawnWithinMs);
    });
  }

  async #withPicture(page: Pictured, use: (image: string | undefined) => void): Promise<void> {
    use(await page.capture());
  }

  #closeAfter(delayMs: number): () => void {
    return this.#parts.timers.after(delayMs, () => this.#close());
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isClosed = true;
    this.#parts.turned();
  }
}
