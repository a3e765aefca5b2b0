import type { MenuItemConstructorOptions } from 'electron';
import type { KeyActions } from '../windows/keys.ts';

/** How many accounts the menu shows: those that have a digit. */
export const menuRowCount = 9;

export interface MenuState {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly activeId: string | undefined;
}

export interface MenuActions extends KeyActions {
  readonly removeAll: () => void;
}

/**
 * The application menu. It shows the keys but does not take them (`keys` does, by physical key); macOS shows and
 * takes them together, after `keys` has had them.
 */
export const menuTemplate = (
  { rows, activeId }: MenuState,
  actions: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] => {
  const isMac = platform === 'darwin';
  const { chooseRow, addAccount, openSettings } = actions;
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
        ...(accounts.length > 0
          ? [
              { type: 'separator' as const },
              keyItem('Lock', 'CommandOrControl+L', actions.lock),
              keyItem('Lock All', 'CommandOrControl+Shift+L', actions.lockAll),
              { type: 'separator' as const },
            ]
          : []),
        keyItem('Add Account…', 'CommandOrControl+N', addAccount),
        keyItem('Settings…', 'CommandOrControl+,', openSettings),
        { label: 'Remove All Accounts…', enabled: accounts.length > 0, click: () => actions.removeAll() },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        keyItem('Actual Size', 'CommandOrControl+0', () => actions.driveWorkspace('zoomReset')),
        keyItem('Zoom In', 'CommandOrControl+Plus', () => actions.driveWorkspace('zoomIn')),
        keyItem('Zoom Out', 'CommandOrControl+-', () => actions.driveWorkspace('zoomOut')),
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Workspace',
      submenu: [
        keyItem('Back', isMac ? 'Command+[' : 'Alt+Left', () => actions.driveWorkspace('back')),
        keyItem('Forward', isMac ? 'Command+]' : 'Alt+Right', () => actions.driveWorkspace('forward')),
        keyItem('Reload', 'CommandOrControl+R', () => actions.driveWorkspace('reload')),
        { type: 'separator' },
        keyItem('Find in Page…', 'CommandOrControl+F', actions.findInPage),
        keyItem('Print…', 'CommandOrControl+P', () => actions.driveWorkspace('print')),
        { type: 'separator' },
        keyItem('Move Focus to or from the Page', 'F6', () => actions.moveFocus()),
      ],
    },
    { role: 'windowMenu' },
  ];
};

/** Shows a key that `keys` takes. */
const keyItem = (label: string, accelerator: string, click: () => void): MenuItemConstructorOptions => ({
  label,
  accelerator,
  registerAccelerator: false,
  click: () => click(),
});
