import type { UserId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { select, useSelection } from '../../state/selection.ts';
import { openDialog } from '../../state/view.ts';
import { listWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { performForSeveral } from '../several/perform-for-several.ts';
import { useListedUsers } from './listed-users.ts';
import styles from './selection-bar.module.css';

const nobody: ReadonlySet<UserId> = new Set();

/** How many are selected, and what there is to do with all of them. */
export const SelectionBar = () => {
  const selected = useSelection((selection) => (selection.kind === 'on' ? selection.userIds : nobody));
  const isRunning = useSelection((selection) => selection.kind === 'on' && selection.isRunning);
  const users = useMirror((mirror) => mirror.users);
  const listed = useListedUsers();
  const listedCount = listed.filter(({ id }) => selected.has(id)).length;
  const userIds = [...selected];
  const isEmpty = userIds.length === 0;

  const logOut = () => {
    const hasAnonymous = userIds.some((id) => users.get(id)?.isAnonymous);
    if (hasAnonymous) openDialog({ kind: 'logOutUsers', userIds });
    else void performForSeveral('logOut', userIds);
  };

  return (
    <section aria-label={listWords.selection} className={styles['bar']}>
      <div className={styles['line']}>
        <p role="status" className={styles['count']}>
          {listWords.selected({ count: userIds.length })}
          {listedCount < userIds.length &&
            ` · ${listWords.outOfSight({ count: userIds.length - listedCount })}`}
        </p>
        <Button
          look="link"
          isDisabled={isRunning || listedCount === listed.length}
          onPress={() => select(new Set([...selected, ...listed.map(({ id }) => id)]))}
        >
          {listWords.selectAll}
        </Button>
      </div>
      <div className={styles['actions']}>
        <Button isDisabled={isEmpty || isRunning} onPress={() => void performForSeveral('lock', userIds)}>
          {listWords.lock}
        </Button>
        <Button isDisabled={isEmpty || isRunning} onPress={logOut}>
          {listWords.logOut}
        </Button>
        <Button
          isDisabled={isEmpty || isRunning}
          onPress={() => openDialog({ kind: 'removeUsers', userIds })}
        >
          {listWords.remove}
        </Button>
      </div>
    </section>
  );
};
