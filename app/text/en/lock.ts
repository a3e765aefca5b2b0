/** What is said about locks and about a desk that several people share. */
export const lock = {
  lock: 'Lock',
  unlock: 'Unlock',
  unlockTitle: 'Unlock {name}',
  pin: 'PIN',
  passphrase: 'Passphrase',
  logInInstead: 'Log in instead',
  unlockLead: 'Its session is sealed until then: not even Hotseat can read it.',
  // With Touch ID the key lies in the keychain as well, where Hotseat could read it without the PIN.
  unlockLeadTouchId: 'Its session is sealed until then. Touch ID opens it too.',
  byTouchId: 'Use Touch ID',
  onlyLogIn: 'This account has no PIN or passphrase, so its service asks who you are.',
  nothingOpens:
    'This account has no PIN or passphrase, and its service cannot say who you are. Log it out to use it again.',
  isLoggedOut:
    'That was the last attempt, so the account was logged out. Its data stays; log in to use it again.',
  tryAgainIn: 'Try again in {left}',
  tryAgainNow: 'You can try again now.',
  wasLocked: '{name} locked',
  wereLocked: '{count, plural, one {# account locked} other {# accounts locked}}',

  setUp: 'Lock with a PIN…',
  change: 'Change PIN…',
  changePassphrase: 'Change passphrase…',
  setUpTitle: 'A lock for {name}',
  setUpLead:
    'Whoever wants to use this account after it was locked, or after Hotseat was started anew, types it first.',
  kind: 'Unlock with',
  kinds: { pin: 'PIN', passphrase: 'Passphrase' },
  hints: {
    pin: 'At least six digits. Quick to type; whoever copies this computer’s disk and opens its keyring could guess it.',
    passphrase:
      'At least twelve characters. Some words that do not belong together are easy to remember and hard to guess.',
  },
  touchIdToo: 'Unlock with Touch ID too',
  touchIdHint:
    'Quicker, and weaker: the key then also lies in the keychain of this Mac, where a program that runs as you could take it without your finger or the PIN. Every finger that is set up on this Mac opens the account.',
  again: { pin: 'PIN again', passphrase: 'Passphrase again' },
  notTheSame: 'These two are not the same. Type it once more.',
  forgotten: 'Forgotten? Logging in at the service opens the account as well, and asks for a new one.',
  forgottenWebsite:
    'There is no other way in: a website cannot say who you are. Forgotten, the account has to be logged out.',
  setUpDone: 'Set up',
  working: 'Sealing…',
  checking: 'Unlocking…',

  whenLeft: 'Lock when I switch away',
  giveUp: 'Take the lock away…',
  giveUpTitle: 'Take the lock of {name} away?',
  giveUpText: 'Nothing will be asked for any more: whoever is at this computer can switch to the account.',
  giveUpConfirm: 'Take away',

  noOtherServices: 'Your organisation lets nobody add others.',
  setByOrganisation: 'Set by your organisation.',
  policyBroken:
    'The policy of this computer cannot be read, so the strictest rules hold. Ask whoever looks after the computer to put it right.',
  unknownKeys:
    'The policy of this computer has something in it that Hotseat does not know: {keys}. It has no effect.',

  limits: {
    afterLogin:
      '{hours, plural, one {Your organisation has every account logged out # hour after its login.} other {Your organisation has every account logged out # hours after its login.}}',
    withoutPerson:
      '{minutes, plural, one {Your organisation has every account logged out after # minute without its person.} other {Your organisation has every account logged out after # minutes without its person.}}',
  },
  desk: 'Locking',
  switching: 'Moving to another account',
  switchingHint: 'On a desk that several people share, ask for more.',
  rules: {
    free: 'Takes one key, and nothing is asked',
    unlock: 'Locks the account that is left, and asks for the other one’s PIN or passphrase, or a login',
    exclusive: 'Is not there: one account at a time is logged in, and a login logs the other one out',
  },
  after: 'Lock when nobody is here',
  afterHint: 'Counted from the last key or movement anywhere on this computer.',
  never: 'Never',
  minutes: '{count, plural, one {After # minute} other {After # minutes}}',
  withComputer: 'Lock with the computer',
  withComputerHint: 'When its screen is locked, it sleeps, or its lid is closed.',
  keepPages: 'Keep pages of locked accounts',
  keepPagesHint:
    'Stopped and out of sight, with what was typed into them, in this computer’s memory. Otherwise they are closed, and come back where they were.',
  keepPagesShared: 'Only where moving to another account takes one key.',
  hidesFromCapture: 'Keep the window out of pictures of the screen',
  hidesFromCaptureHint:
    'Screenshots, recordings and shared screens show nothing in its place. A camera still sees it.',
  cannotHide:
    'Hotseat is to be kept out of pictures of the screen, but this system has no way to: whoever uses it can take them.',
  covered: 'Hotseat is covered while you are elsewhere.',
  attempts: 'Attempts to unlock',
  attemptsHint: 'After that many in vain the account is logged out. The wait between them grows.',
} as const;
