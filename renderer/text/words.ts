/** Every fixed text on screen, in English, in one place. Sentences that depend on something are in sentences.ts. */
export const words = {
  appName: 'Hotseat',
  opening: 'Opening your accounts…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  dismiss: 'Dismiss',

  accounts: 'Accounts',
  accountsAndKeys: 'Accounts on this computer',
  addAccount: 'Add account',
  findAnAccount: 'Find an account',
  clearSearch: 'Clear',
  noMatch: 'No account matches.',
  accountsUnit: (count: number) => (count === 1 ? 'account' : 'accounts'),
  needYou: (count: number) => (count === 1 ? 'needs you' : 'need you'),
  attentionOf: (name: string) => `Needs attention: ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,

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
  chooseSomebody: (modifier: string) => `Choose an account, or press ${modifier}and its number.`,
  titleOf: (name: string) => `${name} — Hotseat`,
  nowActive: (name: string) => `Now active: ${name}`,
  wasAdded: (name: string) => `${name} added`,
  wereAdded: (count: number) => `${count} accounts added`,
  wasLoggedOut: (name: string) => `${name} logged out`,
  wereLoggedOut: (count: number) => `${count} accounts logged out`,
  wasRemoved: (name: string) => `${name} removed`,
  wereRemoved: (count: number) => `${count} accounts removed`,

  noAccountsYet: 'No accounts yet',
  welcome:
    'Keep several accounts signed in on this computer and move between them with one keystroke. Add the first one; it takes the seat at once.',

  service: 'Service',
  logIn: 'Log in',
  createAccount: 'Create account',
  email: 'Email',
  password: 'Password',
  name: 'Name',
  optional: 'Optional',
  howTo: 'How to add it',
  continueAnonymously: 'Continue anonymously',
  anonymousHint: 'No e-mail or password. Once logged out, it cannot come back.',
  anonymousIsHere: (name: string) => `${name} is already here. This goes back to it.`,
  loggingIn: 'Logging in…',
  creatingAccount: 'Creating the account…',
  logInAgainAs: (name: string) => `Log in again as ${name}`,
  isSignedIn: (name: string) => `${name} is signed in`,
  switchToIt: 'Switch to it',
  notNow: 'Not now',

  renameTitle: (name: string) => `Rename ${name}`,
  nickname: 'Nickname',
  nicknameHint: 'Only on this computer. Leave it empty to go by the account’s own name.',
  save: 'Save',

  removeTitle: (name: string) => `Remove ${name}?`,
  remove: 'Remove',
  removeKeeps:
    'The account itself lives on at its service: you can add it again by logging in. It will start afresh here.',
  removeDeletes:
    'The account is deleted at its service as well, with everything in it. This cannot be undone.',
  removeAnonymous: 'An anonymous account has nothing to come back with, so what it holds is lost for good.',
  alsoDelete: 'Also delete the account',
  alsoDeleteHint: 'At the service, with everything in it.',

  deleteTitle: (name: string) => `Delete the account of ${name}?`,
  deleteAccount: 'Delete account',
  deleteErases: (service: string) =>
    `This deletes the account at its service (${service}) with everything in it, and removes it from this computer. It cannot be undone.`,

  logOutTitle: (name: string) => `Log out ${name}?`,
  logOutAnonymous:
    'An anonymous account has no e-mail and no password to come back with. Logging out removes it, and what it holds is lost for good.',

  sessionStorage: 'Session storage',
  howSessionsAreKept: 'How sessions are kept',
  beginWithThisKeyring: 'Begin with this keyring',
  checkAgain: 'Check again',
  storageTried: 'Tried just now: something was sealed with it, and opened again.',
} as const;
