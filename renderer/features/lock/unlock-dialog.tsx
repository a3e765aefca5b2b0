import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { UserView } from '../../../app/contract/views.ts';
import { useService } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog, openDialog } from '../../state/view.ts';
import { lockWords } from '../../text/lock-words.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { WaitLeft } from './wait-left.tsx';

/** Asks for what the account was locked with, and switches to it. */
export const UnlockDialog = ({ user }: { readonly user: UserView }) => {
  const isWebsite = useService(user)?.kind === 'website';
  const canLogIn = user.state === 'loggedOut' || (!isWebsite && !user.isAnonymous);
  return (
    <Dialog title={lockWords.unlockTitle(user.name)} onClose={closeDialog}>
      <DialogText>{leadOf(user, canLogIn)}</DialogText>
      {hasSecret(user) ? (
        <SecretForm user={user} canLogIn={canLogIn} />
      ) : (
        <DialogButtons>
          <Button onPress={closeDialog}>{words.cancel}</Button>
          {canLogIn && <LogInInstead user={user} isLoud />}
        </DialogButtons>
      )}
    </Dialog>
  );
};

const hasSecret = ({ unlockWith }: UserView): boolean => unlockWith === 'pin' || unlockWith === 'passphrase';

const leadOf = (user: UserView, canLogIn: boolean): string => {
  // After the last attempt, while the dialog was open.
  if (user.state === 'loggedOut') return lockWords.isLoggedOut;
  if (hasSecret(user)) return lockWords.unlockLead;
  return canLogIn ? lockWords.onlyLogIn : lockWords.nothingOpens;
};

const LogInInstead = ({ user, isLoud = false }: { readonly user: UserView; readonly isLoud?: boolean }) => (
  <Button
    {...(isLoud ? { look: 'loud', autoFocus: true } : {})}
    onPress={() => openDialog({ kind: 'logInAgain', userId: user.id })}
  >
    {lockWords.logInInstead}
  </Button>
);

const SecretForm = ({ user, canLogIn }: { readonly user: UserView; readonly canLogIn: boolean }) => {
  const [secret, setSecret] = useState('');
  const [answeredAtMs, setAnsweredAtMs] = useState(0);
  const { isRunning, error, run } = useTask(closeDialog);
  const isPin = user.unlockWith === 'pin';
  const waitSeconds = error?.code === 'unlockRefused' ? error.waitSeconds : undefined;
  const unlock = async () => {
    await run(() => window.hotseat.execute('unlock', { userId: user.id, secret }));
    setAnsweredAtMs(Date.now());
    setSecret('');
  };
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && secret !== '') void unlock();
      }}
    >
      <Field
        label={isPin ? lockWords.pin : lockWords.passphrase}
        type="password"
        inputMode={isPin ? 'numeric' : 'text'}
        autoComplete="off"
        autoFocus
        value={secret}
        onChange={setSecret}
        isReadOnly={isRunning}
        fault={error?.code === 'unlockRefused' ? sentenceOf(error) : undefined}
      />
      {waitSeconds !== undefined && (
        <WaitLeft key={answeredAtMs} untilMs={answeredAtMs + waitSeconds * 1000} />
      )}
      {error && error.code !== 'unlockRefused' && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <DialogButtons>
        {canLogIn && <LogInInstead user={user} />}
        <Button type="submit" look="loud" isPending={isRunning}>
          {lockWords.unlock}
        </Button>
      </DialogButtons>
    </Form>
  );
};
