import { useRef, useState } from 'react';
import { useTask } from '../../state/use-task.ts';
import { importedSentence } from '../../text/portable-sentences.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { portableWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import { useFocusOnArrival } from '../../ui/kept-focus.ts';
import { Message } from '../../ui/message.tsx';

interface ImportReceiptProps {
  readonly accounts: number;
  readonly services: number;
  readonly onClose: () => void;
}

/** What was added, and the way back. */
export const ImportReceipt = ({ accounts, services, onClose }: ImportReceiptProps) => {
  const [isTakenBack, setIsTakenBack] = useState(false);
  const { isRunning, error, run } = useTask(() => setIsTakenBack(true));
  const done = useRef<HTMLButtonElement>(null);
  useFocusOnArrival(done, true);
  return (
    <>
      <Message tone="plain" role="status">
        {isTakenBack ? portableWords.takenBack : importedSentence(accounts, services)}
      </Message>
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      <DialogButtons>
        {!isTakenBack && (
          <Button
            isPending={isRunning}
            onPress={() => void run(() => window.hotseat.execute('takeImportBack', undefined))}
          >
            {portableWords.takeBack}
          </Button>
        )}
        <Button look="loud" ref={done} onPress={onClose}>
          {portableWords.done}
        </Button>
      </DialogButtons>
    </>
  );
};
