import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror, useService } from '../../state/mirror.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog } from '../../state/view.ts';
import { lockWords } from '../../text/spoken.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './lock.module.css';

type Kind = 'pin' | 'passphrase';

const kinds = () => (['pin', 'passphrase'] as const).map((id) => ({ id, name: lockWords.kinds[id] }));

/** A PIN or passphrase for an account that is in, typed twice. */
export const SetUpUnlockingDialog = ({ user }: { readonly user: UserView }) => {
  const [kind, setKind] = useState<Kind>(user.unlockWith === 'passphrase' ? 'passphrase' : 'pin');
  const [typed, setTyped] = useState({ once: '', again: '' });
  const offersTouchId = useMirror(
    ({ desk, sessionStorage }) => desk.offersTouchId && sessionStorage.kind === 'protected',
  );
  const [wantsTouchId, setWantsTouchId] = useState(user.unlocksWithTouchId);
  const [isDifferent, setIsDifferent] = useState(false);
  const { isRunning, error, run } = useTask(closeDialog);
  const isWebsite = useService(user)?.kind === 'website';
  const isOfField = error?.code === 'invalidInput';

  const save = () => {
    setIsDifferent(typed.once !== typed.again);
    if (typed.once !== typed.again) return;
    const mayUseTouchId = offersTouchId && wantsTouchId;
    const lock = { userId: user.id, kind, secret: typed.once, mayUseTouchId };
    void run(() => window.hotseat.execute('setUpUnlocking', lock));
  };
  const field = {
    type: 'password',
    inputMode: kind === 'pin' ? 'numeric' : 'text',
    autoComplete: 'off',
  } as const;

  return (
    <Dialog title={lockWords.setUpTitle({ name: user.name })} onClose={closeDialog}>
      <DialogText>{lockWords.setUpLead}</DialogText>
      <div className={styles['kinds']}>
        <Segments
          label={lockWords.kind}
          options={kinds()}
          chosenId={kind}
          onChoose={(chosen) => {
            setKind(chosen);
            setTyped({ once: '', again: '' });
          }}
        />
      </div>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) save();
        }}
      >
        <Field
          {...field}
          autoFocus
          label={lockWords.kinds[kind]}
          hint={lockWords.hints[kind]}
          value={typed.once}
          onChange={(once) => setTyped({ ...typed, once })}
          isReadOnly={isRunning}
          fault={isOfField ? sentenceOf(error) : undefined}
        />
        <Field
          {...field}
          label={lockWords.again[kind]}
          hint={isWebsite || user.isAnonymous ? lockWords.forgottenWebsite : lockWords.forgotten}
          value={typed.again}
          onChange={(again) => setTyped({ ...typed, again })}
          isReadOnly={isRunning}
          fault={isDifferent ? lockWords.notTheSame : undefined}
        />
        {offersTouchId && (
          <Choice
            label={lockWords.touchIdToo}
            hint={lockWords.touchIdHint}
            isSelected={wantsTouchId}
            isDisabled={isRunning}
            onChange={setWantsTouchId}
          />
        )}
        {error && !isOfField && (
          <Message tone="fault" role="alert">
            {sentenceOf(error)}
          </Message>
        )}
        <DialogButtons>
          <Button isDisabled={isRunning} onPress={closeDialog}>
            {words.cancel}
          </Button>
          <Button type="submit" look="loud" isPending={isRunning}>
            {lockWords.setUpDone}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
};
