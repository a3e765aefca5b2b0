import type { Standing } from '../../app/surfaces/system-state.ts';

/** What tray, dock, jump list and the menu of the icon say beside the names of commands. */
export const systemTexts = {
  program: 'Hotseat',
  isActive: (name: string) => `Hotseat: ${name} is active`,
  nobodyIsActive: 'Hotseat: nobody is active',
  openWindow: 'Open Hotseat',
  quit: 'Quit Hotseat',
  accounts: 'Accounts',
  addAccount: 'Add account',
  lockAll: 'Lock all',
  switchTo: (name: string) => `Switch to ${name}`,
  stillRunning: {
    title: 'Hotseat keeps running',
    body: 'Its window is hidden, and nobody is logged out. The icon in the tray brings it back; so does starting Hotseat again. Quit ends it.',
  },
} as const;

const standings: Readonly<Record<Standing, string>> = {
  active: '',
  inactive: '',
  locked: ' (locked)',
  loggedOut: ' (logged out)',
};

/** Longer names are cut: a menu is as wide as its longest line. */
const mostCharacters = 48;

export const shortName = (name: string): string => {
  const characters = Array.from(name);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : name;
};

export const accountLine = (name: string, standing: Standing): string =>
  shortName(name) + standings[standing];
