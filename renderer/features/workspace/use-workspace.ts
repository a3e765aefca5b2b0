import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import type { WorkspaceAction, WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { keyOf, type WorkspaceKey } from '../../text/workspace-words.ts';

/** The live workspace of a user; none while it is still to come. */
export const useWorkspace = (userId: UserId): WorkspaceView | undefined =>
  useMirror(({ workspaces }) => workspaces.find(({ id }) => id === userId));

/** Do accounts of this service have a website? */
export const hasWorkspace = (service: ServiceView): boolean =>
  service.kind === 'directory' || service.kind === 'website' || service.workspaceUrl !== undefined;

export const drive = (workspaceId: UserId, action: WorkspaceAction): void =>
  void perform('driveWorkspace', { workspaceId, action });

export const useKeyName = (): ((key: WorkspaceKey) => string) => {
  const platform = useMirror((mirror) => mirror.platform);
  return (key) => keyOf(key, platform);
};
