import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import type { WorkspaceAction, WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { useMirror } from '../../state/mirror.ts';
import { shownWorkspaceId } from '../../state/page-sign-in.ts';
import { perform } from '../../state/perform.ts';

/** The live workspace of a user; none while it is still to come. */
export const useWorkspace = (userId: UserId): WorkspaceView | undefined =>
  useMirror(({ workspaces }) => workspaces.find(({ id }) => id === userId));

/** Do accounts of this service have a website? */
export const hasWorkspace = (service: ServiceView): boolean =>
  service.kind === 'directory' || service.kind === 'website' || service.workspaceUrl !== undefined;

export const drive = (workspaceId: UserId, action: WorkspaceAction): void =>
  void perform('driveWorkspace', { workspaceId, action });

/** Drives the page that is shown when it is called, so that what calls it is the same for every account. */
export const driveShown = (action: WorkspaceAction): void => {
  const workspaceId = shownWorkspaceId();
  if (workspaceId !== undefined) drive(workspaceId, action);
};
