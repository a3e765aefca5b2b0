import { House, Lock, LockOpen, MonitorCheck } from 'lucide-react';
import type { WorkspaceView } from '../../../app/contract/workspace-views.ts';
import { securityWords } from '../../text/workspace-words.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './toolbar.module.css';

const signs = { builtIn: MonitorCheck, secure: Lock, local: House, insecure: LockOpen };

/** Where the page comes from, and how safely. */
export const OriginSign = ({ origin }: { readonly origin: NonNullable<WorkspaceView['origin']> }) => {
  const { text, security } = origin;
  const Sign = signs[security];
  const words = securityWords[security];
  return (
    <span className={styles['origin']} data-security={security}>
      <Sign size={16} aria-hidden="true" />
      {security !== 'builtIn' && (
        <bdi className={styles['address']} dir="ltr">
          {text}
        </bdi>
      )}
      <span className={words.isSpokenOnly ? hidden['hidden'] : styles['security']}>{words.text}</span>
    </span>
  );
};
