import type { Outcome } from '../outcome.ts';
import type { UserId } from '../users/user.ts';

/**
 * What may be asked of Hotseat from outside of its window, by a terminal or a link. The rules hold here as they do
 * there: whatever they forbid comes back as a failure, and a lock is opened in the window only.
 */
export interface Performing {
  switchTo(userId: UserId): Promise<Outcome<void>>;
  lock(userId: UserId): Promise<Outcome<void>>;
  lockAll(): Promise<Outcome<void>>;
  logOut(userId: UserId): Promise<Outcome<void>>;
  remove(userId: UserId): Promise<Outcome<void>>;
  openWindow(): void;
  openUnlock(userId: UserId): void;
  openSetUpUnlocking(userId: UserId): void;
  /** Without an account: to add one. */
  openLogIn(userId?: UserId): void;
}
