import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useActiveUser, useService } from '../../state/mirror.ts';
import { chooseTab, useStage } from '../../state/stage.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { RequestRegion } from '../request/request-region.tsx';
import styles from './views.module.css';
import { WorkspaceRegion } from './workspace-region.tsx';

/** The two views of the active account, one at a time. */
export const ActiveViews = () => {
  const user = useActiveUser();
  const service = useService(user);
  const tab = useStage((stage) => stage.tab);
  if (!user || !service) return undefined;
  return (
    <div className={styles['views']}>
      <Tabs
        selectedKey={tab}
        onSelectionChange={(key) => chooseTab(key === 'request' ? 'request' : 'workspace')}
        className={styles['tabs'] ?? ''}
      >
        <TabList aria-label={workspaceWords.views} className={styles['list'] ?? ''}>
          <Tab id="workspace" className={styles['tab'] ?? ''}>
            {workspaceWords.workspace}
          </Tab>
          <Tab id="request" className={styles['tab'] ?? ''}>
            {workspaceWords.request}
          </Tab>
        </TabList>
        <TabPanel id="workspace" className={styles['workspace'] ?? ''}>
          <WorkspaceRegion user={user} service={service} />
        </TabPanel>
        <TabPanel id="request" className={styles['request'] ?? ''}>
          <RequestRegion />
        </TabPanel>
      </Tabs>
    </div>
  );
};
