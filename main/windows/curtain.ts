import type { Timers } from '../../app/ports.ts';

/** The focus is nowhere for a moment where it goes from one window of Hotseat to another. */
const onItsWayMs = 120;
/** Where something of Hotseat's has closed, X11 gives the focus to the window, takes it and gives it again. */
const unsettledMs = 300;

export interface CurtainParts {
  readonly timers: Timers;
  /** Do the rules want it? */
  readonly isWanted: () => boolean;
  /** Has something of Hotseat's the focus: a window, a question of its own, its developer tools? */
  readonly isHere: () => boolean;
  /** It went down, or up. */
  readonly moved: () => void;
}

/** Whether what the window shows is covered, as long as its person is elsewhere on this computer. */
export class Curtain {
  readonly #parts: CurtainParts;
  #isDown = false;
  #cancel: (() => void) | undefined;
  #endUnsettled: (() => void) | undefined;

  constructor(parts: CurtainParts) {
    this.#parts = parts;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** A window of Hotseat has the focus now. */
  focused(): void {
    this.#move(false);
  }

  /** The only one has lost it, so nobody is here: covered in this turn. */
  left(): void {
    if (this.#endUnsettled) this.lookSoon();
    else this.#move(this.#parts.isWanted());
  }

  /** A window or a dialog of Hotseat's has closed: for a moment it is not sure where the focus goes. */
  closed(): void {
    this.#endUnsettled?.();
    this.#endUnsettled = this.#parts.timers.after(unsettledMs, () => {
      this.#endUnsettled = undefined;
    });
    this.lookSoon();
  }

  /** The rules may be others. */
  look(): void {
    this.#move(this.#parts.isWanted() && !this.#parts.isHere());
  }

  /** The same, once the focus has had the time to arrive at another window, or to come back. */
  lookSoon(): void {
    this.#cancel ??= this.#parts.timers.after(onItsWayMs, () => {
      this.#cancel = undefined;
      this.look();
    });
  }

  #move(isDown: boolean): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#isDown === isDown) return;
    this.#isDown = isDown;
    this.#parts.moved();
  }
}
