import type { MenuItemConstructorOptions } from 'electron';
import { surfaceCommands, type SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import type { SystemState } from '../../app/surfaces/system-state.ts';
import type { UserId } from '../../app/users/user.ts';
import { commandWords } from './command-words.ts';
import { accountLine, shortName } from './account-line.ts';
import { systemWords } from './spoken.ts';

/** What the menus of tray and dock ask for. */
export interface SystemActions {
  /** By id and not by row: the list may have changed since the menu was drawn. */
  choose(userId: UserId): void;
  perform(command: SurfaceCommand): void;
  openWindow(): void;
  quit(): void;
}

const separator = { type: 'separator' } as const;

export const trayTooltip = ({ active }: SystemState): string =>
  active ? systemWords.isActive({ name: shortName(active.name) }) : systemWords.nobodyIsActive;

/** The accounts to switch to, and what is asked for without looking at the window. */
export const dockTemplate = (
  { accounts, surface }: SystemState,
  actions: SystemActions,
): MenuItemConstructorOptions[] => {
  const rows = accounts.map(({ id, name, standing }): MenuItemConstructorOptions => ({
    label: accountLine(name, standing).replaceAll('&', '&&'),
    type: 'checkbox',
    checked: standing === 'active',
    click: () => actions.choose(id),
  }));
  const commands = (['lock', 'lockAll', 'addAccount'] as const).map((command) => ({
    label: commandWords(command).menu,
    enabled: surfaceCommands[command].isEnabled(surface),
    click: () => actions.perform(command),
  }));
  return [...rows, ...(rows.length > 0 ? [separator] : []), ...commands];
};

/** macOS ends its own menu of the dock with what is added here. */
export const trayTemplate = (state: SystemState, actions: SystemActions): MenuItemConstructorOptions[] => [
  { label: systemWords.openWindow, click: () => actions.openWindow() },
  separator,
  ...dockTemplate(state, actions),
  { label: commandWords('settings').menu, click: () => actions.perform('settings') },
  separator,
  { label: systemWords.quit, click: () => actions.quit() },
];
