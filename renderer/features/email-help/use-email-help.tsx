import { useState } from 'react';
import { Message } from '../../ui/message.tsx';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import styles from './email-help.module.css';

interface EmailHelpState {
  /** What is shown in place of the login, if anything. */
  readonly kind: EmailHelpKind | undefined;
  /** The sentence of what came of it. */
  readonly outcome: string | undefined;
  readonly isUsed: boolean;
  readonly open: (kind: EmailHelpKind) => void;
  readonly back: () => void;
  readonly done: (sentence: string) => void;
  readonly forget: () => void;
}

/** The help with an e-mail and password in a dialog that logs in. */
export const useEmailHelp = (): EmailHelpState => {
  const [kind, setKind] = useState<EmailHelpKind>();
  const [outcome, setOutcome] = useState<string>();
  const [isUsed, setIsUsed] = useState(false);
  return {
    kind,
    outcome,
    isUsed,
    open: (wanted) => {
      setIsUsed(true);
      setOutcome(undefined);
      setKind(wanted);
    },
    back: () => setKind(undefined),
    done: (sentence) => {
      setOutcome(sentence);
      setKind(undefined);
    },
    forget: () => setOutcome(undefined),
  };
};

export const HelpOutcome = ({ sentence }: { readonly sentence: string | undefined }) => (
  <div role="status">
    {sentence !== undefined && (
      <div className={styles['outcome']}>
        <Message tone="plain">{sentence}</Message>
      </div>
    )}
  </div>
);
