import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';

/**
 * Does the directory take the token that the user's page goes by for that very user's? It says who a token belongs
 * to (`whoami`), and the page has no sign-in beside the token.
 */
export const isDirectorySubject = async (
  switcher: Pick<Switcher, 'registry' | 'callFunction'>,
  userId: UserId,
): Promise<boolean> => {
  const said = await switcher.callFunction(userId, 'whoami', []);
  if (!said.ok || typeof said.value !== 'object' || said.value === null) return false;
  const subject = switcher.registry.users.get(userId)?.subject;
  return subject !== undefined && 'id' in said.value && said.value.id === subject;
};
