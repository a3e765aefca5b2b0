import { plural } from './durations.ts';

/** Texts about the list of accounts and what is done with several of them. */
export const listWords = {
  view: 'List view',
  groupByService: 'Group by service',
  inGroup: (count: number) => plural(count, 'account'),

  drag: (name: string) => `Move ${name}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  movedTo: (name: string, place: number, count: number) => `${name} is now ${place} of ${count}`,

  select: 'Select',
  selection: 'Selected accounts',
  selectOne: (name: string) => `Select ${name}`,
  selectAll: 'Select all',
  selected: (count: number) => `${count} selected`,
  outOfSight: (count: number) => `${count} not in sight`,
  lock: 'Lock',
  logOut: 'Log out',
  remove: 'Remove…',

  logOutTitle: (count: number) => `Log out ${plural(count, 'account')}?`,
  logOutAnonymous: (count: number) =>
    count === 1
      ? 'One of them is anonymous and has no e-mail and no password to come back with. Logging out removes it, and what it holds is lost for good.'
      : `${count} of them are anonymous and have no e-mail and no password to come back with. Logging out removes them, and what they hold is lost for good.`,
  removeTitle: (count: number) => `Remove ${plural(count, 'account')}?`,
  removeErases: (names: string) =>
    `This erases ${names} from this computer: sessions, entries in the list, and what workspaces and requests left here – cookies, stored data, cache and history.`,
  removeKeeps:
    'The accounts themselves live on at their services: you can add them again by logging in. Files that you downloaded stay.',
  removeAnonymous: (count: number) =>
    count === 1
      ? 'One of them is anonymous: it has nothing to come back with, so what it holds is lost for good.'
      : `${count} of them are anonymous: they have nothing to come back with, so what they hold is lost for good.`,
} as const;
