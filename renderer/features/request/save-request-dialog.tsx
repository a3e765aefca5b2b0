import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import type { OutgoingRequest } from '../../../app/contract/request-views.ts';
import { useTask } from '../../state/use-task.ts';
import { announce } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { titleOf } from './request-draft.ts';

interface SaveRequestDialogProps {
  readonly serviceId: ServiceId;
  readonly request: OutgoingRequest;
  readonly onClose: () => void;
}

const longestName = 200;

export const SaveRequestDialog = ({ serviceId, request, onClose }: SaveRequestDialogProps) => {
  const [name, setName] = useState(() => titleOf(request).slice(0, longestName));
  const [isMissing, setIsMissing] = useState(false);
  const { isRunning, error, run } = useTask(() => {
    announce(requestWords.wasSaved({ name: name.trim() }));
    onClose();
  });
  const save = () => {
    setIsMissing(name.trim() === '');
    if (name.trim() !== '')
      void run(() => window.hotseat.execute('saveRequest', { serviceId, name: name.trim(), request }));
  };
  return (
    <Dialog title={requestWords.saveTitle} isDismissable={!isRunning} onClose={onClose}>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) save();
        }}
      >
        <Field
          label={requestWords.saveName}
          hint={requestWords.saveHint}
          fault={isMissing ? requestWords.nameMissing : undefined}
          value={name}
          maxLength={longestName}
          autoFocus
          autoComplete="off"
          onChange={setName}
        />
        {error && (
          <Message tone="fault" role="alert">
            {sentenceOf(error)}
          </Message>
        )}
        <DialogButtons>
          <Button isDisabled={isRunning} onPress={onClose}>
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
