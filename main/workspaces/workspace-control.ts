import type { CommandInput } from '../../app/contract/commands.ts';
import type { WorkspaceView } from '../../app/contract/workspace-views.ts';
import type { Outcome } from '../../app/outcome.ts';

/** What the window asks of the workspaces. */
export interface WorkspaceControl {
  /** The live ones; of the active user also one that is coming back. */
  list(): readonly WorkspaceView[];
  /** Called when `list` has changed. Returns the end of it. */
  subscribe(listener: () => void): () => void;
  place(stage: CommandInput<'placeWorkspace'>): void;
  drive(input: CommandInput<'driveWorkspace'>): Promise<Outcome<void>>;
  find(input: CommandInput<'findInWorkspace'>): Promise<Outcome<void>>;
  handleDownload(input: CommandInput<'handleDownload'>): Promise<Outcome<void>>;
}
