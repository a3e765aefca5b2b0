import { ArrowLeft } from 'lucide-react';
import { words } from '../text/spoken.ts';
import { Button } from './button.tsx';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  readonly isDisabled?: boolean;
  readonly onBack: () => void;
}

/** The head of a page inside a dialog, with the way back to the one before. */
export const PageHead = ({ title, isDisabled = false, onBack }: PageHeadProps) => (
  <div className={styles['head']}>
    <Button look="icon" aria-label={words.back} isDisabled={isDisabled} onPress={onBack}>
      <ArrowLeft size={18} aria-hidden="true" className={styles['sign']} />
    </Button>
    <h3 className={styles['title']}>{title}</h3>
  </div>
);
