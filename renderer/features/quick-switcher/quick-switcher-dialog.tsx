import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { chooseFound, leaveQuickSwitcher } from '../../state/quick-switcher.ts';
import { quickSwitcherWords } from '../../text/spoken.ts';
import { FoundRow } from './found-row.tsx';
import { chosenAfter } from './chosen-row.ts';
import styles from './quick-switcher.module.css';
import { useFound } from './use-found.ts';

/** Finds an account, or what to do, by a few letters. The focus stays in the field; the list follows the keys. */
export const QuickSwitcherDialog = () => (
  <ModalOverlay
    isOpen
    isDismissable
    onOpenChange={(isOpen) => {
      if (!isOpen) leaveQuickSwitcher();
    }}
    className={styles['scrim'] ?? ''}
  >
    <Modal className={styles['card'] ?? ''}>
      <AriaDialog aria-label={quickSwitcherWords.title} className={styles['dialog'] ?? ''}>
        <Finder />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);

const Finder = () => {
  const { text, found, isFirst, search, settled } = useFound();
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const current = Math.min(chosen, found.length - 1);

  const choose = async () => {
    const one = (await settled())[chosen];
    if (one) chooseFound(one);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Of an input method, which is not done yet.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void choose();
      return;
    }
    const next = chosenAfter(event.key, current, found.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <>
      <div className={styles['field']}>
        <Search size={20} aria-hidden="true" className={styles['icon']} />
        <input
          type="search"
          aria-label={quickSwitcherWords.title}
          aria-controls={listId}
          aria-activedescendant={current >= 0 ? rowId(listId, current) : undefined}
          placeholder={quickSwitcherWords.placeholder}
          autoComplete="off"
          autoFocus
          maxLength={200}
          dir="auto"
          value={text}
          onChange={(event) => {
            setChosen(0);
            search(event.target.value);
          }}
          onKeyDown={press}
          className={styles['input']}
        />
      </div>
      <div id={listId} role="listbox" aria-label={quickSwitcherWords.results} className={styles['list']}>
        {found.map((one, index) => (
          <FoundRow
            key={keyOf(one)}
            id={rowId(listId, index)}
            found={one}
            isCurrent={index === current}
            onPoint={() => setChosen(index)}
            onChoose={() => chooseFound(one)}
          />
        ))}
      </div>
      {found.length === 0 && !isFirst && (
        <p role="status" className={styles['none']}>
          {quickSwitcherWords.none}
        </p>
      )}
      <p className={styles['hint']}>{quickSwitcherWords.hint}</p>
    </>
  );
};

const rowId = (listId: string, index: number): string => `${listId}-${index}`;

const keyOf = (found: Parameters<typeof chooseFound>[0]): string =>
  found.kind === 'user'
    ? found.userId
    : `${found.command} ${found.kind === 'userCommand' ? found.userId : ''}`;
