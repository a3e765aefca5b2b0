import type { Handover } from '../desk/handover.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { KeptRegistry } from './kept-registry.ts';
import type { UserId } from './user.ts';
import { switchedTo } from './user-registry.ts';

interface WaitingSwitch {
  readonly target: UserId;
  readonly answer: (outcome: Outcome<void>) => void;
}

/**
 * Switches, one durable write at a time. Bursts coalesce: the last one asked for wins, and one that has not begun
 * when the next is asked for is answered `superseded`. The first of a burst does not wait; the next one begins when all
 * that came in meanwhile has been heard.
 */
export class SwitchLine {
  readonly #kept: KeptRegistry;
  readonly #handover: Handover;
  readonly #heardAll: () => Promise<void>;
  #waiting: WaitingSwitch | undefined;
  #isSwitching = false;

  constructor(kept: KeptRegistry, handover: Handover, heardAll: () => Promise<void>) {
    this.#kept = kept;
    this.#handover = handover;
    this.#heardAll = heardAll;
  }

  switchTo(target: UserId): Promise<Outcome<void>> {
    const allowed = switchedTo(this.#kept.current, target);
    const refusal = allowed.ok ? this.#handover.refusalOf(target) : allowed;
    if (refusal) return Promise.resolve(refusal);
    const isSettled = !this.#isSwitching && !this.#waiting;
    // Somebody else's log out may just have made the user active: the answer waits until the disk knows.
    if (isSettled && this.#kept.current.activeId === target)
      return this.#kept.queue.run(() => this.#kept.save());
    return new Promise((answer) => {
      const superseded = this.#waiting;
      this.#waiting = { target, answer };
      if (superseded) superseded.answer(fail({ code: 'superseded' }));
      else void this.#kept.queue.run(() => this.#runWaiting());
    });
  }

  async #runWaiting(): Promise<void> {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    this.#isSwitching = true;
    try {
      waiting.answer(
        await this.#handover.seat((registry, { shutter }) => switchedTo(registry, waiting.target, shutter)),
      );
      await this.#heardAll();
    } finally {
      this.#isSwitching = false;
    }
  }
}
