import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';

/**
 * Choosing a row of the list by its number, from a key or a menu: switches to it, or has the window ask to log
 * in again where it is logged out, or to unlock it. Past the end of the list, as it is `shown`, nothing happens.
 */
export const chooseRow = async (
  index: number,
  shown: readonly UserId[],
  switcher: Pick<Switcher, 'registry' | 'switchTo'>,
  push: (push: Push) => void,
): Promise<void> => {
  const userId = shown[index];
  const user = userId === undefined ? undefined : switcher.registry.users.get(userId);
  if (!user) return;
  if (user.state === 'loggedOut') return push({ kind: 'logInAgain', userId: user.id });
  if (user.isLocked) return push({ kind: 'unlock', userId: user.id });
  const outcome = await switcher.switchTo(user.id);
  if (!outcome.ok && outcome.error.code !== 'superseded')
    push({ kind: 'switchFailed', userId: user.id, code: outcome.error.code });
};
