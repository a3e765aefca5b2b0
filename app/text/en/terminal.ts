import { diagnosis } from './diagnosis.ts';

/** What is said on a terminal. A failure says what happened and what to do. */
export const terminal = {
  states: { active: 'Active', inactive: 'Inactive', locked: 'Locked', loggedOut: 'Logged out' },
  columns: { number: '#', name: 'Account', email: 'E-mail', service: 'Service', state: 'State' },
  noAccounts: 'There are no accounts yet. `hotseat login` opens the window to add one.',
  nobodyIsActive: 'Nobody is active.',
  did: {
    switched: 'Now active: {name}',
    locked: '{name} is locked.',
    loggedOut: '{name} is logged out.',
    removed: '{name} is removed from this computer.',
    opened: 'Hotseat’s window is open as {name}.',
  },
  allLocked: 'All accounts that can be locked are locked.',
  windowOpened: 'Hotseat’s window is open.',
  logInOpened: 'Go on in Hotseat’s window: passwords are never typed here.',

  asks: {
    remove:
      'Remove {name} from this computer? Its session, its pages and what they stored here are erased; the account at its service stays.',
    logOutAnonymous:
      'Log {name} out? Nobody can log in as an anonymous account again, so it is removed for good.',
  },
  yesOrNo: '{question} [y/N] ',
  /** What may be answered for a yes, in small letters, with spaces between. */
  yes: 'y yes',
  notConfirmed: 'Nothing has changed.',
  cannotAsk: 'That needs a yes, and there is no terminal to ask on. Say it in advance by --yes.',

  unknownAccount: 'There is no account “{reference}” on this computer. `hotseat list` shows those that are.',
  ambiguous: '“{reference}” could be more than one account. Say which by its e-mail or id:',
  nobodyTo: {
    lock: 'Nobody is active, so there is nobody to lock. Name an account, or lock all by --all.',
    switchTo: 'There is no other account that can become active.',
  },
  failures: {
    locked: '{name} is locked. Unlock it in Hotseat’s window, which is open for that.',
    loggedOut: '{name} is logged out. `hotseat login` with it opens the window to log in.',
    gone: '{name} is no longer on this computer.',
    rules: 'The rules of this computer do not allow that. Ask whoever looks after it.',
    noWayToUnlock:
      '{name} cannot be locked: there is nothing to unlock it with. Set that up in Hotseat’s window, which is open for that.',
    anonymousWouldGo:
      'The rules of this computer would remove an anonymous account by that. Log it out first.',
    notSaved: 'That could not be saved. Make room on the disk or unlock the keyring, then try again.',
    unreachable: 'The service cannot be reached. Check the connection, then try again.',
    superseded: 'Somebody chose another account at the same moment.',
    unexpected: 'Something unexpected went wrong. Hotseat’s log says more.',
  },
  /** Stands for a name that is not known. */
  thatAccount: 'That account',

  notUnderstood: 'The Hotseat that runs is of another version. Quit it, then try again.',
  noDisplay: 'Hotseat does not run, and there is no display here to start it on.',
  notStarted: 'Hotseat does not answer and could not be started.',
  notOwn: 'The folder of Hotseat’s socket is not yours alone, so nothing was sent there.',

  diagnosis,
  diagnosisFile: {
    saved: 'Saved in {file}, for you alone to read. Look through it before you give it away.',
    notSaved: 'Nothing was saved: {file} cannot be written. Choose another place, then try again.',
  },

  status: {
    facts: {
      version: 'Version',
      active: 'Active',
      accounts: 'Accounts',
      sessions: 'Sessions',
      switching: 'Switching',
      policy: 'Policy',
    },
    nobody: 'nobody',
    accounts: '{accounts, number}, {locked, number} locked, {loggedOut, number} logged out',
    storage: {
      checking: 'being checked',
      protected: 'encrypted, with a key in the key store',
      unprotected: 'in memory only, since no key store answers',
      inMemoryByRule: 'in memory only, by the rules of this computer',
    },
    switching: {
      free: 'takes nothing',
      unlock: 'locks the account that is left',
      exclusive: 'is not there: a login logs the other account out',
    },
    policy: {
      none: 'none',
      held: 'set by an administrator',
      broken: 'cannot be read, so the strictest rules hold',
    },
  },

  misuse: {
    unknownCommand: 'Hotseat has no command “{word}”. `hotseat help` shows those it has.',
    unknownOption: '`hotseat {command}` has no option {word}. `hotseat help` shows those it has.',
    tooMuch: '`hotseat {command}` does not know what to do with “{word}”. Names with spaces go in quotes.',
    accountMissing:
      '`hotseat {command}` needs an account: a name, an e-mail, an id, or a number of the list.',
    accountOrAll: '`hotseat {command}` takes an account or --all, not both.',
    linkTooLong: 'That link is longer than any link of Hotseat’s, so nothing came of it.',
    fileMissing: '`hotseat diagnose --save` needs a file to save in.',
    shellMissing: '`hotseat completion` needs a shell: {shells}.',
  },

  help: {
    title: 'Hotseat: several accounts signed in, exactly one of them active.',
    /** Stands for what names an account, in the lines of the commands. */
    account: 'account',
    /** Stands for where something is saved. */
    file: 'file',
    withoutCommand: 'Without a command Hotseat opens its window.',
    accounts: 'An account is named by its name, its e-mail, its id, or its number in the list.',
    json: 'With --json every command prints one JSON document. Where others can see what you run, use ids or numbers.',
  },
  /** Also for shells that show one beside a completion, in which they stand in straight quotes. */
  summaries: {
    list: 'List the accounts',
    whoami: 'Say who is active',
    switch: 'Make an account active',
    next: 'Switch to the next account of the list',
    previous: 'Switch to the previous account of the list',
    login: 'Open the window to log in, or to add an account',
    logout: 'Log an account out',
    lock: 'Lock an account, the active one by default, or all',
    remove: 'Remove an account from this computer',
    open: 'Open the window, as an account where one is named',
    status: 'Say how Hotseat is',
    diagnose: 'Check what Hotseat needs, for whoever helps',
    completion: 'Print completions for a shell',
    help: 'Show the commands',
    version: 'Show the version',
  },

  alreadyRunning: {
    window: 'Hotseat is already running; its window was brought forward.',
    nothing: 'Hotseat is already running; nothing was asked of it.',
    link: 'Hotseat is already running; it was handed the link.',
  },
  couldNotStart: 'Hotseat could not start: {cause}',
  couldNotBeAsked: 'Hotseat could not be asked: {cause}',
  switchesRefused: 'Hotseat does not start with these switches: {switches}.',
  /** Why each of them is refused. */
  switches: {
    opensDebugger: '--{name} lets another program read and steer Hotseat',
    runsProgram: '--{name} starts another program in place of a part of Hotseat',
    changesCode: '--{name} changes how code runs',
    liftsSandbox: '--{name} takes a sandbox away',
    liftsWebRule: '--{name} lifts a rule that keeps web content apart',
    bendsNetwork: '--{name} sends the network traffic elsewhere, or trusts anybody on the way',
    weakensKeys: '--{name} keeps the keys where anybody can read them',
    writesTraffic: '--{name} writes traffic or its keys to a file',
  },
} as const;
