import type { CapturedKey } from '../../app/contract/key-views.ts';
import { pressedChord, type KeyInput, type Platform } from '../../app/surfaces/chord.ts';

/** Waits for the key that somebody chooses: whatever it is, it does nothing else meanwhile. */
export class KeyCapture {
  readonly #platform: Platform;
  #settle: ((captured: CapturedKey) => void) | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** A second one ends the first. */
  begin(): Promise<CapturedKey> {
    this.cancel();
    return new Promise((settle) => {
      this.#settle = settle;
    });
  }

  cancel(): void {
    this.#end({ kind: 'left' });
  }

  /** Is the key the one that is waited for, and nobody else's? */
  hears(input: KeyInput): boolean {
    if (!this.#settle || input.type !== 'keyDown') return false;
    const { key, control, meta, alt } = input;
    if (key === 'Escape') {
      this.cancel();
      return true;
    }
    // Whoever moves on by keys is not held.
    if (key === 'Tab' && !control && !meta && !alt) {
      this.cancel();
      return false;
    }
    const pressed = pressedChord(input, this.#platform);
    if (pressed !== undefined) this.#end({ kind: 'pressed', key: pressed });
    return pressed !== undefined;
  }

  #end(captured: CapturedKey): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(captured);
  }
}
