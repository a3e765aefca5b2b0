import type { MenuItemConstructorOptions } from 'electron';
import type { Platform } from '../../app/surfaces/chord.ts';
import type { KeyBindings } from '../../app/surfaces/key-bindings.ts';
import {
  surfaceCommandSchema,
  surfaceCommands,
  type SurfaceCommand,
  type SurfaceState,
} from '../../app/surfaces/surface-commands.ts';
import { commandWords } from './command-words.ts';
import { menuWords } from './spoken.ts';
import {
  appMenu,
  closeItem,
  editMenu,
  fullScreenItem,
  helpMenu,
  quitItem,
  windowMenu,
} from './standard-menus.ts';

export interface MenuState {
  /** The first rows of the list. */
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly activeId: string | undefined;
  readonly surface: SurfaceState;
  readonly bindings: KeyBindings;
}

const rowCommands = surfaceCommandSchema.options.filter(
  (command) => surfaceCommands[command].effect.kind === 'chooseRow',
);

/** How many accounts the menu shows: those that have a command. */
export const menuRowCount = rowCommands.length;

const separator = { type: 'separator' } as const;

/**
 * The application menu. It shows the keys but does not take them (`keys` does, by physical key); macOS shows and
 * takes them together, after `keys` has had them.
 */
export const menuTemplate = (
  { rows, activeId, surface, bindings }: MenuState,
  perform: (command: SurfaceCommand) => void,
  platform: Platform,
): MenuItemConstructorOptions[] => {
  const isMac = platform === 'darwin';
  const { titles } = menuWords;
  const item = (command: SurfaceCommand): MenuItemConstructorOptions => {
    const [accelerator] = bindings.get(command) ?? [];
    return {
      label: commandWords(command).menu,
      enabled: surfaceCommands[command].isEnabled(surface),
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => perform(command),
    };
  };
  const items = (...commands: readonly SurfaceCommand[]) => commands.map(item);
  const accounts = rowCommands.flatMap((command, index): MenuItemConstructorOptions[] => {
    const account = rows[index];
    if (!account) return [];
    const label = account.name.replaceAll('&', '&&');
    return [{ ...item(command), label, type: 'checkbox', checked: account.id === activeId }];
  });
  const ofAccounts =
    accounts.length > 0
      ? [
          ...accounts,
          separator,
          ...items('quickSwitcher', 'cycleOlder', 'cycleNewer'),
          separator,
          ...items('lock', 'lockAll'),
          separator,
        ]
      : [];
  return [
    ...(isMac ? [appMenu(item('settings'))] : []),
    {
      label: titles.accounts,
      submenu: [
        ...ofAccounts,
        ...(isMac ? items('addAccount', 'removeAll') : items('addAccount', 'settings', 'removeAll')),
        separator,
        isMac ? closeItem(platform) : quitItem(platform),
      ],
    },
    editMenu(platform),
    {
      label: titles.view,
      submenu: [...items('zoomReset', 'zoomIn', 'zoomOut'), separator, fullScreenItem()],
    },
    {
      label: titles.workspace,
      submenu: [
        ...items('back', 'forward', 'reload'),
        separator,
        ...items('findInPage', 'print'),
        separator,
        item('moveFocus'),
      ],
    },
    windowMenu(platform),
    ...(platform === 'darwin' ? [] : [helpMenu(platform)]),
  ];
};
