import { useState } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { useServiceName } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { attention } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Dialog, DialogText } from '../../ui/dialog.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { faultIn, noCredentials } from './credentials.ts';
import { useLogIn } from './use-log-in.ts';

const fields = ['email', 'password'] as const;

/** Logging in again as one user: main refuses any other identity. */
export const LogInAgainDialog = ({ user }: { readonly user: UserView }) => {
  const service = useServiceName(user);
  const [credentials, setCredentials] = useState({ ...noCredentials, email: user.email ?? '' });
  const logIn = useLogIn(closeDialog);

  const submit = async () => {
    const fault = faultIn(credentials, fields);
    if (fault) return logIn.fail(fault);
    const { email, password } = credentials;
    const error = await logIn.start({
      command: 'logIn',
      input: {
        serviceId: user.serviceId,
        method: { kind: 'emailPassword', email, password },
        expectedUserId: user.id,
      },
    });
    if (error) setCredentials((typed) => ({ ...typed, password: '' }));
  };

  return (
    <Dialog title={words.logInAgainAs(user.name)} onClose={closeDialog}>
      <DialogText>
        {[
          service && `${words.service}: ${service}.`,
          ...user.attention.map((reason) => attention[reason].sentence),
        ]
          .filter(Boolean)
          .join(' ')}
      </DialogText>
      <CredentialsForm
        fields={fields}
        credentials={credentials}
        submitLabel={words.logIn}
        occasion="logInAgain"
        progress={logIn.progress}
        isEmailFixed={user.email !== undefined}
        autoFocusOn={user.email === undefined ? 'email' : 'password'}
        onChange={setCredentials}
        onSubmit={() => void submit()}
        onCancel={logIn.cancel}
      />
    </Dialog>
  );
};
