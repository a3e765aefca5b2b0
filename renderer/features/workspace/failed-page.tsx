import { CloudOff, Hourglass, RotateCw, ServerCrash, ShieldAlert, Unplug } from 'lucide-react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { PageFailure } from '../../../app/contract/workspace-views.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './calm-page.module.css';
import { drive } from './use-workspace.ts';

const signs: Record<PageFailure, typeof CloudOff> = {
  offline: CloudOff,
  unreachable: Unplug,
  timedOut: Hourglass,
  certificate: ShieldAlert,
  serverError: ServerCrash,
  crashed: ServerCrash,
  unresponsive: Hourglass,
};

interface FailedPageProps {
  readonly workspaceId: UserId;
  readonly because: PageFailure;
}

/** In the place of a page that is not there. */
export const FailedPage = ({ workspaceId, because }: FailedPageProps) => {
  const Sign = signs[because];
  const { title, advice, retry } = workspaceWords.failures[because];
  return (
    <div className={styles['page']}>
      <Sign size={32} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
      <div role="alert" className={styles['texts']}>
        <h2 className={styles['title']}>{title}</h2>
        <p className={styles['text']}>{advice}</p>
      </div>
      <Button look="loud" onPress={() => drive(workspaceId, 'reload')}>
        <RotateCw size={16} aria-hidden="true" />
        {retry}
      </Button>
    </div>
  );
};
