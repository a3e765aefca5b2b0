import type { Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';

/** Who unlocks or logs in later than this has forgotten where they were going. */
export const wantedForMs = 5 * 60_000;

/** Where one account is to be taken as soon as it is on the stage. */
export class WantedPlace {
  readonly #timers: Timers;
  #wanted: { readonly userId: UserId; readonly address: string; readonly stopTimer: () => void } | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  want(userId: UserId, address: string): void {
    this.#forget();
    this.#wanted = { userId, address, stopTimer: this.#timers.after(wantedForMs, () => this.#forget()) };
  }

  isWantedBy(userId: UserId | undefined): boolean {
    return this.#wanted !== undefined && this.#wanted.userId === userId;
  }

  /** Once. */
  take(): string | undefined {
    const address = this.#wanted?.address;
    this.#forget();
    return address;
  }

  /** Somebody else became active instead. */
  nowActive(userId: UserId): void {
    if (!this.isWantedBy(userId)) this.#forget();
  }

  #forget(): void {
    this.#wanted?.stopTimer();
    this.#wanted = undefined;
  }
}
