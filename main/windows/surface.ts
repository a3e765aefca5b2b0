import { webContents, type WebContents } from 'electron';
import type { Push } from '../../app/contract/views.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';
import type { AttentionNotice } from '../shell/attention-notices.ts';
import type { MenuActions } from '../shell/menu-template.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import type { WorkspaceKey } from './key-press.ts';
import type { MainWindow } from './main-window.ts';
import { lockActive, lockEverybody } from './locking.ts';
import { chooseRow } from './row-choice.ts';

/** What keys, menu and notifications ask of the window. */
export interface Surface extends MenuActions {
  readonly isFocused: () => boolean;
  readonly answer: (notice: AttentionNotice) => void;
}

export const createSurface = (
  window: MainWindow,
  switcher: Switcher,
  workspaces: Workspaces,
  shownOrder: () => readonly UserId[],
): Surface => {
  const open = (what: 'addAccount' | 'settings' | 'findInPage' | 'removeAll'): void => {
    window.open();
    // What is asked for is in the window's own page.
    window.focusPage();
    window.push({ kind: 'open', what });
  };
  const tell = (push: Push): void => {
    window.focusPage();
    window.push(push);
  };
  return {
    chooseRow: (index) => void chooseRow(index, shownOrder(), switcher, (push) => window.push(push)),
    addAccount: () => open('addAccount'),
    openSettings: () => open('settings'),
    removeAll: () => open('removeAll'),
    lock: () => void lockActive(switcher, tell),
    lockAll: () => void lockEverybody(switcher, tell),
    findInPage: () => {
      if (workspaces.shown) open('findInPage');
    },
    driveWorkspace: (action, pressed) => {
      const from = pressed ?? focused();
      // A window that a page has opened is no stage: what is pressed there is not meant for the page behind it.
      if (from && !window.holds(from)) return;
      const zoom = zoomOf(action);
      if (zoom !== undefined && !(from && workspaces.isInSight(from))) window.zoomPage(zoom);
      else workspaces.driveShown(action);
    },
    moveFocus: (pressed) => {
      const from = pressed ?? focused();
      if (from && workspaces.isInSight(from)) window.focusPage();
      else workspaces.focus();
    },
    isFocused: () => window.isFocused,
    answer: ({ userId, reason }) => {
      window.open();
      // A keyring is unlocked outside of Hotseat, and the window says so.
      if (reason !== 'keyringUnavailable') window.push({ kind: 'logInAgain', userId });
    },
  };
};

const focused = (): WebContents | undefined => webContents.getFocusedWebContents() ?? undefined;

const zoomOf = (action: WorkspaceKey): 'in' | 'out' | 'reset' | undefined => {
  if (action === 'zoomIn') return 'in';
  if (action === 'zoomOut') return 'out';
  return action === 'zoomReset' ? 'reset' : undefined;
};
