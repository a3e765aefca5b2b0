import { expect, test } from 'vitest';
import { userIdSchema } from '../users/user.ts';
import { terminalAnswerSchema, type AccountLine } from './terminal-answer.ts';
import { answerJson, answerText, isTrouble } from './terminal-text.ts';
import { helpText, misuseSentence } from './terminal-words.ts';
import { terminalCommands } from './terminal-commands.ts';

const line = (number: number, name: string, part: Partial<AccountLine> = {}): AccountLine => ({
  number,
  id: userIdSchema.parse(`user-000${number}`),
  name,
  service: 'This computer',
  state: 'inactive',
  ...part,
});

const withoutLines = (text: string): string => text.replaceAll('\n', '');

test('accounts stand in columns, without anything at the ends of lines', () => {
  const accounts = [
    line(1, 'Ana', { email: 'ana@example.org', state: 'active' }),
    line(2, 'Benedikt', { state: 'loggedOut' }),
  ];
  expect(answerText({ kind: 'accounts', accounts })).toBe(
    [
      '#  Account   E-mail           Service        State',
      '1  Ana       ana@example.org  This computer  Active',
      '2  Benedikt                   This computer  Logged out',
      '',
    ].join('\n'),
  );
});

test('a name steers no terminal: not as text, and not as JSON', () => {
  const account = line(1, 'A\u001b]0;owned\u0007\u009b31m\u202eB\nC\u{e0041}');
  for (const answer of [
    { kind: 'active', account },
    { kind: 'done', did: 'switched', account },
    { kind: 'accounts', accounts: [account] },
    { kind: 'asksFirst', about: 'remove', account },
    { kind: 'unknownAccount', reference: account.name },
    { kind: 'ambiguous', reference: 'A', candidates: [account] },
    { kind: 'failed', because: 'locked', account },
  ] as const) {
    expect(withoutLines(answerText(answer))).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    const json = answerJson(answer);
    expect(withoutLines(json)).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    expect(terminalAnswerSchema.parse(JSON.parse(json))).toEqual(answer);
  }
});

test('the name of who is active has a line of its own', () => {
  expect(answerText({ kind: 'active', account: line(1, 'Ana', { email: 'a@b.example' }) })).toBe(
    'Ana\na@b.example, This computer\n',
  );
});

test('failures are no output', () => {
  expect(isTrouble({ kind: 'failed', because: 'rules' })).toBe(true);
  expect(isTrouble({ kind: 'active' })).toBe(false);
});

test('the help has every command, and a misuse says what to do', () => {
  for (const word of Object.keys(terminalCommands)) expect(helpText()).toContain(`hotseat ${word}`);
  expect(misuseSentence({ kind: 'unknownCommand', word: 'lst' })).toContain('“lst”');
});
