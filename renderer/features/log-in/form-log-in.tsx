import { useState } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Selection } from '../../ui/selection.tsx';
import { DraftForm } from './draft-form.tsx';
import styles from './form-log-in.module.css';
import { EmailAside, type EmailHelpKind } from './email-aside.tsx';
import {
  faultIn,
  fieldsOf,
  formWaysOf,
  methodOf,
  withoutSecrets,
  type FormWay,
  type LogInDraft,
} from './log-in-draft.ts';
import type { LogIn } from './use-log-in.ts';

interface FormLogInProps {
  readonly service: ServiceView;
  readonly logIn: LogIn;
  readonly draft: LogInDraft;
  /** Logging in again as this user. */
  readonly expectedUserId?: UserId;
  readonly isEmailFixed?: boolean;
  readonly hasFocus: boolean;
  readonly startsWith?: FormWay | undefined;
  readonly onChange: (draft: LogInDraft) => void;
  readonly onHelp: (kind: EmailHelpKind) => void;
}

/** Logging in at a service that lets Hotseat ask. */
export const FormLogIn = (props: FormLogInProps) => {
  const { service, logIn, draft, expectedUserId, isEmailFixed = false, onChange } = props;
  const ways = formWaysOf(service.kind);
  const [chosenWay, setWay] = useState(props.startsWith);
  const way = chosenWay ?? ways[0] ?? 'emailPassword';
  const fields = fieldsOf[way];
  const { progress } = logIn;
  const isWorking = progress.kind === 'working';
  const mayFocus = props.hasFocus && (chosenWay === undefined || chosenWay === props.startsWith);

  const submit = async () => {
    const fault = faultIn(draft, fields);
    if (fault) return logIn.fail(fault);
    const error = await logIn.start({
      command: 'logIn',
      input: {
        serviceId: service.id,
        method: methodOf(way, draft),
        ...(expectedUserId === undefined ? {} : { expectedUserId }),
      },
    });
    if (error) onChange(withoutSecrets(draft));
  };

  return (
    <>
      {ways.length > 1 && (
        <Selection
          label={logInWords.way}
          options={ways.map((id) => ({ id, name: logInWords.ways[id] }))}
          chosenId={way}
          isDisabled={isWorking}
          onChoose={(chosen) => {
            setWay(chosen);
            onChange(withoutSecrets(draft));
            logIn.reset();
          }}
        />
      )}
      <DraftForm
        key={way}
        fields={fields}
        draft={draft}
        submitLabel={words.logIn}
        occasion={occasionOf(way, expectedUserId)}
        error={progress.kind === 'failed' ? progress.error : undefined}
        working={isWorking ? words.loggingIn : undefined}
        isEmailFixed={isEmailFixed}
        focusOn={mayFocus ? focusOf(way, draft) : undefined}
        onChange={onChange}
        onSubmit={() => void submit()}
        onCancel={logIn.cancel}
      >
        {service.kind === 'appServices' && way === 'emailPassword' && (
          <div className={styles['asides']}>
            <EmailAside progress={progress} onHelp={props.onHelp} />
          </div>
        )}
      </DraftForm>
    </>
  );
};

const occasionOf = (way: FormWay, expectedUserId: UserId | undefined) => {
  if (way !== 'emailPassword') return way;
  return expectedUserId === undefined ? 'logIn' : 'logInAgain';
};

const focusOf = (way: FormWay, { email }: LogInDraft) =>
  way === 'emailPassword' && email !== '' ? 'password' : fieldsOf[way][0];
