import { memo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useActiveUser, useService } from '../../state/mirror.ts';
import { chooseTab, useStage } from '../../state/stage.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { RequestRegion } from '../request/request-region.tsx';
import styles from './views.module.css';
import { WorkspaceRegion } from './workspace-region.tsx';

/**
 * The two views of the active account, one at a time. The account is read inside of them: a switch draws what shows
 * it, not the tabs, which look through the whole page for what can have the focus whenever they are drawn.
 */
export const ActiveViews = () => {
  const hasService = useService(useActiveUser()) !== undefined;
  return hasService ? <Views /> : undefined;
};

const Views = memo(() => {
  const tab = useStage((stage) => stage.tab);
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
          <ActiveWorkspace />
        </TabPanel>
        <TabPanel id="request" className={styles['request'] ?? ''}>
          <RequestRegion />
        </TabPanel>
      </Tabs>
    </div>
  );
});

const ActiveWorkspace = () => {
  const user = useActiveUser();
  const service = useService(user);
  return user && service && <WorkspaceRegion user={user} service={service} />;
};
