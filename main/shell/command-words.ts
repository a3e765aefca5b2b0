import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import type { UserCommand } from '../../app/surfaces/user-commands.ts';
import { isLocked, type User } from '../../app/users/user.ts';

interface CommandWords {
  /** As menus write it. */
  readonly menu: string;
  /** In a list, and as it is searched for. */
  readonly name: string;
}

const row = (number: number): CommandWords => ({
  menu: `Account ${number}`,
  name: `Switch to account ${number}`,
});

/** What every command is called, on every surface. */
export const commandWords: Readonly<Record<SurfaceCommand, CommandWords>> = {
  row1: row(1),
  row2: row(2),
  row3: row(3),
  row4: row(4),
  row5: row(5),
  row6: row(6),
  row7: row(7),
  row8: row(8),
  row9: row(9),
  cycleOlder: { menu: 'Previously Used Account', name: 'The account used before' },
  cycleNewer: { menu: 'Next Used Account', name: 'The account used after' },
  quickSwitcher: { menu: 'Switch Account…', name: 'Switch account' },
  summon: { menu: 'Bring Hotseat Up', name: 'Bring Hotseat up, over other programs' },
  addAccount: { menu: 'Add Account…', name: 'Add account' },
  lock: { menu: 'Lock', name: 'Lock the active account' },
  lockAll: { menu: 'Lock All', name: 'Lock all accounts' },
  settings: { menu: 'Settings…', name: 'Settings' },
  removeAll: { menu: 'Remove All Accounts…', name: 'Remove all accounts' },
  findInPage: { menu: 'Find in Page…', name: 'Find in the page' },
  back: { menu: 'Back', name: 'Back' },
  forward: { menu: 'Forward', name: 'Forward' },
  reload: { menu: 'Reload', name: 'Reload the page' },
  print: { menu: 'Print…', name: 'Print the page' },
  zoomIn: { menu: 'Zoom In', name: 'Zoom in' },
  zoomOut: { menu: 'Zoom Out', name: 'Zoom out' },
  zoomReset: { menu: 'Actual Size', name: 'Actual size' },
  moveFocus: { menu: 'Move Focus to or from the Page', name: 'Move the focus to or from the page' },
};

/** What is done to one account; its name follows. */
export const userVerbs: Readonly<Record<UserCommand, string>> = {
  unlock: 'Unlock',
  logInAgain: 'Log in again as',
  lock: 'Lock',
  logOut: 'Log out',
  rename: 'Rename',
  details: 'Details of',
  remove: 'Remove',
};

/** The state of an account, as it is searched for. */
export const stateWord = (user: User, isActive: boolean): string => {
  if (user.state === 'loggedOut') return 'Logged out';
  if (isLocked(user)) return 'Locked';
  return isActive ? 'Active' : 'Inactive';
};
