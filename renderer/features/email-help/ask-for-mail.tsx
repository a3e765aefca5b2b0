import { useState } from 'react';
import type { ErrorReport, ServiceId } from '../../../app/contract/bridge.ts';
import type { CommandInput } from '../../../app/contract/commands.ts';
import { useTask } from '../../state/use-task.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { FieldsForm } from '../fields/fields-form.tsx';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import { emptyDraft, faultIn } from '../log-in/log-in-draft.ts';
import styles from './email-help.module.css';

interface AskForMailProps {
  readonly kind: EmailHelpKind;
  readonly serviceId: ServiceId;
  readonly email: string;
  readonly onChange: (email: string) => void;
  readonly onSent: () => void;
  /** To a reset that needs no mail. */
  readonly onWithoutMail: () => void;
  /** A confirmation without a mail was asked for. */
  readonly onAsked: () => void;
}

const looks = () => ({ email: { label: words.email, inputMode: 'email' } }) as const;
const fields = ['email'] as const;

export const AskForMail = (props: AskForMailProps) => {
  const { kind, serviceId, email } = props;
  const mail = useTask(props.onSent);
  const byFunction = useTask(props.onAsked);
  const [fault, setFault] = useState<ErrorReport>();
  const isRunning = mail.isRunning || byFunction.isRunning;

  const ask = (task: typeof mail, request: CommandInput<'requestForEmail'>['request']) => {
    const found = faultIn({ ...emptyDraft, email }, fields);
    setFault(found);
    if (!found) void task.run(() => window.hotseat.execute('requestForEmail', { serviceId, request }));
  };

  return (
    <>
      <DialogText>{kind === 'reset' ? logInWords.resetLead : logInWords.confirmLead}</DialogText>
      <FieldsForm
        fields={fields}
        looks={looks()}
        values={{ email }}
        submitLabel={logInWords.sendMail}
        occasion="mail"
        error={fault ?? mail.error ?? byFunction.error}
        working={isRunning ? logInWords.sendingMail : undefined}
        focusOn="email"
        focusAfterFailure="email"
        onChange={(values) => props.onChange(values.email)}
        onSubmit={() => ask(mail, { kind: kind === 'reset' ? 'sendReset' : 'sendConfirmation', email })}
      >
        <div className={styles['asides']}>
          <Button look="link" isDisabled={isRunning} onPress={props.onSent}>
            {logInWords.haveMail}
          </Button>
          {kind === 'reset' ? (
            <Button look="link" isDisabled={isRunning} onPress={props.onWithoutMail}>
              {logInWords.withoutMail}
            </Button>
          ) : (
            <Button
              look="link"
              isDisabled={isRunning}
              onPress={() => ask(byFunction, { kind: 'callConfirmation', email })}
            >
              {logInWords.confirmByFunction}
            </Button>
          )}
        </div>
      </FieldsForm>
    </>
  );
};
