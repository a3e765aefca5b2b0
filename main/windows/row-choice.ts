import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';

type Switching = Pick<Switcher, 'registry' | 'switchTo'>;

/** Choosing a row of the list, as it is `shown`, by its number; past the end of it nothing happens. */
export const chooseRow = async (
  index: number,
  shown: readonly UserId[],
  switcher: Switching,
  push: (push: Push) => void,
): Promise<void> => {
  const userId = shown[index];
  if (userId !== undefined) await chooseUser(userId, switcher, push);
};

/**
 * Choosing an account by a key, a menu or another surface: switches to it, or has the window ask to log in again
 * where it is logged out, or to unlock it.
 */
export const chooseUser = async (
  userId: UserId,
  switcher: Switching,
  push: (push: Push) => void,
): Promise<void> => {
  const user = switcher.registry.users.get(userId);
  if (!user) return;
  if (user.state === 'loggedOut') return push({ kind: 'logInAgain', userId: user.id });
  if (user.isLocked) return push({ kind: 'unlock', userId: user.id });
  const outcome = await switcher.switchTo(user.id);
  if (!outcome.ok && outcome.error.code !== 'superseded')
    push({ kind: 'switchFailed', userId: user.id, code: outcome.error.code });
};
