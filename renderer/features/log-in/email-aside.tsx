import { logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import type { LogInProgress } from './use-log-in.ts';

export type EmailHelpKind = 'reset' | 'confirmation';

interface EmailAsideProps {
  readonly progress: LogInProgress;
  readonly onHelp: (kind: EmailHelpKind) => void;
}

/** What helps somebody whose e-mail and password do not let them in. */
export const EmailAside = ({ progress, onHelp }: EmailAsideProps) => {
  const isUnconfirmed = needsConfirmation(progress);
  const isDisabled = progress.kind === 'working';
  return (
    <>
      {isUnconfirmed && (
        <Button look="link" isDisabled={isDisabled} onPress={() => onHelp('confirmation')}>
          {logInWords.sendConfirmationAgain}
        </Button>
      )}
      <Button look="link" isDisabled={isDisabled} onPress={() => onHelp('reset')}>
        {logInWords.forgotPassword}
      </Button>
    </>
  );
};

export const needsConfirmation = (progress: LogInProgress): boolean =>
  progress.kind === 'failed' &&
  progress.error.code === 'authenticationRejected' &&
  progress.error.because === 'emailNotConfirmed';
