import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './message.module.css';

interface MessageProps {
  readonly tone: 'fault' | 'warning' | 'plain';
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
  /** Buttons after the sentence. */
  readonly actions?: ReactNode;
  readonly isLifted?: boolean;
}

const icons = { fault: CircleAlert, warning: TriangleAlert, plain: Info };

/** A sentence that stands out by icon and ground, never by colour alone. */
export const Message = ({ tone, role, children, actions, isLifted = false }: MessageProps) => {
  const Icon = icons[tone];
  return (
    <div className={`${styles['message']} ${styles[tone]} ${isLifted ? styles['lifted'] : ''}`}>
      <Icon size={18} aria-hidden="true" className={styles['icon']} />
      <div className={styles['sentence']} role={role}>
        {children}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
};
