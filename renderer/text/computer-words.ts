import type { Snapshot } from '../../app/contract/views.ts';

type Platform = Snapshot['platform'];

interface ComputerWords {
  readonly trayHint: string;
  readonly runningHint: string;
  /** Absent where the system keeps no such menu in a file. */
  readonly iconMenuHint?: string;
}

const named = 'The first ones, by name, also while Hotseat is closed. Their names are then in';

const tray: ComputerWords = {
  trayHint: 'It shows who is active, and its menu switches and locks.',
  runningHint: 'Closing the window only hides it, and nobody is logged out. Quit ends Hotseat.',
};

/** What the settings say of Hotseat’s place on each system. */
export const computerWords: Readonly<Record<Platform, ComputerWords>> = {
  darwin: tray,
  linux: {
    ...tray,
    trayHint: `${tray.trayHint} Some desktops show no such icons.`,
    runningHint: `${tray.runningHint} Where the desktop shows no icon, start Hotseat again to see its window.`,
    iconMenuHint: `${named} ~/.local/share/applications/hotseat.desktop. Only where Hotseat was installed as a package.`,
  },
  win32: { ...tray, iconMenuHint: `${named} the jump list, which Windows keeps in a file.` },
};

export const computerTitles = {
  section: 'Hotseat on this computer',
  startsAtLogin: 'Start when I log in',
  startsAtLoginHint: 'Without its window, where there is an icon to open it with.',
  showsTray: 'Show an icon in the tray',
  showsTrayMac: 'Show an icon in the menu bar',
  keepsRunning: 'Keep running in the background',
  iconMenu: 'Show accounts in the menu of the icon',
} as const;
