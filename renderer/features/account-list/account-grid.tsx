import { useMemo, type KeyboardEvent } from 'react';
import { Collection } from 'react-aria-components/Collection';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { UserView } from '../../../app/contract/views.ts';
import { findUser, useMirror } from '../../state/mirror.ts';
import { select, useSelection } from '../../state/selection.ts';
import { useRemPx } from '../../state/use-rem-px.ts';
import { takeSeat } from '../../state/take-seat.ts';
import { words, listWords } from '../../text/spoken.ts';
import styles from './account-grid.module.css';
import { AccountRow } from './account-row.tsx';
import { useIsFiltered } from './list-filter.ts';
import { useListedUsers } from './listed-users.ts';
import { moveBy } from './moves.ts';
import { serviceGroups, type ServiceGroup } from './service-groups.ts';
import { useReordering } from './use-reordering.tsx';

const none: ReadonlySet<UserView['id']> = new Set();

export const AccountGrid = () => {
  const users = useListedUsers();
  const isGrouped = useMirror(({ settings }) => settings.groupsByService);
  const groups = useMemo(() => (isGrouped ? serviceGroups(users) : undefined), [users, isGrouped]);
  const isFiltered = useIsFiltered();
  const selected = useSelection((selection) => (selection.kind === 'on' ? selection.userIds : undefined));
  const mayMove = !isFiltered && !selected;
  const dragAndDropHooks = useReordering(mayMove);
  const remPx = useRemPx();
  const layoutOptions = useMemo(
    () => ({ rowSize: 3.5 * remPx, headingSize: 2.25 * remPx, gap: 0.125 * remPx, padding: 0.5 * remPx }),
    [remPx],
  );

  /** Only what is in sight was chosen from, so what a search hides stays selected. */
  const selectOfListed = (keys: ReadonlySet<unknown>) => {
    const next = new Set(selected);
    for (const { id } of users) {
      if (keys.has(id)) next.add(id);
      else next.delete(id);
    }
    select(next);
  };

  const pressKey = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !mayMove) return;
    const user = findUser(rowKeyOf(event.target));
    if (!user) return;
    event.preventDefault();
    event.stopPropagation();
    void moveBy(user.id, direction);
  };

  const shared = {
    'aria-label': words.accounts,
    className: styles['list'] ?? '',
    dragAndDropHooks,
    renderEmptyState: () => <p className={styles['none']}>{words.noMatch}</p>,
    selectedKeys: selected ?? none,
    ...(selected
      ? ({
          selectionMode: 'multiple',
          escapeKeyBehavior: 'none',
          onSelectionChange: (keys: 'all' | ReadonlySet<unknown>) =>
            selectOfListed(keys === 'all' ? new Set(users.map(({ id }) => id)) : keys),
        } as const)
      : { onAction: choose }),
  };
  return (
    // The keys are those of the grid inside.
    <div className={styles['keys']} onKeyDownCapture={pressKey}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        {groups ? (
          <GridList key="groups" {...shared} items={groups}>
            {drawGroup}
          </GridList>
        ) : (
          <GridList key="users" {...shared} items={users}>
            {drawRow}
          </GridList>
        )}
      </Virtualizer>
    </div>
  );
};

const directions: Readonly<Record<string, 'up' | 'down'>> = { ArrowUp: 'up', ArrowDown: 'down' };

/** React Aria writes the key of a row on its element. */
const rowKeyOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[role=row]')?.dataset['key'] : undefined;

const choose = (key: unknown): void => {
  const user = findUser(key);
  if (user) takeSeat(user.id);
};

const drawRow = (user: UserView) => <AccountRow user={user} />;

const drawGroup = ({ id, users }: ServiceGroup) => (
  <GridListSection id={`service ${id}`}>
    <GridListHeader className={styles['group'] ?? ''}>
      <GroupHead id={id} count={users.length} />
    </GridListHeader>
    <Collection items={users}>{drawRow}</Collection>
  </GridListSection>
);

/** A service that was lost has no name but its id. */
const GroupHead = ({ id, count }: { readonly id: ServiceGroup['id']; readonly count: number }) => {
  const name = useMirror(({ services }) => services.find((service) => service.id === id)?.name ?? id);
  return (
    <>
      <bdi className={styles['service']}>{name}</bdi>{' '}
      <span className={styles['count']}>{listWords.inGroup({ count })}</span>
    </>
  );
};
