import type { UserId } from '../../../app/contract/bridge.ts';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import type { IdentityColour } from '../../ui/identities.ts';
import { FailedPage } from './failed-page.tsx';
import { FindBar } from './find-bar.tsx';
import { LeftFor } from './left-for.tsx';
import { Stage } from './stage.tsx';

interface PageProps {
  readonly id: UserId;
  readonly colour?: IdentityColour;
  readonly workspace: WorkspaceView | undefined;
}

/** The place of a page, with what is to be said about it above, or instead of it. */
export const Page = ({ id, workspace, ...frame }: PageProps) => {
  const failure = workspace?.page.kind === 'failed' ? workspace.page.because : undefined;
  return (
    <>
      {workspace && <LeftFor workspace={workspace} />}
      {workspace && !failure && <FindBar workspace={workspace} />}
      {failure ? (
        <FailedPage workspaceId={id} because={failure} />
      ) : (
        <Stage {...frame} id={id} workspace={workspace} />
      )}
    </>
  );
};
