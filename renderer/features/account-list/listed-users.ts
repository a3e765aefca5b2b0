import { useMemo } from 'react';
import type { UserView } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { useView } from '../../state/view.ts';
import { useSearchText } from './list-filter.ts';
import { matchingUsers } from './matching-users.ts';
import { isNeedy } from './needy.ts';

/** Who is in the list as it is filtered. A switch changes neither users nor order, so it does not touch them. */
export const useListedUsers = (): readonly UserView[] => {
  const users = useMirror((mirror) => mirror.users);
  const order = useMirror((mirror) => mirror.order);
  const searchText = useSearchText();
  const isNeedyOnly = useView((view) => view.isNeedyOnly);
  return useMemo(() => {
    const matching = matchingUsers(order, users, searchText);
    return isNeedyOnly ? matching.filter(isNeedy) : matching;
  }, [order, users, searchText, isNeedyOnly]);
};
