import type { UserId } from '../../app/contract/bridge.ts';
import type { FoundView } from '../../app/contract/quick-switcher-views.ts';
import { spokenStore } from './follow-language.ts';
import { readMirror } from './mirror.ts';
import { perform } from './perform.ts';
import { closeDialog, openDialog, viewStore } from './view.ts';

export const findByText = async (text: string): Promise<readonly FoundView[]> => {
  const outcome = await window.hotseat.execute('findByText', { text });
  return outcome.ok ? outcome.value : [];
};

/** Asks for its first rows before it opens: it is drawn once, and not once more for them. */
export const openQuickSwitcher = async (): Promise<void> => {
  const language = spokenStore.getState();
  openDialog({ kind: 'quickSwitcher', found: await findByText(''), language });
};

/** Closes it, where it is open. */
export const leaveQuickSwitcher = (): void => {
  if (viewStore.getState().dialog?.kind === 'quickSwitcher') closeDialog();
};

/** Does what was found. */
export const chooseFound = (found: FoundView): void => {
  if (found.kind === 'user') return chooseUser(found.userId);
  closeDialog();
  if (found.kind === 'userCommand') {
    const { command, userId } = found;
    void perform('performForUser', { command, userId });
  } else void perform('performCommand', { command: found.command });
};

/** Hides the small window. */
export const leaveQuickWindow = (): void => void window.hotseat.execute('leaveQuickWindow', undefined);

/** The same in the small window, which goes away with it: what it takes beyond is asked in the other one. */
export const chooseInQuickWindow = (found: FoundView): void => {
  leaveQuickWindow();
  if (found.kind === 'user') void window.hotseat.execute('choose', { userId: found.userId });
  else if (found.kind === 'command')
    void window.hotseat.execute('performCommand', { command: found.command });
  else {
    const { command, userId } = found;
    void window.hotseat.execute('performForUser', { command, userId });
  }
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
