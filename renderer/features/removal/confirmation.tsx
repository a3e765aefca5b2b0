import type { ReactNode } from 'react';
import type { Outcome } from '../../../app/contract/bridge.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';

interface ConfirmationProps {
  readonly title: string;
  readonly confirmLabel: string;
  /** `danger`, by default, for what cannot be taken back. */
  readonly look?: 'danger' | 'loud';
  readonly confirm: () => Promise<Outcome<unknown>>;
  /** Where it goes back to; the whole dialog is closed by default. */
  readonly onClose?: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks before something that the person may not want. The focus starts on Cancel. */
export const Confirmation = (props: ConfirmationProps) => {
  const { title, confirmLabel, look = 'danger', confirm, onClose = closeDialog, children } = props;
  const { isRunning, error, run } = useTask(onClose);
  return (
    <Dialog title={title} role="alertdialog" isDismissable={!isRunning} onClose={onClose}>
      {children}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <DialogButtons>
        <Button autoFocus isDisabled={isRunning} onPress={onClose}>
          {words.cancel}
        </Button>
        <Button look={look} isPending={isRunning} onPress={() => void run(confirm)}>
          {confirmLabel}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};
