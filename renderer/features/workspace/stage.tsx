import { memo, useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { dropStill, useStage } from '../../state/stage.ts';
import { useKeyOf } from '../../state/keys.ts';
import { workspaceWords } from '../../text/spoken.ts';
import hidden from '../../ui/hidden.module.css';
import { wearing, type IdentityColour } from '../../ui/identities.ts';
import { createPlacer } from './placer.ts';
import { notPlaced } from './placement.ts';
import { watchStage } from './stage-watch.ts';
import styles from './stage.module.css';
import { driveShown } from './use-workspace.ts';

const placer = createPlacer((placement) => void window.hotseat.execute('placeWorkspace', placement));

/** How long the still outlasts what was over the page, so that nothing flashes before the page is back. */
const stillStaysMs = 400;

interface StageProps {
  readonly id: UserId;
  /** Of whom the page is; absent while somebody signs in on it. */
  readonly colour?: IdentityColour;
  readonly workspace: WorkspaceView | undefined;
}

/**
 * Where main puts the page of the active user, in a frame of that user's colour. The page is drawn over everything
 * in here; only while something of the window covers it, its still stands in for it.
 */
export const Stage = ({ id, colour, workspace }: StageProps) => {
  const stage = useRef<HTMLDivElement>(null);
  const isLoading = workspace === undefined || workspace.page.kind === 'loading';
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchStage(element, (placement) => {
      placer.place(placement);
      clearTimeout(timer);
      if (!placement.isCovered) timer = setTimeout(dropStill, stillStaysMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      dropStill();
      placer.place(notPlaced);
    };
  }, []);
  return (
    <div className={styles['frame']} {...wearing(colour)} data-loading={isLoading || undefined}>
      {isLoading && (
        <div role="progressbar" aria-label={workspaceWords.loading} className={styles['progress']} />
      )}
      <div ref={stage} className={styles['stage']}>
        {isLoading && <p className={styles['opening']}>{workspaceWords.opening}</p>}
        <Still workspaceId={id} />
        {workspace && <WayIn title={workspace.title} />}
      </div>
    </div>
  );
};

/** Says that it is drawn, for main to take the page away only then. */
const Still = ({ workspaceId }: { readonly workspaceId: UserId }) => {
  const image = useStage(({ still }) => (still?.workspaceId === workspaceId ? still.image : undefined));
  if (image === undefined) return undefined;
  return <img src={image} alt="" className={styles['still']} onLoad={placer.repeat} />;
};

/** The page as a stop on the way through the window. */
const WayIn = memo(({ title }: { readonly title: string }) => {
  const key = useKeyOf('moveFocus');
  const hintId = useId();
  return (
    <>
      <Button
        aria-label={title === '' ? workspaceWords.page : workspaceWords.pageTitled({ title })}
        aria-describedby={hintId}
        className={styles['wayIn'] ?? ''}
        onPress={focusPage}
      >
        {undefined}
      </Button>
      <span id={hintId} className={hidden['hidden']}>
        {key === undefined ? workspaceWords.intoPage : workspaceWords.intoPageToo({ key })}
      </span>
    </>
  );
});

const focusPage = (): void => driveShown('focus');
