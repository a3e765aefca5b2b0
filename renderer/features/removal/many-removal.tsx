import { useState, type ReactNode } from 'react';
import type { ErrorReport, Outcome } from '../../../app/contract/bridge.ts';
import type { RemovalReceipt } from '../../../app/contract/removal-views.ts';
import { closeDialog, showRemovalProgress, useView, viewStore, type OpenDialog } from '../../state/view.ts';
import { leftToDo } from '../../text/receipt-words.ts';
import { isWorthTelling, sentenceOf } from '../../text/sentences.ts';
import { removalWords, words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './receipts.module.css';

/** How the removal stands. */
type Stage =
  | { readonly kind: 'asking'; readonly error?: ErrorReport }
  | { readonly kind: 'running'; readonly total: number }
  | { readonly kind: 'left'; readonly receipts: readonly RemovalReceipt[] };

interface ManyRemovalProps<Done> {
  /** The dialog that it is in, as long as no other one has opened. */
  readonly dialog: OpenDialog['kind'];
  readonly title: string;
  readonly confirmLabel: string;
  /** How many accounts it is about. */
  readonly count: number;
  readonly remove: () => Promise<Outcome<Done>>;
  /** Have they left the list, whatever of them could not be erased? */
  readonly areGone: () => boolean;
  readonly onRemoved: (done: Done) => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks, counts while it goes on, and says at the end what could not be erased. */
export const ManyRemoval = <Done,>(props: ManyRemovalProps<Done>) => {
  const { dialog, title, confirmLabel, count, remove, areGone, onRemoved, children } = props;
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const isRunning = stage.kind === 'running';

  const run = async () => {
    const beganAtMs = Date.now();
    setStage({ kind: 'running', total: count });
    showRemovalProgress(undefined);
    const outcome = await remove();
    if (outcome.ok) {
      // A key may have opened another meanwhile.
      if (viewStore.getState().dialog?.kind === dialog) closeDialog();
      onRemoved(outcome.value);
      return;
    }
    const listed = await window.hotseat.execute('listRemovals', undefined);
    const receipts =
      listed.ok && areGone()
        ? listed.value.filter((receipt) => receipt.removedAtMs >= beganAtMs && isLeft(receipt))
        : [];
    if (receipts.length > 0) setStage({ kind: 'left', receipts });
    else setStage({ kind: 'asking', ...(isWorthTelling(outcome.error) ? { error: outcome.error } : {}) });
  };

  return (
    <Dialog title={title} role="alertdialog" isDismissable={!isRunning} onClose={closeDialog}>
      {stage.kind === 'asking' && (
        <>
          {children}
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
            {notErased(stage.receipts).map((line) => (
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
              onPress={() => void run()}
            >
              {confirmLabel}
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
      <DialogText>{removalWords.progress({ done, total })}</DialogText>
    </div>
  );
};

const isLeft = ({ steps }: RemovalReceipt): boolean =>
  steps.some(({ subject, result }) => result === 'failed' && subject !== 'serverSession');

/** Each thing that could not be erased, once, and of how many accounts. */
const notErased = (receipts: readonly RemovalReceipt[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const step of receipts.flatMap(leftToDo)) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts].map(([step, count]) =>
    count === 1 ? step : removalWords.stepOfSeveral({ step, count }),
  );
};
