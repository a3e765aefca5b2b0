import type { Outcome } from '../outcome.ts';
import type { UserId } from '../users/user.ts';
import type { SurfaceCommand } from './surface-commands.ts';
import type { HowAsked, UserCommand } from './user-commands.ts';

/**
 * How every surface asks: keys, menus, tray, notifications, the quick switcher, terminals and links. The rules hold for
 * all alike: what they forbid comes back as a failure, and what only the person can do – unlock, log in, say yes – is
 * asked in the window, which comes up for it.
 */
export interface Asking {
  perform(command: SurfaceCommand): Promise<Outcome<void>>;
  performForUser(command: UserCommand, userId: UserId, how?: HowAsked): Promise<Outcome<void>>;
  /**
   * As a row of the list is chosen: switches. Who is locked or logged out fails with that, and the window asks to unlock
   * or to log in again.
   */
  choose(userId: UserId): Promise<Outcome<void>>;
  openWindow(): void;
}
