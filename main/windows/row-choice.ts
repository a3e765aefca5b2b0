import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';

type Choosing = Pick<Switcher, 'registry' | 'switchTo'>;

/** Choosing a row of the list by its number, from a key or a menu. Past the end of the list nothing happens. */
export const chooseRow = async (
  index: number,
  switcher: Choosing,
  push: (push: Push) => void,
): Promise<void> => {
  const userId = switcher.registry.order[index];
  if (userId !== undefined) await chooseUser(userId, switcher, push);
};

/**
 * Switches to a user, or has the window ask to log in again where they are logged out, or to unlock. Who is gone is
 * not chosen.
 */
export const chooseUser = async (
  userId: UserId,
  switcher: Choosing,
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
