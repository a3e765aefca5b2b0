import { useState } from 'react';
import type { ImportPreview } from '../../../app/contract/portable-views.ts';
import { useTask } from '../../state/use-task.ts';
import { importLabel, previewSentence } from '../../text/portable-sentences.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, portableWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import { ListedServices } from './listed-services.tsx';

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly onClose: () => void;
}

/** What an import would do, before it does it; then what it did. */
export const ImportDialog = ({ preview, onClose }: ImportDialogProps) => {
  const [added, setAdded] = useState<number>();
  const { isRunning, error, run } = useTask(() => undefined);
  const { previewId, services, newCount } = preview;
  const newServices = services.filter(({ standing }) => standing === 'new').length;
  const begin = async () => {
    const outcome = await window.hotseat.execute('importAccounts', { previewId });
    if (outcome.ok) setAdded(outcome.value.added);
    return outcome;
  };
  return (
    <Dialog title={portableWords.importTitle} isDismissable={!isRunning} onClose={onClose}>
      {added === undefined ? (
        <>
          {newServices > 0 && <DialogText>{portableWords.importLead}</DialogText>}
          {services.length > 0 && <ListedServices services={services} />}
          <DialogText>{previewSentence(preview)}</DialogText>
          {error && (
            <Message tone="fault" role="alert">
              {sentenceOf(error)}
            </Message>
          )}
          <DialogButtons>
            <Button isDisabled={isRunning} onPress={onClose}>
              {words.cancel}
            </Button>
            {newCount + newServices > 0 && (
              <Button look="loud" isPending={isRunning} onPress={() => void run(begin)}>
                {isRunning ? portableWords.importing : importLabel(preview)}
              </Button>
            )}
          </DialogButtons>
        </>
      ) : (
        <ImportReceipt accounts={added} services={newServices} onClose={onClose} />
      )}
    </Dialog>
  );
};
