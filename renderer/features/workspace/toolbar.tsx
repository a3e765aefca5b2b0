import { ArrowLeft, ArrowRight, House, RotateCw, X } from 'lucide-react';
import { memo } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import type { WorkspaceAction, WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { useKeyOf } from '../../state/keys.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { Downloads } from './downloads.tsx';
import { OriginSign } from './origin-sign.tsx';
import { PageMenu } from './page-menu.tsx';
import styles from './toolbar.module.css';
import { Unverified } from './unverified.tsx';
import { driveShown } from './use-workspace.ts';

interface ToolbarProps {
  /** Is the page the active user's, rather than one that somebody signs in on? */
  readonly isOfUser: boolean;
  /** Absent while it is still to come. */
  readonly workspace: WorkspaceView | undefined;
}

/**
 * The tools of the page that is shown. Each drives what is shown when it is pressed, and is drawn only when it looks
 * different itself: a switch finds most of them as they were.
 */
export const Toolbar = ({ isOfUser, workspace }: ToolbarProps) => (
  <AriaToolbar aria-label={workspaceWords.tools} className={styles['toolbar'] ?? ''}>
    <Ways
      isThere={workspace !== undefined}
      isLoading={workspace?.page.kind === 'loading'}
      canGoBack={workspace?.canGoBack ?? false}
      canGoForward={workspace?.canGoForward ?? false}
    />
    <div className={styles['where']}>
      {workspace?.origin && <OriginSign origin={workspace.origin} />}
      {workspace?.origin && isOfUser && !workspace.isVerified && <Unverified />}
    </div>
    <div className={styles['extras']}>
      {workspace && workspace.zoomPercent !== 100 && (
        <Button
          look="quiet"
          aria-label={workspaceWords.zoomed({ percent: workspace.zoomPercent })}
          onPress={press.zoomReset}
        >
          {workspaceWords.percent({ percent: workspace.zoomPercent })}
        </Button>
      )}
      {workspace && <Downloads workspace={workspace} />}
      <PageMenu isDisabled={!workspace} maySignIn={isOfUser} />
    </div>
  </AriaToolbar>
);

interface WaysProps {
  readonly isThere: boolean;
  readonly isLoading: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

const Ways = memo(({ isThere, isLoading, canGoBack, canGoForward }: WaysProps) => {
  const keys = { back: useKeyOf('back'), forward: useKeyOf('forward'), reload: useKeyOf('reload') };
  return (
    <div className={styles['ways']}>
      <ToolButton
        icon={ArrowLeft}
        label={workspaceWords.back}
        keys={keys.back}
        isDisabled={!canGoBack}
        onPress={press.back}
      />
      <ToolButton
        icon={ArrowRight}
        label={workspaceWords.forward}
        keys={keys.forward}
        isDisabled={!canGoForward}
        onPress={press.forward}
      />
      {isLoading ? (
        <ToolButton key="load" icon={X} label={workspaceWords.stop} onPress={press.stop} />
      ) : (
        <ToolButton
          key="load"
          icon={RotateCw}
          label={workspaceWords.reload}
          keys={keys.reload}
          isDisabled={!isThere}
          onPress={press.reload}
        />
      )}
      <ToolButton icon={House} label={workspaceWords.home} isDisabled={!isThere} onPress={press.home} />
    </div>
  );
});

const pressOf = (action: WorkspaceAction) => (): void => driveShown(action);

/** The same functions at every drawing: a tool that gets another one is drawn again. */
const press = {
  back: pressOf('back'),
  forward: pressOf('forward'),
  stop: pressOf('stop'),
  reload: pressOf('reload'),
  home: pressOf('home'),
  zoomReset: pressOf('zoomReset'),
};
