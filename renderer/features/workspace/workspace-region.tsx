import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { FailedPage } from './failed-page.tsx';
import { FindBar } from './find-bar.tsx';
import { LeftFor } from './left-for.tsx';
import { NoWorkspace } from './no-workspace.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import { hasWorkspace, useWorkspace } from './use-workspace.ts';
import styles from './views.module.css';

interface WorkspaceRegionProps {
  readonly user: UserView;
  readonly service: ServiceView;
}

/** The web view of the active user, as far as the window draws it: all but the page. */
export const WorkspaceRegion = ({ user, service }: WorkspaceRegionProps) => {
  const workspace = useWorkspace(user.id);
  const isThere = hasWorkspace(service);
  return (
    <section aria-label={workspaceWords.workspace} className={styles['region']}>
      {isThere && <Toolbar user={user} workspace={workspace} />}
      <div className={styles['content']}>
        {workspace && <LeftFor workspace={workspace} />}
        {workspace && <FindBar workspace={workspace} />}
        {!isThere && <NoWorkspace service={service} />}
        {isThere && workspace?.page.kind === 'failed' && (
          <FailedPage workspaceId={user.id} because={workspace.page.because} />
        )}
        {isThere && workspace?.page.kind !== 'failed' && <Stage user={user} workspace={workspace} />}
      </div>
    </section>
  );
};
