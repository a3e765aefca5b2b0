import type { UserId } from '../../app/contract/bridge.ts';
import { readMirror } from './mirror.ts';
import { perform } from './perform.ts';
import { openDialog } from './view.ts';

/** What choosing an account does: switch to it, or let it be unlocked or log in again first. */
export const takeSeat = (userId: UserId): void => {
  const user = readMirror().users.get(userId);
  if (user?.state === 'loggedOut') openDialog({ kind: 'logInAgain', userId });
  else if (user?.isLocked) openDialog({ kind: 'unlock', userId });
  else void perform('switchTo', { userId });
};
