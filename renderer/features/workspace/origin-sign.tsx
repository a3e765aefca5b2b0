import { House, Lock, LockOpen, MonitorCheck } from 'lucide-react';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { workspaceWords } from '../../text/spoken.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './toolbar.module.css';

const signs = { builtIn: MonitorCheck, secure: Lock, local: House, insecure: LockOpen };

/** Where the page comes from, and how safely. */
export const OriginSign = ({ origin }: { readonly origin: NonNullable<WorkspaceView['origin']> }) => {
  const { text, security } = origin;
  const Sign = signs[security];
  return (
    <span className={styles['origin']} data-security={security}>
      <Sign size={16} aria-hidden="true" />
      {security !== 'builtIn' && (
        <bdi className={styles['address']} dir="ltr">
          {text}
        </bdi>
      )}
      {/* The eye has it from the sign. */}
      <span className={security === 'secure' ? hidden['hidden'] : styles['security']}>
        {workspaceWords.security[security]}
      </span>
    </span>
  );
};
