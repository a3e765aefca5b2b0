import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './calm-note.module.css';

interface CalmNoteProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** A button for what can be done. */
  readonly children?: ReactNode;
}

/** Where there is nothing yet: what will be, and how it comes. */
export const CalmNote = ({ icon: Icon, title, text, children }: CalmNoteProps) => (
  <div className={styles['note']}>
    <Icon size={28} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
    <h2>{title}</h2>
    <p className={styles['text']}>{text}</p>
    {children}
  </div>
);
