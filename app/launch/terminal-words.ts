import type { terminal } from '../text/en/terminal.ts';
import type { Language } from '../text/language.ts';
import type { Words } from '../text/message.ts';
import type { Misuse } from './launch-request.ts';
import type { TerminalStatus } from './terminal-answer.ts';
import { isCommandWord, shells, terminalCommands } from './terminal-commands.ts';

/** What is said on a terminal, in its language. */
export type TerminalWords = Words<typeof terminal>;

export interface TerminalSpeech {
  readonly language: Language;
  readonly words: TerminalWords;
}

/** Names and what they stand for, one a line. */
export const statusFacts = (
  status: TerminalStatus,
  activeName: string | undefined,
  { status: words }: TerminalWords,
): readonly (readonly [string, string])[] => {
  const { facts } = words;
  const { accounts, locked, loggedOut } = status;
  return [
    [facts.version, status.version],
    [facts.active, activeName ?? words.nobody],
    [facts.accounts, words.accounts({ accounts, locked, loggedOut })],
    [facts.sessions, words.storage[status.storage]],
    [facts.switching, words.switching[status.switching]],
    [facts.policy, words.policy[status.policy]],
  ];
};

export const misuseSentence = (misuse: Misuse, { misuse: words }: TerminalWords): string => {
  switch (misuse.kind) {
    case 'unknownCommand':
      return words.unknownCommand(misuse);
    case 'unknownOption':
      return words.unknownOption(misuse);
    case 'tooMuch':
      return words.tooMuch(misuse);
    case 'accountMissing':
      return words.accountMissing(misuse);
    case 'accountOrAll':
      return words.accountOrAll(misuse);
    case 'linkTooLong':
      return words.linkTooLong;
    case 'fileMissing':
      return words.fileMissing;
    default:
      return words.shellMissing({ shells: shells.join(', ') });
  }
};

/** The help, with every command of the table. */
export const helpText = ({ help, summaries }: TerminalWords): string => {
  const named = { none: '', optional: ` [${help.account}]`, required: ` <${help.account}>` };
  const rows = Object.keys(terminalCommands)
    .filter(isCommandWord)
    .map((word) => {
      const usage = terminalCommands[word];
      const options = usage.options
        .map((option) => ` [--${option}${option === 'save' ? ` <${help.file}>` : ''}]`)
        .join('');
      return [`  hotseat ${word}${named[usage.account]}${options}`, summaries[word]] as const;
    });
  const all = [...rows, [`  hotseat completion <${shells.join('|')}>`, summaries.completion] as const];
  const width = Math.max(...all.map(([usage]) => usage.length)) + 2;
  return [
    help.title,
    '',
    ...all.map(([usage, summary]) => `${usage.padEnd(width)}${summary}`),
    '',
    help.withoutCommand,
    help.accounts,
    help.json,
    '',
  ].join('\n');
};
