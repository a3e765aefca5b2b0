import { useState } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import { logInWords } from '../../text/spoken.ts';
import { PageHead } from '../../ui/page-head.tsx';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import { AskForMail } from './ask-for-mail.tsx';
import { MailForm } from './mail-form.tsx';
import { ResetByFunction } from './reset-by-function.tsx';
import type { EmailHelpOutcome } from './use-email-help.tsx';

interface EmailHelpProps {
  readonly kind: EmailHelpKind;
  readonly serviceId: ServiceId;
  readonly email: string;
  readonly onBack: () => void;
  readonly onDone: (email: string, outcome: EmailHelpOutcome) => void;
}

type Stage = 'ask' | 'mail' | 'function';

/** A forgotten password, or an e-mail that is not confirmed: ask for a mail, then enter what it says. */
export const EmailHelp = ({ kind, serviceId, email: firstEmail, onBack, onDone }: EmailHelpProps) => {
  const [stage, setStage] = useState<Stage>('ask');
  const [email, setEmail] = useState(firstEmail);
  return (
    <>
      <PageHead
        title={kind === 'reset' ? logInWords.resetTitle : logInWords.confirmTitle}
        onBack={() => (stage === 'ask' ? onBack() : setStage('ask'))}
      />
      {stage === 'ask' && (
        <AskForMail
          kind={kind}
          serviceId={serviceId}
          email={email}
          onChange={setEmail}
          onSent={() => setStage('mail')}
          onWithoutMail={() => setStage('function')}
          onAsked={() => onDone(email, 'confirmationAsked')}
        />
      )}
      {stage === 'mail' && (
        <MailForm
          kind={kind}
          serviceId={serviceId}
          onDone={() => onDone(email, kind === 'reset' ? 'passwordIsSet' : 'isConfirmed')}
        />
      )}
      {stage === 'function' && (
        <ResetByFunction serviceId={serviceId} email={email} onDone={(of) => onDone(of, 'passwordIsSet')} />
      )}
    </>
  );
};
