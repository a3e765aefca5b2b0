import type { Timers } from '../../app/ports.ts';

/** The focus is nowhere for a moment where it goes from one window of Hotseat to another. */
const onItsWayMs = 120;

export interface CurtainParts {
  readonly timers: Timers;
  /** Do the rules want it? */
  readonly isWanted: () => boolean;
  /** Has something of Hotseat's the focus: a window, a question of its own, its developer tools? */
  readonly isHere: () => boolean;
  /** Is there anything else of Hotseat's in sight that the focus may be on its way to? */
  readonly hasOthers: () => boolean;
  /** It went down, or up. */
  readonly moved: () => void;
}

/** Whether what the window shows is covered, as long as its person is elsewhere on this computer. */
export class Curtain {
  readonly #parts: CurtainParts;
  #isDown = false;
  #cancel: (() => void) | undefined;

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

  /** One has lost it: covered in this turn, unless it may be on its way to another. */
  blurred(): void {
    if (this.#parts.hasOthers()) this.lookSoon();
    else this.#move(this.#parts.isWanted());
  }

  /** The rules may be others. */
  look(): void {
    this.#move(this.#parts.isWanted() && !this.#parts.isHere());
  }

  /** The same, once the focus has had the time to come back. */
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
