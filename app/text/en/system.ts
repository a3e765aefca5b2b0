/** What tray, notifications and the desktop's own surfaces say. */
export const system = {
  anonymous: 'Anonymous {number}',
  thisComputer: 'This computer',
  isActive: 'Hotseat: {name} is active',
  nobodyIsActive: 'Hotseat: nobody is active',
  openWindow: 'Open Hotseat',
  quit: 'Quit Hotseat',
  accounts: 'Accounts',
  addAccount: 'Add account',
  lockAll: 'Lock all',
  /** An account by how it stands. */
  lines: {
    active: '{name}',
    inactive: '{name}',
    locked: '{name} (locked)',
    loggedOut: '{name} (logged out)',
  },
  stillRunning: {
    title: 'Hotseat keeps running',
    body: 'Its window is hidden, and nobody is logged out. The icon in the tray brings it back; so does starting Hotseat again. Quit ends it.',
  },

  needsYou: '{name} needs you',
  accountNeedsYou: 'An account needs you',
  attention: {
    sessionExpired: 'The session has run out. Log in again to go on.',
    sessionRevoked: 'The service ended the session. Log in again to go on.',
    sessionEndsSoon: 'The session ends soon. Log in again to keep it.',
    unreachable: 'The service cannot be reached at the moment.',
    sessionNotSaved: 'The session is in memory only.',
    keyringUnavailable: 'The keyring is locked or away. Unlock it, then check again.',
  },
  logInAgain: 'Log In Again',

  /** Goes on what macOS begins: “Hotseat is trying to …”. */
  touchId: { account: 'unlock an account', named: 'unlock the account {name}' },
} as const;
