/** What a terminal, or a script, may ask of Hotseat. An account is named as the person wrote it. */
export type TerminalCommand =
  | { readonly kind: 'list' | 'whoami' | 'next' | 'previous' | 'lockAll' | 'status' }
  | { readonly kind: 'switch'; readonly account: string }
  | { readonly kind: 'login' | 'lock' | 'open'; readonly account?: string | undefined }
  /** `isConfirmed`: the person has said yes to what cannot be taken back. */
  | { readonly kind: 'logout' | 'remove'; readonly account: string; readonly isConfirmed: boolean }
  /** `withAddresses`: services are called by their addresses instead of numbers. */
  | { readonly kind: 'diagnose'; readonly withAddresses: boolean };

export type CommandWord = Exclude<TerminalCommand['kind'], 'lockAll'>;

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** `save` has a file behind it. */
export type TerminalOption = 'json' | 'all' | 'yes' | 'addresses' | 'save';

interface Usage {
  readonly account: 'none' | 'optional' | 'required';
  /** `--json` goes without saying. */
  readonly options: readonly Exclude<TerminalOption, 'json'>[];
  /** Is there nothing in it for who does not see the window? */
  readonly needsWindow: boolean;
}

/** Every command that a running Hotseat answers, in the order of the help; completions come from here too. */
export const terminalCommands: Readonly<Record<CommandWord, Usage>> = {
  list: { account: 'none', options: [], needsWindow: false },
  whoami: { account: 'none', options: [], needsWindow: false },
  switch: { account: 'required', options: [], needsWindow: false },
  next: {
    account: 'none',
    options: [],
    needsWindow: false,
  },
  previous: {
    account: 'none',
    options: [],
    needsWindow: false,
  },
  login: {
    account: 'optional',
    options: [],
    needsWindow: true,
  },
  logout: { account: 'required', options: ['yes'], needsWindow: false },
  lock: {
    account: 'optional',
    options: ['all'],
    needsWindow: false,
  },
  remove: {
    account: 'required',
    options: ['yes'],
    needsWindow: false,
  },
  open: {
    account: 'optional',
    options: [],
    needsWindow: true,
  },
  status: { account: 'none', options: [], needsWindow: false },
  diagnose: { account: 'none', options: ['addresses', 'save'], needsWindow: false },
};

const words: ReadonlySet<string> = new Set(Object.keys(terminalCommands));

export const isCommandWord = (word: string): word is CommandWord => words.has(word);

export const isShell = (word: string | undefined): word is Shell => shells.some((shell) => shell === word);

export const needsWindow = ({ kind }: TerminalCommand): boolean =>
  kind !== 'lockAll' && terminalCommands[kind].needsWindow;
