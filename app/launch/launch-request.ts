import {
  isCommandWord,
  isShell,
  terminalCommands,
  type CommandWord,
  type Shell,
  type TerminalCommand,
} from './terminal-commands.ts';

/** What an argument list asks for. */
export type LaunchRequest =
  | { readonly kind: 'start'; readonly by: StartedBy }
  /** As it was handed over: nothing of it is known to be good. */
  | { readonly kind: 'link'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: TerminalCommand;
      readonly isJson: boolean;
      /** Where the answer goes instead, as it was written: by whoever asked, not by the Hotseat that runs. */
      readonly saveIn?: string | undefined;
      /** Switches of Chromium's, and the folder of the profile: for the Hotseat that may have to be started. */
      readonly before: readonly string[];
    }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'completion'; readonly shell: Shell }
  /** Names of accounts for a shell that completes a word. */
  | { readonly kind: 'completedAccounts' }
  | { readonly kind: 'misuse'; readonly misuse: Misuse };

export type Misuse =
  | { readonly kind: 'unknownCommand'; readonly word: string }
  | { readonly kind: 'unknownOption'; readonly word: string; readonly command: string }
  | { readonly kind: 'tooMuch'; readonly word: string; readonly command: string }
  | { readonly kind: 'accountMissing' | 'accountOrAll'; readonly command: CommandWord }
  | { readonly kind: 'shellMissing' | 'fileMissing' | 'linkTooLong' };

/** `login`: of the person to their computer, so that the window waits. `command`: of the command line, for itself. */
export type StartedBy = 'person' | 'login' | 'command';

export const startSwitches = { login: '--hidden', command: '--for-a-command' } as const;

const linkStart = /^hotseat:/i;
/**
 * Characters of all arguments beside which a link goes no further. A second process hands its whole line to the
 * Hotseat that runs; where that does not take it in one piece, Chromium takes it for hung and kills it.
 */
const longestLine = 16_384;
/** Desktops hand files and folders over; no command has a name like theirs. */
const path = /[/\\]/;

/**
 * Reads the arguments that follow the program. Where one of them is a link everything else is ignored: what a web
 * page wrote may not come with switches or commands. Otherwise the first word is the command, and what has a dash
 * before it is for Chromium.
 */
export const launchRequestOf = (args: readonly string[]): LaunchRequest => {
  const link = args.find((arg) => linkStart.test(arg));
  if (link !== undefined)
    return args.join(' ').length > longestLine
      ? { kind: 'misuse', misuse: { kind: 'linkTooLong' } }
      : { kind: 'link', text: link };
  const word = args.find((arg) => !arg.startsWith('-') && arg !== '');
  const before = word === undefined ? args : args.slice(0, args.indexOf(word));
  if (before.some((arg) => arg === '--help' || arg === '-h')) return { kind: 'help' };
  if (before.includes('--version')) return { kind: 'version' };
  if (word === undefined || path.test(word)) return { kind: 'start', by: startedBy(before) };
  const rest = args.slice(before.length + 1);
  if (isCommandWord(word)) return commandOf(word, rest, before);
  return explanationOf(word, rest);
};

const startedBy = (switches: readonly string[]): StartedBy => {
  if (switches.includes(startSwitches.command)) return 'command';
  return switches.includes(startSwitches.login) ? 'login' : 'person';
};

const explanationOf = (word: string, rest: readonly string[]): LaunchRequest => {
  if (word === 'completion') return completionOf(rest);
  if (word !== 'help' && word !== 'version') return misuse({ kind: 'unknownCommand', word });
  const [more] = rest;
  return more === undefined ? { kind: word } : misuse({ kind: 'tooMuch', word: more, command: word });
};

const completionOf = ([shell, more]: readonly string[]): LaunchRequest => {
  if (more !== undefined) return misuse({ kind: 'tooMuch', word: more, command: 'completion' });
  if (shell === 'accounts') return { kind: 'completedAccounts' };
  return isShell(shell) ? { kind: 'completion', shell } : misuse({ kind: 'shellMissing' });
};

const commandOf = (word: CommandWord, rest: readonly string[], before: readonly string[]): LaunchRequest => {
  const end = rest.indexOf('--');
  const plain = end === -1 ? [] : rest.slice(end + 1);
  const { saveIn, written } = withoutFile(end === -1 ? rest : rest.slice(0, end));
  const options = new Set(written.filter((arg) => arg.startsWith('-')));
  if (options.has('--help') || options.has('-h')) return { kind: 'help' };
  const known = new Set(['--json', ...terminalCommands[word].options.map((option) => `--${option}`)]);
  const stranger = [...options].find((option) => !known.has(option));
  if (stranger !== undefined) return misuse({ kind: 'unknownOption', word: stranger, command: word });
  const [account, ...more] = [...written.filter((arg) => !arg.startsWith('-')), ...plain];
  const unwanted = terminalCommands[word].account === 'none' ? account : more[0];
  if (unwanted !== undefined) return misuse({ kind: 'tooMuch', word: unwanted, command: word });
  if (saveIn === '') return misuse({ kind: 'fileMissing' });
  const command = withAccount(word, account, options);
  if ('misuse' in command) return { kind: 'misuse', ...command };
  return {
    kind: 'command',
    command,
    isJson: options.has('--json'),
    saveIn,
    before,
  };
};

/** Takes out the file behind `--save`, or `--save=`, and leaves the option; empty where none was named. */
const withoutFile = (
  args: readonly string[],
): { readonly saveIn?: string; readonly written: readonly string[] } => {
  const at = args.findIndex((arg) => arg === '--save' || arg.startsWith('--save='));
  const option = args[at];
  if (option === undefined) return { written: args };
  const isBehind = option === '--save';
  const saveIn = isBehind ? (args[at + 1] ?? '') : option.slice('--save='.length);
  return { saveIn, written: args.toSpliced(at, isBehind ? 2 : 1, '--save') };
};

const withAccount = (
  word: CommandWord,
  account: string | undefined,
  options: ReadonlySet<string>,
): TerminalCommand | { readonly misuse: Misuse } => {
  switch (word) {
    case 'switch':
      return account ? { kind: word, account } : { misuse: { kind: 'accountMissing', command: word } };
    case 'logout':
    case 'remove':
      return account
        ? { kind: word, account, isConfirmed: options.has('--yes') }
        : { misuse: { kind: 'accountMissing', command: word } };
    case 'lock':
      if (!options.has('--all')) return { kind: word, account };
      return account === undefined
        ? { kind: 'lockAll' }
        : { misuse: { kind: 'accountOrAll', command: word } };
    case 'diagnose':
      return { kind: word, withAddresses: options.has('--addresses') };
    case 'login':
    case 'open':
      return { kind: word, account };
    default:
      return { kind: word };
  }
};

const misuse = (what: Misuse): LaunchRequest => ({ kind: 'misuse', misuse: what });
