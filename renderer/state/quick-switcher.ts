import type { UserId } from '../../app/contract/bridge.ts';
import type { FoundView } from '../../app/contract/quick-switcher-views.ts';
import { readMirror } from './mirror.ts';
import { perform } from './perform.ts';
import { closeDialog, openDialog, viewStore } from './view.ts';

/** Closes it, where it is open; Hotseat goes back behind other programs, where it was called up for it. */
export const leaveQuickSwitcher = (): void => {
  if (viewStore.getState().dialog?.kind !== 'quickSwitcher') return;
  closeDialog();
  void window.hotseat.execute('leaveQuickSwitcher', undefined);
};

/** Does what was found. What opens a dialog in its place keeps Hotseat in front. */
export const chooseFound = (found: FoundView): void => {
  if (found.kind === 'user') return chooseUser(found.userId);
  if (found.kind === 'userCommand') {
    const { command, userId } = found;
    if (command === 'lock' || command === 'logOut') leaveQuickSwitcher();
    else closeDialog();
    return void perform('performForUser', { command, userId });
  }
  closeDialog();
  void perform('performCommand', { command: found.command });
};

const chooseUser = (userId: UserId): void => {
  const { users, activeId } = readMirror();
  const user = users.get(userId);
  if (user?.state === 'loggedOut') openDialog({ kind: 'logInAgain', userId });
  else if (user?.isLocked) openDialog({ kind: 'unlock', userId });
  else if (userId === activeId) leaveQuickSwitcher();
  else void switchTo(userId);
};

/** It closes with the switch; after one that failed the window stays, with the reason. */
const switchTo = async (userId: UserId): Promise<void> => {
  const outcome = await perform('switchTo', { userId });
  if (!outcome.ok && viewStore.getState().dialog?.kind === 'quickSwitcher') closeDialog();
};
