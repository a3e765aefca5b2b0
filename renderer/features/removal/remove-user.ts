import type { Outcome } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';
import { readMirror } from '../../state/mirror.ts';
import { offerReceipts, showAlert } from '../../state/view.ts';
import { removalWords } from '../../text/spoken.ts';

/**
 * Removes an account in one of the ways in which it goes for good. Its dialog closes with it, so that what came of
 * it is told by the window.
 */
export const removeUser = async (
  user: UserView,
  command: 'remove' | 'deleteAccount' | 'logOut',
): Promise<Outcome<unknown>> => {
  const outcome = await window.hotseat.execute(command, { userId: user.id });
  const isGone = !readMirror().users.has(user.id);
  if (outcome.ok) offerReceipts(1);
  else if (isGone) showAlert(() => removalWords.isLeft);
  return outcome;
};
