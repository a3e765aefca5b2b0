import type { ReactNode } from 'react';
import type { Outcome } from '../../../app/contract/bridge.ts';
import { useTask } from '../../state/use-task.ts';
import { closeDialog } from '../../state/view.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';

interface ConfirmationProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly confirm: () => Promise<Outcome<unknown>>;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back. The focus starts on Cancel. */
export const Confirmation = ({ title, confirmLabel, confirm, children }: ConfirmationProps) => {
  const { isRunning, error, run } = useTask(closeDialog);
  return (
    <Dialog title={title} role="alertdialog" isDismissable={!isRunning} onClose={closeDialog}>
      {children}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <DialogButtons>
        <Button autoFocus isDisabled={isRunning} onPress={closeDialog}>
          {words.cancel}
        </Button>
        <Button look="danger" isPending={isRunning} onPress={() => void run(confirm)}>
          {confirmLabel}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};
