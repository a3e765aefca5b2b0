import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Outcome } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { ColourChoice, type ChosenColour } from './colour-choice.tsx';

const longest = 200;

export const RenameDialog = ({ user }: { readonly user: UserView }) => {
  const [nickname, setNickname] = useState(user.nickname ?? '');
  const [colour, setColour] = useState<ChosenColour>(user.isColourChosen ? user.colour : 'automatic');
  const { isRunning, error, run } = useTask(closeDialog);
  const isTooLong = nickname.trim().length > longest;
  const fault = isTooLong
    ? ({ code: 'invalidInput', field: 'nickname', problem: 'tooLong' } as const)
    : error;
  const isOfField = fault?.code === 'invalidInput' && fault.field === 'nickname';

  const save = () => {
    if (isTooLong) return;
    void run(() => saved(user, nickname.trim(), colour));
  };

  return (
    <Dialog title={words.renameTitle({ name: user.name })} onClose={closeDialog}>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={words.nickname}
          hint={words.nicknameHint}
          value={nickname}
          onChange={setNickname}
          autoFocus
          autoComplete="off"
          fault={isOfField ? sentenceOf(fault) : undefined}
        />
        <ColourChoice user={user} chosen={colour} onChoose={setColour} />
        {fault && !isOfField && (
          <Message tone="fault" role="alert">
            {sentenceOf(fault)}
          </Message>
        )}
        <DialogButtons>
          <Button isDisabled={isRunning} onPress={closeDialog}>
            {words.cancel}
          </Button>
          <Button type="submit" look="loud" isPending={isRunning}>
            {words.save}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
};

/** Only what has changed; where the second is refused, saving again asks for that alone. */
const saved = async (
  { id: userId, ...user }: UserView,
  nickname: string,
  chosen: ChosenColour,
): Promise<Outcome<unknown>> => {
  if (nickname !== (user.nickname ?? '')) {
    const renamed = await window.hotseat.execute('rename', { userId, ...(nickname ? { nickname } : {}) });
    if (!renamed.ok) return renamed;
  }
  const colour = chosen === 'automatic' ? undefined : chosen;
  if (colour === (user.isColourChosen ? user.colour : undefined)) return { ok: true, value: undefined };
  return window.hotseat.execute('chooseColour', { userId, ...(colour ? { colour } : {}) });
};
