import type { Outcome } from '../outcome.ts';
import type { CommandInput, CommandName, CommandOutput } from './commands.ts';
import type { Push, Snapshot } from './views.ts';

/** What the preload script puts on `window.hotseat`; the window's only way out. Never rejects. */
export interface HotseatBridge {
  execute<Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
  ): Promise<Outcome<CommandOutput<Name>>>;
  snapshot(): Promise<Outcome<Snapshot>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (push: Push) => void): () => void;
}

export type { ErrorReport } from '../errors.ts';
export type { Outcome } from '../outcome.ts';
export type { ServiceId, UserId } from '../users/user.ts';
