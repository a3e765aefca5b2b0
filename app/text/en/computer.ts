import type { Platform } from '../../surfaces/chord.ts';
import type { Messages } from '../message.ts';

/** Hotseat’s place on each system. */
export const computer = {
  section: 'Hotseat on this computer',
  startsAtLogin: 'Start when I log in',
  startsAtLoginHint: 'Without its window, where there is an icon to open it with.',
  showsTray: 'Show an icon in the tray',
  showsTrayMac: 'Show an icon in the menu bar',
  keepsRunning: 'Keep running in the background',
  iconMenu: 'Show accounts in the menu of the icon',
  hints: {
    darwin: {
      tray: 'It shows who is active, and its menu switches and locks.',
      running: 'Closing the window only hides it, and nobody is logged out. Quit ends Hotseat.',
    },
    linux: {
      tray: 'It shows who is active, and its menu switches and locks. Some desktops show no such icons.',
      running:
        'Closing the window only hides it, and nobody is logged out. Quit ends Hotseat. Where the desktop shows no icon, start Hotseat again to see its window.',
      iconMenu:
        'The first ones, by name, also while Hotseat is closed. Their names are then in ~/.local/share/applications/hotseat.desktop. Only where Hotseat was installed as a package.',
    },
    win32: {
      tray: 'It shows who is active, and its menu switches and locks.',
      running: 'Closing the window only hides it, and nobody is logged out. Quit ends Hotseat.',
      iconMenu:
        'The first ones, by name, also while Hotseat is closed. Their names are then in the jump list, which Windows keeps in a file.',
    },
  },
} as const satisfies { readonly hints: Record<Platform, Hints> } & Messages;

interface Hints {
  readonly tray: string;
  readonly running: string;
  /** Absent where the system keeps no such menu in a file. */
  readonly iconMenu?: string;
}
