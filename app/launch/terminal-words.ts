import { shells, terminalCommands } from './terminal-commands.ts';
import type { Misuse } from './launch-request.ts';
import type { AccountLine, TerminalFailure, TerminalStatus } from './terminal-answer.ts';

/** What is said on a terminal. A failure says what happened and what to do. */
export const terminalWords = {
  states: {
    active: 'Active',
    inactive: 'Inactive',
    locked: 'Locked',
    loggedOut: 'Logged out',
  } satisfies Record<AccountLine['state'], string>,
  columns: { number: '#', name: 'Account', email: 'E-mail', service: 'Service', state: 'State' },
  noAccounts: 'There are no accounts yet. `hotseat login` opens the window to add one.',
  nobodyIsActive: 'Nobody is active.',
  switched: (name: string) => `Now active: ${name}`,
  locked: (name: string) => `${name} is locked.`,
  allLocked: 'All accounts that can be locked are locked.',
  loggedOut: (name: string) => `${name} is logged out.`,
  removed: (name: string) => `${name} is removed from this computer.`,
  opened: 'Hotseat’s window is open.',
  openedAs: (name: string) => `Hotseat’s window is open as ${name}.`,
  logInOpened: 'Go on in Hotseat’s window: passwords are never typed here.',

  asks: {
    remove: (name: string) =>
      `Remove ${name} from this computer? Its session, its pages and what they stored here are erased; the account at its service stays.`,
    logOutAnonymous: (name: string) =>
      `Log ${name} out? Nobody can log in as an anonymous account again, so it is removed for good.`,
  },
  yesOrNo: ' [y/N] ',
  yes: /^\s*y(?:es)?\s*$/i,
  notConfirmed: 'Nothing has changed.',
  cannotAsk: 'That needs a yes, and there is no terminal to ask on. Say it in advance by --yes.',

  unknownAccount: (reference: string) =>
    `There is no account “${reference}” on this computer. \`hotseat list\` shows those that are.`,
  ambiguous: (reference: string) =>
    `“${reference}” could be more than one account. Say which by its e-mail or id:`,
  nobodyTo: {
    lock: 'Nobody is active, so there is nobody to lock. Name an account, or lock all by --all.',
    switchTo: 'There is no other account that can become active.',
  },
  failures: {
    locked: (name: string) => `${name} is locked. Unlock it in Hotseat’s window, which is open for that.`,
    loggedOut: (name: string) =>
      `${name} is logged out. \`hotseat login\` with it opens the window to log in.`,
    gone: (name: string) => `${name} is no longer on this computer.`,
    rules: () => 'The rules of this computer do not allow that. Ask whoever looks after it.',
    noWayToUnlock: (name: string) =>
      `${name} cannot be locked: there is nothing to unlock it with. Set that up in Hotseat’s window, which is open for that.`,
    anonymousWouldGo: () =>
      'The rules of this computer would remove an anonymous account by that. Log it out first.',
    notSaved: () => 'That could not be saved. Make room on the disk or unlock the keyring, then try again.',
    unreachable: () => 'The service cannot be reached. Check the connection, then try again.',
    superseded: () => 'Somebody chose another account at the same moment.',
    unexpected: () => 'Something unexpected went wrong. Hotseat’s log says more.',
  } satisfies Record<TerminalFailure, (name: string) => string>,
  thatAccount: 'That account',

  notUnderstood: 'The Hotseat that runs is of another version. Quit it, then try again.',
  noDisplay: 'Hotseat does not run, and there is no display here to start it on.',
  notStarted: 'Hotseat does not answer and could not be started.',
  notOwn: 'The folder of Hotseat’s socket is not yours alone, so nothing was sent there.',
} as const;

const storage: Readonly<Record<TerminalStatus['storage'], string>> = {
  checking: 'being checked',
  protected: 'encrypted, with a key in the key store',
  unprotected: 'in memory only, since no key store answers',
  inMemoryByRule: 'in memory only, by the rules of this computer',
};

const switching: Readonly<Record<TerminalStatus['switching'], string>> = {
  free: 'takes nothing',
  unlock: 'locks the account that is left',
  exclusive: 'is not there: a login logs the other account out',
};

const policy: Readonly<Record<TerminalStatus['policy'], string>> = {
  none: 'none',
  held: 'set by an administrator',
  broken: 'cannot be read, so the strictest rules hold',
};

/** Names and what they stand for, one a line. */
export const statusFacts = (
  status: TerminalStatus,
  activeName: string | undefined,
): readonly (readonly [string, string])[] => [
  ['Version', status.version],
  ['Active', activeName ?? 'nobody'],
  ['Accounts', `${status.accounts}, ${status.locked} locked, ${status.loggedOut} logged out`],
  ['Sessions', storage[status.storage]],
  ['Switching', switching[status.switching]],
  ['Policy', policy[status.policy]],
];

export const misuseSentence = (misuse: Misuse): string => {
  switch (misuse.kind) {
    case 'unknownCommand':
      return `Hotseat has no command “${misuse.word}”. \`hotseat help\` shows those it has.`;
    case 'unknownOption':
      return `\`hotseat ${misuse.command}\` has no option ${misuse.word}. \`hotseat help\` shows those it has.`;
    case 'tooMuch':
      return `\`hotseat ${misuse.command}\` does not know what to do with “${misuse.word}”. Names with spaces go in quotes.`;
    case 'accountMissing':
      return `\`hotseat ${misuse.command}\` needs an account: a name, an e-mail, an id, or a number of the list.`;
    case 'accountOrAll':
      return `\`hotseat ${misuse.command}\` takes an account or --all, not both.`;
    case 'fileMissing':
      return '`hotseat diagnose --save` needs a file to save in.';
    default:
      return `\`hotseat completion\` needs a shell: ${shells.join(', ')}.`;
  }
};

/** The help, with every command of the table. */
export const helpText = (): string => {
  const rows = Object.entries(terminalCommands).map(([word, usage]) => {
    const account = { none: '', optional: ' [account]', required: ' <account>' }[usage.account];
    const options = usage.options
      .map((option) => ` [--${option}${option === 'save' ? ' <file>' : ''}]`)
      .join('');
    return [`  hotseat ${word}${account}${options}`, usage.summary] as const;
  });
  const all = [
    ...rows,
    [`  hotseat completion <${shells.join('|')}>`, 'Print completions for a shell'] as const,
  ];
  const width = Math.max(...all.map(([usage]) => usage.length)) + 2;
  return [
    'Hotseat: several accounts signed in, exactly one of them active.',
    '',
    ...all.map(([usage, summary]) => `${usage.padEnd(width)}${summary}`),
    '',
    'Without a command Hotseat opens its window.',
    'An account is named by its name, its e-mail, its id, or its number in the list.',
    'With --json every command prints one JSON document. Where others can see what you run, use ids or numbers.',
    '',
  ].join('\n');
};
