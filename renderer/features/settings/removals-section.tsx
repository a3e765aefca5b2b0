import { useEffect, useRef, useState } from 'react';
import { useMirror } from '../../state/mirror.ts';
import { openDialog } from '../../state/view.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { removalWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { ReceiptView } from '../removal/receipt-view.tsx';
import styles from '../removal/receipts.module.css';
import type { SectionProps } from './settings-sections.tsx';
import { useReceipts } from '../removal/use-receipts.ts';

/** More are shown when they are asked for. */
const shownAtFirst = 10;

/** Whoever has come for the newest receipt finds it open, and the focus there. */
export const RemovalsSection = ({ sought }: Pick<SectionProps, 'sought'>) => {
  const isSought = sought === 'removals';
  const hasAccounts = useMirror(({ order }) => order.length > 0);
  const { receipts, error, readAgain } = useReceipts();
  const [isWhole, setIsWhole] = useState(false);
  const clearing = useTask(readAgain);
  const list = useRef<HTMLUListElement>(null);
  const hasCome = receipts !== undefined;
  useEffect(() => {
    if (!isSought || !hasCome) return;
    list.current?.querySelector('button')?.focus();
    list.current?.scrollIntoView({ block: 'start' });
  }, [isSought, hasCome]);
  const all = receipts ?? [];
  const shown = isWhole ? all : all.slice(0, shownAtFirst);
  const failure = error ?? clearing.error;
  return (
    <Section
      title={removalWords.removals}
      action={
        all.some(({ finishedAtMs }) => finishedAtMs !== undefined) && (
          <Button
            isPending={clearing.isRunning}
            onPress={() => void clearing.run(() => window.hotseat.execute('forgetRemovals', undefined))}
          >
            {removalWords.clear}
          </Button>
        )
      }
    >
      <DialogText>{hasCome && all.length === 0 ? removalWords.none : removalWords.lead}</DialogText>
      {failure && (
        <Message tone="fault" role="alert">
          {sentenceOf(failure)}
        </Message>
      )}
      {shown.length > 0 && (
        <ul ref={list} className={styles['list']} aria-label={removalWords.removals}>
          {shown.map((receipt, index) => (
            <ReceiptView key={receipt.id} receipt={receipt} startsOpen={isSought && index === 0} />
          ))}
        </ul>
      )}
      <div className={styles['more']}>
        {shown.length < all.length && (
          <Button onPress={() => setIsWhole(true)}>
            {removalWords.older({ count: all.length - shown.length })}
          </Button>
        )}
        {hasAccounts && (
          <Button onPress={() => openDialog({ kind: 'removeAll' })}>{removalWords.removeAllMenu}</Button>
        )}
      </div>
    </Section>
  );
};
