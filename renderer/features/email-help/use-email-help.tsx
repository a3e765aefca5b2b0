import { useState } from 'react';
import { logInWords } from '../../text/spoken.ts';
import { Message } from '../../ui/message.tsx';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import styles from './email-help.module.css';

/** What came of it. */
export type EmailHelpOutcome = 'passwordIsSet' | 'isConfirmed' | 'confirmationAsked';

interface EmailHelpState {
  /** What is shown in place of the login, if anything. */
  readonly kind: EmailHelpKind | undefined;
  readonly outcome: EmailHelpOutcome | undefined;
  readonly isUsed: boolean;
  readonly open: (kind: EmailHelpKind) => void;
  readonly back: () => void;
  readonly done: (outcome: EmailHelpOutcome) => void;
  readonly forget: () => void;
}

/** The help with an e-mail and password in a dialog that logs in. */
export const useEmailHelp = (): EmailHelpState => {
  const [kind, setKind] = useState<EmailHelpKind>();
  const [outcome, setOutcome] = useState<EmailHelpOutcome>();
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
    done: (what) => {
      setOutcome(what);
      setKind(undefined);
    },
    forget: () => setOutcome(undefined),
  };
};

export const HelpOutcome = ({ outcome }: { readonly outcome: EmailHelpOutcome | undefined }) => (
  <div role="status">
    {outcome !== undefined && (
      <div className={styles['outcome']}>
        <Message tone="plain">{logInWords[outcome]}</Message>
      </div>
    )}
  </div>
);
