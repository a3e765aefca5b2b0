import type { SurfaceCommand } from '../../app/surfaces/surface-commands.ts';
import { isLocked, type User } from '../../app/users/user.ts';
import { menuWords } from './spoken.ts';

interface CommandWords {
  /** As menus write it. */
  readonly menu: string;
  /** In a list, and as it is searched for. */
  readonly name: string;
}

/** What a command is called, on every surface. */
export const commandWords = (command: SurfaceCommand): CommandWords => {
  if (!isRow(command)) return menuWords.commands[command];
  const number = Number(command.slice('row'.length));
  return { menu: menuWords.row.menu({ number }), name: menuWords.row.name({ number }) };
};

type RowCommand = Extract<SurfaceCommand, `row${number}`>;

const isRow = (command: SurfaceCommand): command is RowCommand => command.startsWith('row');

/** The state of an account, as it is searched for. */
export const stateWord = (user: User, isActive: boolean): string => {
  const { states } = menuWords;
  if (user.state === 'loggedOut') return states.loggedOut;
  if (isLocked(user)) return states.locked;
  return isActive ? states.active : states.inactive;
};
