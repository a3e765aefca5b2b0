/** What the window says on most of its screens. */
export const general = {
  appName: 'Hotseat',
  opening: 'Opening your accounts…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  dismiss: 'Dismiss',
  both: '{before}; {after}',

  accounts: 'Accounts',
  accountsAndKeys: 'Accounts on this computer',
  addAccount: 'Add account',
  findAnAccount: 'Find an account',
  clearSearch: 'Clear',
  noMatch: 'No account matches.',
  accountsNeedYou: '{count, plural, one {# account needs you} other {# accounts need you}}',
  needYou: '{count, plural, one {# needs you} other {# need you}}',
  needyCount: '{count, number}',
  attentionOf: 'Needs attention: {name}',
  actionsFor: 'Actions for {name}',

  active: 'Active',
  inactive: 'Inactive',
  loggedOut: 'Logged out',
  locked: 'Locked',

  switchTo: 'Switch to',
  logInAgain: 'Log in again',
  logOut: 'Log out',
  rename: 'Rename…',
  deleteAccountMenu: 'Delete account…',
  removeMenu: 'Remove from this computer…',

  activeUser: 'Active user',
  nobodyIsActive: 'Nobody is active',
  chooseSomebody:
    '{platform, select, darwin {Choose an account, or press ⌘ and its number.} other {Choose an account, or press Ctrl and its number.}}',
  titleOf: '{name} — Hotseat',
  nowActive: 'Now active: {name}',
  wasAdded: '{name} added',
  wereAdded: '{count, plural, one {# account added} other {# accounts added}}',
  wasLoggedOut: '{name} logged out',
  wereLoggedOut: '{count, plural, one {# account logged out} other {# accounts logged out}}',
  wasRemoved: '{name} removed',
  wereRemoved: '{count, plural, one {# account removed} other {# accounts removed}}',
  alsoAnnounced: '{first}. {second}',

  noAccountsYet: 'No accounts yet',
  welcome:
    'Keep several accounts signed in on this computer and move between them with one keystroke. Add the first one; it takes the seat at once.',

  service: 'Service',
  atService: 'Service: {service}.',
  logIn: 'Log in',
  createAccount: 'Create account',
  email: 'Email',
  password: 'Password',
  name: 'Name',
  optional: 'Optional',
  howTo: 'How to add it',
  continueAnonymously: 'Continue anonymously',
  anonymousHint: 'No e-mail or password. Once logged out, it cannot come back.',
  anonymousIsHere: '{name} is already here. This goes back to it.',
  loggingIn: 'Logging in…',
  creatingAccount: 'Creating the account…',
  logInAgainAs: 'Log in again as {name}',
  isSignedIn: '{name} is signed in',
  isSignedInNow: '{name} is signed in.',
  switchToIt: 'Switch to it',
  notNow: 'Not now',

  renameTitle: 'Rename {name}',
  nickname: 'Nickname',
  nicknameHint: 'Only on this computer. Leave it empty to go by the account’s own name.',
  save: 'Save',

  removeTitle: 'Remove {name}?',
  remove: 'Remove',
  removeKeeps:
    'The account itself lives on at its service: you can add it again by logging in. It will start afresh here.',
  removeDeletes:
    'The account is deleted at its service as well, with everything in it. This cannot be undone.',
  removeAnonymous: 'An anonymous account has nothing to come back with, so what it holds is lost for good.',
  alsoDelete: 'Also delete the account',
  alsoDeleteHint: 'At the service, with everything in it.',

  deleteTitle: 'Delete the account of {name}?',
  deleteAccount: 'Delete account',
  deleteErases:
    'This deletes the account at its service ({service}) with everything in it, and removes it from this computer. It cannot be undone.',

  logOutTitle: 'Log out {name}?',
  logOutAnonymous:
    'An anonymous account has no e-mail and no password to come back with. Logging out removes it, and what it holds is lost for good.',

  sessionStorage: 'Session storage',
  howSessionsAreKept: 'How sessions are kept',
  beginWithThisKeyring: 'Begin with this keyring',
  checkAgain: 'Check again',
  storageTried: 'Tried just now: something was sealed with it, and opened again.',
} as const;
