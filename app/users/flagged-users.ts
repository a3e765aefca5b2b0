import type { UserId } from './user.ts';

/** Users with a flag that lives in memory only: their service did not answer, or their session does not open. */
export class FlaggedUsers {
  readonly #users = new Set<UserId>();

  has(userId: UserId): boolean {
    return this.#users.has(userId);
  }

  all(): readonly UserId[] {
    return [...this.#users];
  }

  /** Returns whether that is news. */
  note(userId: UserId, isFlagged: boolean): boolean {
    if (!isFlagged) return this.#users.delete(userId);
    if (this.#users.has(userId)) return false;
    this.#users.add(userId);
    return true;
  }
}
