import { AppWindow } from 'lucide-react';
import { logInWords } from '../../text/spoken.ts';
import styles from './step.module.css';
import { StepPage } from './step-page.tsx';

interface BrowserStepProps {
  readonly attemptId: string;
  readonly onCancel: () => void;
}

/** The issuer's page is open in the browser of this computer. */
export const BrowserStep = ({ attemptId, onCancel }: BrowserStepProps) => (
  <div className={styles['step']}>
    <AppWindow size={40} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
    <p className={styles['lead']}>{logInWords.browserIsOpen}</p>
    <p className={styles['hint']}>{logInWords.browserHint}</p>
    <StepPage attemptId={attemptId} openLabel={logInWords.openAgain} hasFocus onCancel={onCancel} />
  </div>
);
