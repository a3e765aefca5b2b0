import { expect, test } from 'vitest';
import { userIdSchema } from '../users/user.ts';
import { terminalAnswerSchema, type AccountLine } from './terminal-answer.ts';
import { answerJson, answerText, isTrouble } from './terminal-text.ts';
import { helpText, misuseSentence } from './terminal-words.ts';
import { terminalCommands } from './terminal-commands.ts';
import { englishWords, germanWords } from './testing/terminal-speech.ts';

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
  expect(answerText({ kind: 'accounts', accounts }, englishWords)).toBe(
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
    expect(withoutLines(answerText(answer, englishWords))).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    const json = answerJson(answer);
    expect(withoutLines(json)).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    expect(terminalAnswerSchema.parse(JSON.parse(json))).toEqual(answer);
  }
});

test('the name of who is active has a line of its own', () => {
  expect(
    answerText({ kind: 'active', account: line(1, 'Ana', { email: 'a@b.example' }) }, englishWords),
  ).toBe('Ana\na@b.example, This computer\n');
});

test('failures are no output', () => {
  expect(isTrouble({ kind: 'failed', because: 'rules' })).toBe(true);
  expect(isTrouble({ kind: 'active' })).toBe(false);
});

test('the help has every command, and a misuse says what to do', () => {
  for (const word of Object.keys(terminalCommands))
    expect(helpText(englishWords)).toContain(`hotseat ${word}`);
  expect(misuseSentence({ kind: 'unknownCommand', word: 'lst' }, englishWords)).toContain('“lst”');
});

test('in German everything is said that is in English, and JSON stays as it is', () => {
  const account = line(1, 'Ana', { state: 'locked' });
  expect(answerText({ kind: 'accounts', accounts: [account] }, germanWords)).toBe(
    '#  Konto  E-Mail  Dienst         Zustand\n1  Ana            This computer  Gesperrt\n',
  );
  expect(answerText({ kind: 'failed', because: 'rules' }, germanWords)).toContain('wer ihn betreut');
  expect(answerText({ kind: 'failed', because: 'gone' }, germanWords)).toBe(
    'Dieses Konto ist nicht mehr auf diesem Computer.\n',
  );
  const status = {
    version: '1.2.3',
    accounts: 1_234,
    locked: 2,
    loggedOut: 0,
    storage: 'protected',
    switching: 'free',
    policy: 'none',
  } as const;
  expect(answerText({ kind: 'status', status }, germanWords)).toContain(
    'Konten      1.234, davon 2 gesperrt und 0 abgemeldet\n',
  );
  expect(JSON.parse(answerJson({ kind: 'status', status }))).toEqual({ kind: 'status', status });
  for (const word of Object.keys(terminalCommands))
    expect(helpText(germanWords)).toContain(`hotseat ${word}`);
});
