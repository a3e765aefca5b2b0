import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';

/**
 * Choosing a row of the list by its number, from a key or a menu: switches to it, or has the window ask to log
 * in again where it is logged out, or to unlock it. Past the end of the list nothing happens.
 */
export const chooseRow = async (
  index: number,
  switcher: Pick<Switcher, 'registry' | 'switchTo'>,
  push: (push: Push) => void,
): Promise<void> => {
  const { order, users } = switcher.registry;
  const userId = order[index];
  const user = userId === undefined ? undefined : users.get(userId);
  if (!user) return;
  if (user.state === 'loggedOut') return push({ kind: 'logInAgain', userId: user.id });
  if (user.isLocked) return push({ kind: 'unlock', userId: user.id });
  const outcome = await switcher.switchTo(user.id);
  if (!outcome.ok && outcome.error.code !== 'superseded')
    push({ kind: 'switchFailed', userId: user.id, code: outcome.error.code });
};
