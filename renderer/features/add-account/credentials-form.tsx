import { useEffect, useRef, type ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { sentenceOf, type Occasion } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { fieldAtFault, type CredentialField, type Credentials } from './credentials.ts';
import styles from './credentials-form.module.css';
import type { LogInProgress } from './use-log-in.ts';

interface CredentialsFormProps {
  readonly fields: readonly CredentialField[];
  readonly credentials: Credentials;
  readonly submitLabel: string;
  readonly occasion: Occasion;
  readonly progress: LogInProgress;
  readonly isEmailFixed?: boolean;
  readonly autoFocusOn: CredentialField;
  readonly onChange: (credentials: Credentials) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** The fields of a login or of a new account. A failure goes to its field, and the focus with it. */
export const CredentialsForm = (props: CredentialsFormProps) => {
  const { fields, credentials, progress, occasion, onChange } = props;
  const inputs = useRef<Partial<Record<CredentialField, HTMLInputElement | null>>>({});
  const error = progress.kind === 'failed' ? progress.error : undefined;
  const isWorking = progress.kind === 'working';

  useEffect(() => {
    if (error) inputs.current[fieldAtFault(error)]?.focus();
  }, [error]);

  const fieldProps = (field: CredentialField) => ({
    inputRef: (element: HTMLInputElement | null) => {
      inputs.current[field] = element;
    },
    value: credentials[field],
    onChange: (text: string) => onChange({ ...credentials, [field]: text }),
    fault: error && isOf(error, field) ? sentenceOf(error, occasion) : undefined,
    autoFocus: props.autoFocusOn === field,
    isReadOnly: isWorking,
  });

  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {error && !fields.some((field) => isOf(error, field)) && (
        <div className={styles['fault']}>
          <Message tone="fault" role="alert">
            {sentenceOf(error, occasion)}
          </Message>
        </div>
      )}
      <Field
        {...fieldProps('email')}
        label={words.email}
        inputMode="email"
        autoComplete="off"
        spellCheck="false"
        isReadOnly={isWorking || props.isEmailFixed === true}
      />
      <Field {...fieldProps('password')} label={words.password} type="password" autoComplete="off" />
      {fields.includes('name') && (
        <Field {...fieldProps('name')} label={words.name} placeholder={words.optional} autoComplete="off" />
      )}
      <div className={styles['buttons']}>
        {isWorking && (
          <>
            <span className={styles['working']}>
              {progress.command === 'logIn' ? words.loggingIn : words.creatingAccount}
            </span>
            <Button onPress={props.onCancel}>{words.cancel}</Button>
          </>
        )}
        <Button type="submit" look="loud" isDisabled={isWorking}>
          {props.submitLabel}
        </Button>
      </div>
      {props.children}
    </Form>
  );
};

const isOf = (error: ErrorReport, field: CredentialField): boolean =>
  (error.code === 'invalidInput' && error.field === field) ||
  (error.code === 'conflict' && error.with === 'emailTaken' && field === 'email');
