import type { UserId } from '../users/user.ts';

/** Users whose service did not answer when it was last asked. */
export class Unreachable {
  readonly #users = new Set<UserId>();

  has(userId: UserId): boolean {
    return this.#users.has(userId);
  }

  /** Returns whether that is news. */
  note(userId: UserId, isReached: boolean): boolean {
    if (isReached) return this.#users.delete(userId);
    if (this.#users.has(userId)) return false;
    this.#users.add(userId);
    return true;
  }
}
