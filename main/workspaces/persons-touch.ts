import type { WebContents } from 'electron';

/** As long as a browser takes a press for the reason of what a page does next. */
const freshMs = 5_000;

/** Also pressing and letting go by finger or pen; not moving, which nobody means anything by. */
const presses: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'keyDown',
  'rawKeyDown',
  'gestureTap',
  'touchStart',
  'touchEnd',
  'pointerDown',
]);

/** Has the person just pressed something in a view or a window of it? Electron does not say why a page acts. */
export class PersonsTouch {
  #atMs = Number.NEGATIVE_INFINITY;

  feel(contents: WebContents): void {
    contents.on('input-event', (_event, { type }) => {
      if (presses.has(type)) this.#atMs = performance.now();
    });
  }

  get isFresh(): boolean {
    return performance.now() - this.#atMs < freshMs;
  }
}
