import { useState } from 'react';
import type { ErrorReport, ServiceId } from '../../../app/contract/bridge.ts';
import { useTask } from '../../state/use-task.ts';
import { logInWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { FieldsForm } from '../fields/fields-form.tsx';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import { emptyDraft, faultIn } from '../log-in/log-in-draft.ts';
import { mailPartsIn } from './mail-parts.ts';

interface MailFormProps {
  readonly kind: EmailHelpKind;
  readonly serviceId: ServiceId;
  readonly onDone: () => void;
}

type MailField = 'token' | 'tokenId' | 'password';

const looks = () =>
  ({
    token: { label: logInWords.token },
    tokenId: { label: logInWords.tokenId },
    password: { label: logInWords.newPassword, type: 'password' },
  }) as const;

const fieldsOf: Record<EmailHelpKind, readonly MailField[]> = {
  reset: ['token', 'tokenId', 'password'],
  confirmation: ['token', 'tokenId'],
};

const longestId = 1024;

/** What the mail says. Both parts are one secret, so a failure is told at the first. */
export const MailForm = ({ kind, serviceId, onDone }: MailFormProps) => {
  const [values, setValues] = useState({ token: '', tokenId: '', password: '' });
  const [fault, setFault] = useState<ErrorReport>();
  const { isRunning, error, run } = useTask(onDone);

  const faultOfMail = (): ErrorReport | undefined => {
    if (values.tokenId.trim() === '' && values.token.trim() !== '')
      return { code: 'invalidInput', field: 'token', problem: 'malformed' };
    if (values.tokenId.length > longestId)
      return { code: 'invalidInput', field: 'token', problem: 'tooLong' };
    return faultIn({ ...emptyDraft, ...values }, kind === 'reset' ? ['token', 'password'] : ['token']);
  };

  const submit = () => {
    const found = faultOfMail();
    setFault(found);
    if (found) return;
    const token = values.token.trim();
    const tokenId = values.tokenId.trim();
    const request =
      kind === 'reset'
        ? ({ kind: 'reset', token, tokenId, password: values.password } as const)
        : ({ kind: 'confirm', token, tokenId } as const);
    void run(() => window.hotseat.execute('requestForEmail', { serviceId, request }));
  };

  return (
    <>
      <DialogText>{logInWords.enterMail}</DialogText>
      <FieldsForm
        fields={fieldsOf[kind]}
        looks={looks()}
        values={values}
        submitLabel={kind === 'reset' ? logInWords.setPassword : logInWords.confirm}
        occasion="mail"
        error={fault ?? error}
        working={isRunning ? logInWords[working[kind]] : undefined}
        focusOn="token"
        focusAfterFailure="token"
        onChange={(next) => setValues({ ...next, ...mailPartsIn(next.token) })}
        onSubmit={submit}
      />
    </>
  );
};

const working = { reset: 'settingPassword', confirmation: 'confirming' } as const;
