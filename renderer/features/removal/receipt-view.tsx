import { CircleCheck, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { RemovalReceipt } from '../../../app/contract/removal-views.ts';
import { leftToDo, removedOn, resultOf, serviceKindOf } from '../../text/receipt-words.ts';
import { removalWords, words } from '../../text/spoken.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import styles from './receipts.module.css';

interface ReceiptViewProps {
  readonly receipt: RemovalReceipt;
  readonly startsOpen: boolean;
}

/** When, at what kind of service, and behind its title each step in words. */
export const ReceiptView = ({ receipt, startsOpen }: ReceiptViewProps) => {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const left = leftToDo(receipt);
  const Icon = left.length === 0 ? CircleCheck : Hourglass;
  return (
    <li className={styles['receipt']}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className={styles['icon']} />
      <div className={styles['texts']}>
        <Disclosure title={removedOn(receipt)} isOpen={isOpen} onToggle={setIsOpen}>
          <Facts
            facts={receipt.steps.map((step) => ({
              name: removalWords.subjects[step.subject],
              value: resultOf(step),
            }))}
          />
        </Disclosure>
        <p className={styles['detail']}>
          {[
            serviceKindOf(receipt),
            ...(receipt.isAccountDeleted ? [removalWords.accountDeleted] : []),
            ...(left.length === 0 ? [removalWords.everythingErased] : []),
          ].join(' · ')}
        </p>
        {left.length > 0 && (
          <p className={styles['detail']}>
            {removalWords.stillToDo} · {left.reduce((before, after) => words.both({ before, after }))}
          </p>
        )}
      </div>
    </li>
  );
};
