import { words } from '../../text/spoken.ts';
import { endSelecting, useIsSelecting } from '../../state/selection.ts';
import { useFocusAfter } from '../../ui/focus-after.ts';
import { AccountGrid } from './account-grid.tsx';
import styles from './account-list.module.css';
import { FindAccount } from './find-account.tsx';
import { useHasSearch } from './list-filter.ts';
import { ListHead } from './list-head.tsx';
import { SelectionBar } from './selection-bar.tsx';

export const AccountList = () => {
  const hasSearch = useHasSearch();
  const isSelecting = useIsSelecting();
  useFocusAfter(isSelecting);
  return (
    <div
      className={styles['pane']}
      onKeyDown={({ key }) => {
        if (key === 'Escape') endSelecting();
      }}
    >
      <ListHead title={words.accounts} />
      {hasSearch && <FindAccount />}
      <AccountGrid />
      {isSelecting && <SelectionBar />}
    </div>
  );
};
