/** The list of accounts, and what is done with several of them. */
export const list = {
  view: 'List view',
  groupByService: 'Group by service',
  inGroup: '{count, plural, one {# account} other {# accounts}}',

  drag: 'Move {name}',
  moveUp: 'Move up',
  moveDown: 'Move down',
  movedTo: '{name} is now {place, number} of {count, number}',

  select: 'Select',
  selection: 'Selected accounts',
  selectAll: 'Select all',
  selected: '{count, number} selected',
  outOfSight: '{count, number} not in sight',
  lock: 'Lock',
  logOut: 'Log out',
  remove: 'Remove…',

  logOutTitle: '{count, plural, one {Log out # account?} other {Log out # accounts?}}',
  logOutAnonymous:
    '{count, plural, one {One of them is anonymous and has no e-mail and no password to come back with. Logging out removes it, and what it holds is lost for good.} other {# of them are anonymous and have no e-mail and no password to come back with. Logging out removes them, and what they hold is lost for good.}}',
  removeTitle: '{count, plural, one {Remove # account?} other {Remove # accounts?}}',
  removeErases:
    'This erases {names} from this computer: sessions, entries in the list, and what workspaces and requests left here – cookies, stored data, cache and history.',
  removeKeeps:
    'The accounts themselves live on at their services: you can add them again by logging in. Files that you downloaded stay.',
  removeAnonymous:
    '{count, plural, one {One of them is anonymous: it has nothing to come back with, so what it holds is lost for good.} other {# of them are anonymous: they have nothing to come back with, so what they hold is lost for good.}}',
} as const;
