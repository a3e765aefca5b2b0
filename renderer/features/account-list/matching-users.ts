import type { UserId } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';

/** The users whose name or e-mail has the search text in it, in the order on screen; all where it is empty. */
export const matchingUsers = (
  order: readonly UserId[],
  users: ReadonlyMap<UserId, UserView>,
  searchText: string,
): readonly UserView[] => {
  const wanted = folded(searchText.trim());
  return order.flatMap((id) => {
    const user = users.get(id);
    return user && (wanted === '' || folded(`${user.name}\n${user.email ?? ''}`).includes(wanted))
      ? [user]
      : [];
  });
};

/** Without case and without accents: "Zoe" finds "Zoë". */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLocaleLowerCase();
