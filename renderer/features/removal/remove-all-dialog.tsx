import { useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { RemovalReceipt } from '../../../app/contract/removal-views.ts';
import { readMirror, useMirror } from '../../state/mirror.ts';
import { closeDialog, offerReceipts, showRemovalProgress, useView, viewStore } from '../../state/view.ts';
import { leftToDo, removalWords } from '../../text/removal-words.ts';
import { isWorthTelling, sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './receipts.module.css';

/** How the removal of all stands. */
type Stage =
  | { readonly kind: 'asking'; readonly error?: ErrorReport }
  | { readonly kind: 'running'; readonly total: number }
  | { readonly kind: 'left'; readonly left: readonly string[] };

/** Asks, counts while it goes on, and says at the end what could not be erased. */
export const RemoveAllDialog = () => {
  const count = useMirror(({ order }) => order.length);
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const isRunning = stage.kind === 'running';

  const removeAll = async () => {
    const beganAtMs = Date.now();
    setStage({ kind: 'running', total: count });
    showRemovalProgress(undefined);
    const outcome = await window.hotseat.execute('removeAll', undefined);
    if (outcome.ok) {
      // A key may have opened another meanwhile.
      if (viewStore.getState().dialog?.kind === 'removeAll') closeDialog();
      offerReceipts(count);
      return;
    }
    const receipts = await window.hotseat.execute('listRemovals', undefined);
    const areGone = receipts.ok && readMirror().order.length === 0;
    const left = areGone
      ? notErased(receipts.value.filter(({ removedAtMs }) => removedAtMs >= beganAtMs))
      : [];
    if (left.length > 0) setStage({ kind: 'left', left });
    else setStage({ kind: 'asking', ...(isWorthTelling(outcome.error) ? { error: outcome.error } : {}) });
  };

  return (
    <Dialog
      title={removalWords.removeAllTitle}
      role="alertdialog"
      isDismissable={!isRunning}
      onClose={closeDialog}
    >
      {stage.kind === 'asking' && (
        <>
          <DialogText>{removalWords.removeAllErases(count)}</DialogText>
          <DialogText>{removalWords.removeAllKeeps}</DialogText>
          {stage.error && (
            <Message tone="fault" role="alert">
              {sentenceOf(stage.error)}
            </Message>
          )}
        </>
      )}
      {stage.kind === 'running' && <Progress total={stage.total} />}
      {stage.kind === 'left' && (
        <Message tone="warning" role="alert">
          {removalWords.notErased}
          <ul className={styles['left']}>
            {stage.left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Message>
      )}
      <DialogButtons>
        {stage.kind === 'left' ? (
          <Button autoFocus onPress={closeDialog}>
            {words.close}
          </Button>
        ) : (
          <>
            <Button autoFocus isDisabled={isRunning} onPress={closeDialog}>
              {words.cancel}
            </Button>
            <Button
              look="danger"
              isDisabled={count === 0 && !isRunning}
              isPending={isRunning}
              onPress={() => void removeAll()}
            >
              {removalWords.removeAll}
            </Button>
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
};

const Progress = ({ total }: { readonly total: number }) => {
  const { done } = useView((view) => view.removalProgress) ?? { done: 0 };
  return (
    <div className={styles['progress']}>
      <progress
        className={styles['track']}
        aria-label={removalWords.removingAll}
        value={done}
        max={Math.max(1, total)}
      />
      <DialogText>
        {removalWords.removingAll}: {removalWords.progress(done, total)}
      </DialogText>
    </div>
  );
};

/** Each thing that could not be erased, once, and of how many accounts. */
const notErased = (receipts: readonly RemovalReceipt[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const receipt of receipts)
    if (receipt.steps.some(({ subject, result }) => result === 'failed' && subject !== 'serverSession'))
      for (const line of leftToDo(receipt)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count})`));
};
