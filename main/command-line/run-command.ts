import { checksText, diagnosisText } from '../../app/diagnosis/diagnosis-text.ts';
import { plainText } from '../../app/identity/plain-text.ts';
import { exitCodeOf, exitCodes, type ExitCode } from '../../app/launch/exit-code.ts';
import type { LaunchRequest } from '../../app/launch/launch-request.ts';
import type { TerminalAnswer } from '../../app/launch/terminal-answer.ts';
import { needsWindow, type TerminalCommand } from '../../app/launch/terminal-commands.ts';
import { answerJson, answerText, isTrouble } from '../../app/launch/terminal-text.ts';
import type { TerminalSpeech } from '../../app/launch/terminal-words.ts';
import type { Asked } from './ask-running.ts';

/** How often, and for how long, a Hotseat that was just started is asked. */
const askEveryMs = 100;
const startWithinMs = 40_000;
const pathLimit = 400;

export interface Terminal {
  /** Is somebody there to say yes? */
  readonly mayAsk: boolean;
  say(text: string): void;
  complain(text: string): void;
  question(text: string): Promise<string>;
}

export interface CommandRunParts {
  readonly terminal: Terminal;
  readonly speech: TerminalSpeech;
  ask(command: TerminalCommand): Promise<Asked>;
  /** False where there is no display to start on. */
  start(options: { readonly isHidden: boolean }): boolean;
  wait(ms: number): Promise<void>;
  /** Into a file that nobody else may read. False where it cannot be written. */
  save(path: string, text: string): Promise<boolean>;
}

type CommandRequest = Extract<LaunchRequest, { kind: 'command' }>;

/** Asks the running Hotseat, which is started where none runs, and says what it answered. */
export const runCommand = async (
  { command, isJson, saveIn }: Pick<CommandRequest, 'command' | 'isJson' | 'saveIn'>,
  parts: CommandRunParts,
): Promise<ExitCode> => {
  const { terminal, speech } = parts;
  const first = await answerTo(command, parts);
  if ('sentence' in first) return complaint(first.sentence, terminal);
  let { answer } = first;
  if (answer.kind === 'asksFirst' && 'isConfirmed' in command && !isJson) {
    if (!(await isConfirmed(answer, parts))) return exitCodes.notConfirmed;
    // By its id: a name may mean somebody else by now.
    const again = await answerTo({ ...command, account: answer.account.id, isConfirmed: true }, parts);
    if ('sentence' in again) return complaint(again.sentence, terminal);
    ({ answer } = again);
  }
  if (saveIn !== undefined && answer.kind === 'diagnosis') {
    const text = isJson ? answerJson(answer) : diagnosisText(answer.report, speech);
    const { saved, notSaved } = speech.words.diagnosisFile;
    const file = plainText(saveIn, pathLimit);
    if (!(await parts.save(saveIn, text))) {
      terminal.complain(`${notSaved({ file })}\n`);
      return exitCodes.failed;
    }
    terminal.complain(`${saved({ file })}\n`);
  }
  if (isJson) terminal.say(answerJson(answer));
  else if (answer.kind === 'diagnosis') terminal.say(checksText(answer.report, speech));
  else if (isTrouble(answer)) terminal.complain(answerText(answer, speech.words));
  else terminal.say(answerText(answer, speech.words));
  return exitCodeOf(answer);
};

/** Only where one runs: for a shell that completes a word. */
export const askIfRunning = async (
  command: TerminalCommand,
  ask: CommandRunParts['ask'],
): Promise<TerminalAnswer | undefined> => {
  const asked = await ask(command);
  return asked.kind === 'answer' ? asked.answer : undefined;
};

type Reached = { readonly answer: TerminalAnswer } | { readonly sentence: string };

const answerTo = async (command: TerminalCommand, parts: CommandRunParts): Promise<Reached> => {
  const { words } = parts.speech;
  let asked = await parts.ask(command);
  if (asked.kind === 'absent') {
    if (!parts.start({ isHidden: !needsWindow(command) })) return { sentence: words.noDisplay };
    for (let waitedMs = 0; asked.kind === 'absent' && waitedMs < startWithinMs; waitedMs += askEveryMs) {
      await parts.wait(askEveryMs);
      asked = await parts.ask(command);
    }
  }
  if (asked.kind === 'answer') return { answer: asked.answer };
  return { sentence: asked.kind === 'notOwn' ? words.notOwn : words.notStarted };
};

const complaint = (sentence: string, terminal: Terminal): ExitCode => {
  terminal.complain(`${sentence}\n`);
  return exitCodes.unreachable;
};

const isConfirmed = async (
  answer: Extract<TerminalAnswer, { kind: 'asksFirst' }>,
  { terminal, speech: { words } }: Pick<CommandRunParts, 'terminal' | 'speech'>,
): Promise<boolean> => {
  if (!terminal.mayAsk) {
    terminal.complain(`${words.cannotAsk}\n`);
    return false;
  }
  const question = words.yesOrNo({ question: answerText(answer, words).trimEnd() });
  const said = await terminal.question(question);
  if (words.yes.split(' ').includes(said.trim().toLowerCase())) return true;
  terminal.complain(`${words.notConfirmed}\n`);
  return false;
};
