import { useEffect, useMemo } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useMirror } from '../../state/mirror.ts';
import { showNeedyOnly, useView } from '../../state/view.ts';
import { words } from '../../text/spoken.ts';
import { needyCount } from './needy.ts';
import styles from './needy-accounts.module.css';

/** How many accounts wait for the person; pressed, the list shows only those. */
export const NeedyAccounts = () => {
  const users = useMirror((mirror) => mirror.users);
  const count = useMemo(() => needyCount(users.values()), [users]);
  const isNeedyOnly = useView((view) => view.isNeedyOnly);

  useEffect(() => {
    if (count === 0) showNeedyOnly(false);
  }, [count]);

  if (count === 0) return undefined;
  return (
    <ToggleButton
      aria-label={words.accountsNeedYou({ count })}
      isSelected={isNeedyOnly}
      onChange={showNeedyOnly}
      className={styles['needy'] ?? ''}
    >
      <span aria-hidden="true" className={styles['dot']}>
        !
      </span>
      <span className={styles['phrase']}>{words.needYou({ count })}</span>
      <span className={styles['count']}>{words.needyCount({ count })}</span>
    </ToggleButton>
  );
};
