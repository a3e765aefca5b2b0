import { useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './step.module.css';

interface StepPageProps {
  readonly attemptId: string;
  readonly openLabel: string;
  readonly hasFocus?: boolean;
  readonly onCancel: () => void;
}

/** Opens the page that a login waits for, or puts its address into the clipboard; main knows it. Or gives up. */
export const StepPage = ({ attemptId, openLabel, hasFocus = false, onCancel }: StepPageProps) => {
  const [isCopied, setIsCopied] = useState(false);
  const [error, setError] = useState<ErrorReport>();
  const open = async (where: 'browser' | 'clipboard') => {
    setError(undefined);
    setIsCopied(false);
    const outcome = await window.hotseat.execute('openLogInPage', { attemptId, in: where });
    if (!outcome.ok) setError(outcome.error);
    else setIsCopied(where === 'clipboard');
  };
  return (
    <>
      <div className={styles['page']}>
        <Button autoFocus={hasFocus} onPress={() => void open('browser')}>
          {openLabel}
        </Button>
        <Button onPress={() => void open('clipboard')}>{logInWords.copyAddress}</Button>
      </div>
      {error && (
        <div className={styles['fault']}>
          <Message tone="fault" role="alert">
            {sentenceOf(error)}
          </Message>
        </div>
      )}
      <div className={styles['end']}>
        <p role="status" className={styles['copied']}>
          {isCopied && logInWords.addressIsCopied}
        </p>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </>
  );
};
