import { useState } from 'react';
import type { ErrorReport, ServiceId } from '../../../app/contract/bridge.ts';
import { useTask } from '../../state/use-task.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { FieldsForm } from '../fields/fields-form.tsx';
import { jsonIn } from '../fields/json-text.ts';
import { emptyDraft, faultIn } from '../log-in/log-in-draft.ts';

interface ResetByFunctionProps {
  readonly serviceId: ServiceId;
  readonly email: string;
  readonly onDone: (email: string) => void;
}

const fields = ['email', 'password', 'arguments'] as const;

const looks = () =>
  ({
    email: { label: words.email, inputMode: 'email' },
    password: { label: logInWords.newPassword, type: 'password' },
    arguments: { label: logInWords.arguments, rows: 3, hint: logInWords.functionArgumentsHint },
  }) as const;

/** As in the contract's bound. */
const mostArguments = 16;

export const ResetByFunction = ({ serviceId, email, onDone }: ResetByFunctionProps) => {
  const [values, setValues] = useState({ email, password: '', arguments: '' });
  const [fault, setFault] = useState<ErrorReport>();
  const { isRunning, error, run } = useTask(() => onDone(values.email));

  const submit = () => {
    const json = values.arguments.trim() === '' ? jsonIn('[]') : jsonIn(values.arguments);
    const isList = json?.kind === 'array' && json.value.length <= mostArguments;
    const found =
      faultIn({ ...emptyDraft, ...values }, ['email', 'password']) ??
      (isList ? undefined : ({ code: 'invalidInput', field: 'arguments', problem: 'malformed' } as const));
    setFault(found);
    if (found || json?.kind !== 'array') return;
    const request = {
      kind: 'callReset',
      email: values.email,
      password: values.password,
      arguments: json.value,
    } as const;
    void run(() => window.hotseat.execute('requestForEmail', { serviceId, request }));
  };

  return (
    <>
      <DialogText>{logInWords.byFunctionLead}</DialogText>
      <FieldsForm
        fields={fields}
        looks={looks()}
        values={values}
        submitLabel={logInWords.setPassword}
        occasion="mail"
        error={fault ?? error}
        working={isRunning ? logInWords.settingPassword : undefined}
        focusOn={email === '' ? 'email' : 'password'}
        focusAfterFailure="password"
        onChange={setValues}
        onSubmit={submit}
      />
    </>
  );
};
