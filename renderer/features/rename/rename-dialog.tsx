import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { UserView } from '../../../app/contract/views.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';

const longest = 200;

export const RenameDialog = ({ user }: { readonly user: UserView }) => {
  const [nickname, setNickname] = useState(user.nickname ?? '');
  const { isRunning, error, run } = useTask(closeDialog);
  const isTooLong = nickname.trim().length > longest;
  const fault = isTooLong
    ? ({ code: 'invalidInput', field: 'nickname', problem: 'tooLong' } as const)
    : error;
  const isOfField = fault?.code === 'invalidInput' && fault.field === 'nickname';

  const save = () => {
    if (isTooLong) return;
    const text = nickname.trim();
    void run(() =>
      window.hotseat.execute('rename', { userId: user.id, ...(text ? { nickname: text } : {}) }),
    );
  };

  return (
    <Dialog title={words.renameTitle(user.name)} onClose={closeDialog}>
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
