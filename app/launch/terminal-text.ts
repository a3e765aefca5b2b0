import { plainText } from '../identity/plain-text.ts';
import { columns } from '../text/columns.ts';
import type { AccountLine, TerminalAnswer } from './terminal-answer.ts';
import { statusFacts, type TerminalWords } from './terminal-words.ts';

/** Long enough for any name that a person reads. */
const nameLimit = 200;

/** Names come from services: what they hold must not steer the terminal. */
const shown = (text: string): string => plainText(text, nameLimit);

const nameOf = (account: AccountLine | undefined, words: TerminalWords): string =>
  account ? shown(account.name) : words.thatAccount;

/** A diagnosis has texts of its own (app/diagnosis). */
type OtherAnswer = Exclude<TerminalAnswer, { kind: 'diagnosis' }>;

/** What a person reads. Ends with a line feed, unless there is nothing to say. */
export const answerText = (answer: OtherAnswer, words: TerminalWords): string => {
  switch (answer.kind) {
    case 'accounts':
      return answer.accounts.length === 0 ? line(words.noAccounts) : tableOf(answer.accounts, words);
    case 'active':
      return answer.account ? personText(answer.account) : line(words.nobodyIsActive);
    case 'status': {
      const { active } = answer.status;
      return factsText(statusFacts(answer.status, active && shown(active.name), words));
    }
    case 'done':
      return line(doneSentence(answer.did, answer.account, words));
    case 'allLocked':
      return line(words.allLocked);
    case 'asksFirst':
      return line(words.asks[answer.about]({ name: nameOf(answer.account, words) }));
    case 'unknownAccount':
      return line(words.unknownAccount({ reference: shown(answer.reference) }));
    case 'ambiguous':
      return line(words.ambiguous({ reference: shown(answer.reference) })) + idsText(answer.candidates);
    case 'nobody':
      return line(words.nobodyTo[answer.to]);
    case 'failed': {
      const said = words.failures[answer.because];
      return line(typeof said === 'string' ? said : said({ name: nameOf(answer.account, words) }));
    }
    default:
      return line(words.notUnderstood);
  }
};

/** Is it a failure, so that it belongs beside the output and not into it? */
export const isTrouble = ({ kind }: TerminalAnswer): boolean =>
  !['accounts', 'active', 'status', 'done', 'allLocked', 'diagnosis'].includes(kind);

/** One document. What would steer a terminal is escaped in it too: JSON itself does so only below U+0020. */
export const answerJson = (answer: TerminalAnswer): string =>
  line(
    JSON.stringify(answer, undefined, 2).replaceAll(/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu, (mark) =>
      Array.from({ length: mark.length }, (_, at) => escaped(mark.charCodeAt(at))).join(''),
    ),
  );

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

const line = (text: string): string => `${text}\n`;

const doneSentence = (
  did: Extract<TerminalAnswer, { kind: 'done' }>['did'],
  account: AccountLine | undefined,
  words: TerminalWords,
): string => {
  if (did === 'logInOpened') return words.logInOpened;
  if (did === 'opened' && !account) return words.windowOpened;
  return words.did[did]({ name: nameOf(account, words) });
};

/** The name on a line of its own, for scripts that take the first one. */
const personText = ({ name, email, service }: AccountLine): string =>
  [
    shown(name),
    [email, service].flatMap((text) => (text === undefined ? [] : shown(text))).join(', '),
    '',
  ].join('\n');

const factsText = (facts: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  return facts.map(([name, value]) => line(`${name.padEnd(width)}${value}`)).join('');
};

const idsText = (accounts: readonly AccountLine[]): string =>
  rowsText(accounts.map(({ id, name, email = '' }) => [`  ${id}`, shown(name), shown(email)]));

const tableOf = (accounts: readonly AccountLine[], words: TerminalWords): string => {
  const { number, name, email, service, state } = words.columns;
  return rowsText([
    [number, name, email, service, state],
    ...accounts.map((account) => [
      String(account.number),
      shown(account.name),
      shown(account.email ?? ''),
      shown(account.service),
      words.states[account.state],
    ]),
  ]);
};

const rowsText = (rows: readonly (readonly string[])[]): string => columns(rows).map(line).join('');
