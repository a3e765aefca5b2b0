import type { Standing } from '../../app/surfaces/system-state.ts';
import { systemWords } from './spoken.ts';

/** Longer names are cut: a menu is as wide as its longest line. */
const mostCharacters = 48;

export const shortName = (name: string): string => {
  const characters = Array.from(name);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : name;
};

/** An account as menus, jump list and the menu of the icon have it. */
export const accountLine = (name: string, standing: Standing): string =>
  systemWords.lines[standing]({ name: shortName(name) });
