import type { Push } from '../../app/contract/views.ts';
import type { Timers } from '../../app/ports.ts';
import type { KeyInput } from '../../app/surfaces/chord.ts';
import {
  beginCycling,
  previewedIn,
  step,
  withoutLost,
  type CycleDirection,
  type Cycling,
} from '../../app/surfaces/cycling.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';

/** A quick tap switches without anything being shown: that would only flicker. */
const shownAfterMs = 150;

/** What is held down while somebody cycles; letting go of it settles. */
export type HeldModifier = 'Control' | 'Meta' | 'Alt';

export interface CyclerParts {
  readonly timers: Timers;
  registry(): UserRegistry;
  switchTo(userId: UserId): void;
  tell(push: Extract<Push, { kind: 'cycling' }>): void;
}

interface UnderWay {
  readonly cycling: Cycling;
  readonly heldBy: HeldModifier;
  readonly isShown: boolean;
}

/** Cycling by recent use: previews while a modifier is held, and switches once, when it is let go. */
export class Cycler {
  readonly #parts: CyclerParts;
  #underWay: UnderWay | undefined;
  #stopTimer: (() => void) | undefined;

  constructor(parts: CyclerParts) {
    this.#parts = parts;
  }

  /** With nothing held, as from a menu, it settles at once. */
  step(direction: CycleDirection, heldBy: HeldModifier | undefined): void {
    const before = this.#underWay;
    const cycling = step(before?.cycling ?? beginCycling(this.#parts.registry()), direction);
    if (heldBy === undefined) {
      this.cancel();
      return this.#switchTo(previewedIn(cycling));
    }
    this.#underWay = { cycling, heldBy, isShown: before !== undefined };
    this.#stopTimer?.();
    if (before) this.#tell();
    else this.#stopTimer = this.#parts.timers.after(shownAfterMs, () => this.#show());
  }

  /** Is the key, pressed or let go anywhere, meant for the choice that is being made? */
  hears(input: KeyInput): boolean {
    const { type, key } = input;
    const { heldBy } = this.#underWay ?? {};
    if (heldBy === undefined) return false;
    if (type === 'keyUp') {
      // The page has seen it go down, and sees it go up.
      if (key === heldBy) this.#settle();
      return false;
    }
    // What the key types that is held beside it is for no page.
    if (type === 'char') return true;
    // It was let go where nobody heard it.
    if (!isHeld(heldBy, input)) {
      this.cancel();
      return false;
    }
    if (key === 'Escape') this.cancel();
    else if (key === 'Enter') this.#settle();
    else return false;
    return true;
  }

  /** What is held while the choice is being made. */
  get heldBy(): HeldModifier | undefined {
    return this.#underWay?.heldBy;
  }

  /** Nobody becomes active by it. */
  cancel(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    const wasShown = this.#underWay?.isShown;
    this.#underWay = undefined;
    if (wasShown) this.#parts.tell({ kind: 'cycling' });
  }

  /** Somebody may have been locked or logged out meanwhile. */
  registryChanged(): void {
    if (!this.#underWay) return;
    const cycling = withoutLost(this.#underWay.cycling, this.#parts.registry());
    if (!cycling) return this.cancel();
    if (cycling === this.#underWay.cycling) return;
    this.#underWay = { ...this.#underWay, cycling };
    if (this.#underWay.isShown) this.#tell();
  }

  #show(): void {
    if (!this.#underWay) return;
    this.#underWay = { ...this.#underWay, isShown: true };
    this.#tell();
  }

  #tell(): void {
    if (!this.#underWay) return;
    const { cycling } = this.#underWay;
    this.#parts.tell({
      kind: 'cycling',
      preview: { userIds: cycling.candidates, previewedId: previewedIn(cycling) },
    });
  }

  #settle(): void {
    const chosen = this.#underWay && previewedIn(this.#underWay.cycling);
    this.cancel();
    this.#switchTo(chosen);
  }

  #switchTo(userId: UserId | undefined): void {
    if (userId !== undefined && userId !== this.#parts.registry().activeId) this.#parts.switchTo(userId);
  }
}

const isHeld = (modifier: HeldModifier, { control, meta, alt }: KeyInput): boolean =>
  ({ Control: control, Meta: meta, Alt: alt })[modifier];
