import type { FoundView } from '../../app/contract/quick-switcher-views.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import type { UserCommand } from '../../app/surfaces/user-commands.ts';
import type { UserId } from '../../app/users/user.ts';

/** What the window asks of the surfaces, for its quick switcher. */
export interface SurfaceControl {
  find(text: string): readonly FoundView[];
  perform(command: SurfaceCommand): void;
  performForUser(command: UserCommand, userId: UserId): Promise<Outcome<void>>;
  /** As a row of the list is chosen: switches, or asks for what that takes. */
  choose(userId: UserId): void;
}
