import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { GridList } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useMirror } from '../../state/mirror.ts';
import { useRemPx } from '../../state/use-rem-px.ts';
import { openDialog, useView } from '../../state/view.ts';
import { words } from '../../text/words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account-list.module.css';
import { AccountRow } from './account-row.tsx';
import { FindAccount } from './find-account.tsx';
import { matchingUsers } from './matching-users.ts';
import { NeedyAccounts } from './needy-accounts.tsx';
import { isNeedy } from './needy.ts';

const searchFrom = 10;

export const AccountList = () => {
  const hasSearch = useMirror(({ order }) => order.length >= searchFrom);
  const users = useListedUsers(hasSearch);
  const remPx = useRemPx();
  const layoutOptions = useMemo(
    () => ({ rowSize: 3.5 * remPx, gap: 0.125 * remPx, padding: 0.5 * remPx }),
    [remPx],
  );
  return (
    <div className={styles['pane']}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>{words.accounts}</h1>
        <NeedyAccounts />
        <Button look="icon" aria-label={words.addAccount} onPress={() => openDialog({ kind: 'addAccount' })}>
          <Plus size={20} aria-hidden="true" />
        </Button>
      </header>
      {hasSearch && <FindAccount />}
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={words.accounts}
          className={styles['list'] ?? ''}
          items={users}
          renderEmptyState={() => <p className={styles['none']}>{words.noMatch}</p>}
        >
          {drawRow}
        </GridList>
      </Virtualizer>
    </div>
  );
};

const drawRow = (user: UserView) => <AccountRow user={user} />;

/** A switch changes neither users nor order, so it does not touch the list. */
const useListedUsers = (hasSearch: boolean): readonly UserView[] => {
  const users = useMirror((mirror) => mirror.users);
  const order = useMirror((mirror) => mirror.order);
  const searchText = useView((view) => (hasSearch ? view.searchText : ''));
  const isNeedyOnly = useView((view) => view.isNeedyOnly);
  return useMemo(() => {
    const matching = matchingUsers(order, users, searchText);
    return isNeedyOnly ? matching.filter(isNeedy) : matching;
  }, [order, users, searchText, isNeedyOnly]);
};
