import { ArrowLeft, ArrowRight, House, RotateCw, X } from 'lucide-react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { Button } from '../../ui/button.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { Downloads } from './downloads.tsx';
import { OriginSign } from './origin-sign.tsx';
import { PageMenu } from './page-menu.tsx';
import styles from './toolbar.module.css';
import { Unverified } from './unverified.tsx';
import { drive, useKeyName } from './use-workspace.ts';

interface ToolbarProps {
  readonly id: UserId;
  /** Who is to be signed in on the page; absent while somebody signs in on it. */
  readonly user?: UserView;
  /** Absent while it is still to come. */
  readonly workspace: WorkspaceView | undefined;
}

export const Toolbar = ({ id, user, workspace }: ToolbarProps) => {
  const keyName = useKeyName();
  const isLoading = workspace?.page.kind === 'loading';
  return (
    <AriaToolbar aria-label={workspaceWords.tools} className={styles['toolbar'] ?? ''}>
      <div className={styles['ways']}>
        <ToolButton
          icon={ArrowLeft}
          label={workspaceWords.back}
          keys={keyName('back')}
          isDisabled={!workspace?.canGoBack}
          onPress={() => drive(id, 'back')}
        />
        <ToolButton
          icon={ArrowRight}
          label={workspaceWords.forward}
          keys={keyName('forward')}
          isDisabled={!workspace?.canGoForward}
          onPress={() => drive(id, 'forward')}
        />
        {isLoading ? (
          <ToolButton key="load" icon={X} label={workspaceWords.stop} onPress={() => drive(id, 'stop')} />
        ) : (
          <ToolButton
            key="load"
            icon={RotateCw}
            label={workspaceWords.reload}
            keys={keyName('reload')}
            isDisabled={!workspace}
            onPress={() => drive(id, 'reload')}
          />
        )}
        <ToolButton
          icon={House}
          label={workspaceWords.home}
          isDisabled={!workspace}
          onPress={() => drive(id, 'home')}
        />
      </div>
      <div className={styles['where']}>
        {workspace?.origin && <OriginSign origin={workspace.origin} />}
        {workspace?.origin && user && !workspace.isVerified && <Unverified user={user} />}
      </div>
      <div className={styles['extras']}>
        {workspace && workspace.zoomPercent !== 100 && (
          <Button
            look="quiet"
            aria-label={workspaceWords.zoomed(workspace.zoomPercent)}
            onPress={() => drive(id, 'zoomReset')}
          >
            {workspaceWords.percent(workspace.zoomPercent)}
          </Button>
        )}
        {workspace && <Downloads workspace={workspace} />}
        <PageMenu workspaceId={id} isDisabled={!workspace} maySignIn={user !== undefined} />
      </div>
    </AriaToolbar>
  );
};
