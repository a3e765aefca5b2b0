import { Search } from 'lucide-react';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';
import { quickSwitcherWords } from '../../text/spoken.ts';
import { FoundRow } from './found-row.tsx';
import { chosenAfter } from './chosen-row.ts';
import styles from './quick-switcher.module.css';
import { useFound } from './use-found.ts';

/** As many rows as are in sight at most: what is below comes once these are there. */
const drawnAtOnce = 10;

interface FinderProps {
  /** What is found for nothing typed, where it was asked for already. */
  readonly first?: readonly FoundView[];
  readonly onChoose: (found: FoundView) => void;
}

/** The field, and what is found for it. */
export const Finder = ({ first, onChoose }: FinderProps) => {
  const { text, found, isFirst, search, settled } = useFound(first);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const drawn = useDeferredValue(found, found.slice(0, drawnAtOnce));
  const current = Math.min(chosen, found.length - 1);

  const choose = async () => {
    const one = (await settled())[chosen];
    if (one) onChoose(one);
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
        {drawn.map((one, index) => (
          <FoundRow
            key={keyOf(one)}
            id={rowId(listId, index)}
            found={one}
            isCurrent={index === current}
            onPoint={() => setChosen(index)}
            onChoose={() => onChoose(one)}
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

const keyOf = (found: FoundView): string =>
  found.kind === 'user'
    ? found.userId
    : `${found.command} ${found.kind === 'userCommand' ? found.userId : ''}`;
