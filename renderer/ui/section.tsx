import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** A button at the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a larger surface. */
export const Section = ({ title, action, children }: SectionProps) => {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles['section']}>
      <header className={styles['header']}>
        <h3 id={titleId} className={styles['title']}>
          {title}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
};
