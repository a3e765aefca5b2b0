import type { ServiceView } from '../../../app/contract/views.ts';
import { words, logInWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DraftForm } from '../log-in/draft-form.tsx';
import { needsConfirmation, type EmailHelpKind } from '../log-in/email-aside.tsx';
import { faultIn, withoutSecrets, type LogInDraft } from '../log-in/log-in-draft.ts';
import type { LogIn } from '../log-in/use-log-in.ts';

const fields = ['email', 'password', 'name'] as const;

interface NewAccountFormProps {
  readonly service: ServiceView;
  readonly logIn: LogIn;
  readonly draft: LogInDraft;
  readonly hasFocus: boolean;
  readonly onChange: (draft: LogInDraft) => void;
  readonly onHelp: (kind: EmailHelpKind) => void;
}

export const NewAccountForm = (props: NewAccountFormProps) => {
  const { service, logIn, draft, onChange, onHelp } = props;
  const { progress } = logIn;

  const submit = async () => {
    const fault = faultIn(draft, fields);
    if (fault) return logIn.fail(fault);
    const { email, password } = draft;
    const name = draft.name.trim();
    const error = await logIn.start({
      command: 'createAccount',
      input: { serviceId: service.id, email, password, ...(name ? { name } : {}) },
    });
    if (error) onChange(withoutSecrets(draft));
  };

  return (
    <DraftForm
      fields={fields}
      draft={draft}
      submitLabel={words.createAccount}
      occasion="createAccount"
      tone={needsConfirmation(progress) ? 'warning' : 'fault'}
      error={progress.kind === 'failed' ? progress.error : undefined}
      working={progress.kind === 'working' ? words.creatingAccount : undefined}
      focusOn={props.hasFocus ? 'email' : undefined}
      onChange={onChange}
      onSubmit={() => void submit()}
      onCancel={logIn.cancel}
    >
      {service.kind === 'appServices' && needsConfirmation(progress) && (
        <Button look="link" onPress={() => onHelp('confirmation')}>
          {logInWords.sendConfirmationAgain}
        </Button>
      )}
    </DraftForm>
  );
};
