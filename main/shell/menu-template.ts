import type { MenuItemConstructorOptions } from 'electron';

/** How many accounts the menu shows: those that have a digit. */
export const menuRowCount = 9;

export interface MenuState {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly activeId: string | undefined;
}

export interface MenuActions {
  readonly chooseRow: (index: number) => void;
  readonly addAccount: () => void;
  readonly openSettings: () => void;
}

/**
 * The application menu. It shows the keys but does not take them (`keys` does, by physical key); macOS shows and
 * takes them together, after `keys` has had them.
 */
export const menuTemplate = (
  { rows, activeId }: MenuState,
  { chooseRow, addAccount, openSettings }: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] => {
  const isMac = platform === 'darwin';
  const accounts: MenuItemConstructorOptions[] = rows.slice(0, menuRowCount).map(({ id, name }, index) => ({
    label: name.replaceAll('&', '&&'),
    type: 'checkbox',
    checked: id === activeId,
    accelerator: `CommandOrControl+${index + 1}`,
    registerAccelerator: false,
    click: () => chooseRow(index),
  }));
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&Accounts',
      submenu: [
        ...accounts,
        ...(accounts.length > 0 ? [{ type: 'separator' as const }] : []),
        {
          label: 'Add Account…',
          accelerator: 'CommandOrControl+N',
          registerAccelerator: false,
          click: addAccount,
        },
        {
          label: 'Settings…',
          accelerator: 'CommandOrControl+,',
          registerAccelerator: false,
          click: openSettings,
        },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
};
