import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { NoWorkspace } from './no-workspace.tsx';
import { Page } from './page.tsx';
import { Toolbar } from './toolbar.tsx';
import { hasWorkspace, useWorkspace } from './use-workspace.ts';
import styles from './views.module.css';

interface WorkspaceRegionProps {
  readonly user: UserView;
  readonly service: ServiceView;
}

/** The web view of the active user, as far as the window draws it: all but the page. */
export const WorkspaceRegion = ({ user, service }: WorkspaceRegionProps) => {
  const { id, colour } = user;
  const workspace = useWorkspace(id);
  const isThere = hasWorkspace(service);
  return (
    <section aria-label={workspaceWords.workspace} className={styles['region']}>
      {isThere && <Toolbar isOfUser workspace={workspace} />}
      <div className={styles['content']}>
        {isThere ? <Page id={id} colour={colour} workspace={workspace} /> : <NoWorkspace service={service} />}
      </div>
    </section>
  );
};
