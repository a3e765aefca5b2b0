import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror, useService } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog, openDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { lockWords, words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { WaitLeft } from './wait-left.tsx';

/** Asks for what the account was locked with, and switches to it. */
export const UnlockDialog = ({ user }: { readonly user: UserView }) => {
  const isWebsite = useService(user)?.kind === 'website';
  const canLogIn = user.state === 'loggedOut' || (!isWebsite && !user.isAnonymous);
  const offersTouchId = useMirror(({ desk }) => desk.offersTouchId);
  const canTouch = user.unlocksWithTouchId && offersTouchId;
  return (
    <Dialog title={lockWords.unlockTitle({ name: user.name })} onClose={closeDialog}>
      <DialogText>{leadOf(user, { canLogIn, canTouch })}</DialogText>
      {hasSecret(user) ? (
        <SecretForm user={user} canLogIn={canLogIn} canTouch={canTouch} />
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

interface WaysIn {
  readonly canLogIn: boolean;
  readonly canTouch: boolean;
}

const leadOf = (user: UserView, { canLogIn, canTouch }: WaysIn): string => {
  // After the last attempt, while the dialog was open.
  if (user.state === 'loggedOut') return lockWords.isLoggedOut;
  if (hasSecret(user)) return canTouch ? lockWords.unlockLeadTouchId : lockWords.unlockLead;
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

const SecretForm = ({ user, canLogIn, canTouch }: WaysIn & { readonly user: UserView }) => {
  const [secret, setSecret] = useState('');
  const [answeredAtMs, setAnsweredAtMs] = useState(0);
  const { isRunning, error, run } = useTask(closeDialog);
  const isOfField = error?.code === 'unlockRefused' && error.because !== 'notConfirmed';
  const isPin = user.unlockWith === 'pin';
  const waitSeconds = error?.code === 'unlockRefused' ? error.waitSeconds : undefined;
  const attempt: typeof run = async (work) => {
    await run(work);
    // A wait counts from the answer, whichever way was tried.
    setAnsweredAtMs(Date.now());
  };
  const unlock = async () => {
    await attempt(() => window.hotseat.execute('unlock', { userId: user.id, secret }));
    setSecret('');
  };
  const unlockByTouchId = () => attempt(() => window.hotseat.execute('unlockByTouchId', { userId: user.id }));
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
        fault={isOfField ? sentenceOf(error) : undefined}
      />
      {waitSeconds !== undefined && (
        <WaitLeft key={answeredAtMs} untilMs={answeredAtMs + waitSeconds * 1000} />
      )}
      {error && !isOfField && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <DialogButtons>
        {canLogIn && <LogInInstead user={user} />}
        {canTouch && (
          <Button isDisabled={isRunning} onPress={() => void unlockByTouchId()}>
            {lockWords.byTouchId}
          </Button>
        )}
        <Button type="submit" look="loud" isPending={isRunning}>
          {lockWords.unlock}
        </Button>
      </DialogButtons>
    </Form>
  );
};
