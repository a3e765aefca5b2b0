import { expect, test } from 'vitest';
import { diagnosisReport } from '../diagnosis/diagnosis-report.ts';
import { sampleDiagnosis } from '../diagnosis/testing/sample-diagnosis.ts';
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

const status = {
  version: '1.2.3',
  accounts: 1_234,
  locked: 2,
  loggedOut: 0,
  storage: 'protected',
  switching: 'free',
  policy: 'none',
} as const;

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
  expect(answerText({ kind: 'active', account: line(1, 'Ana') }, englishWords)).toBe('Ana\nThis computer\n');
});

const ana = line(1, 'Ana');

test.each([
  [{ kind: 'accounts', accounts: [] }, 'There are no accounts yet'],
  [{ kind: 'active' }, 'Nobody is active'],
  [{ kind: 'done', did: 'switched', account: ana }, 'Now active: Ana'],
  [{ kind: 'done', did: 'locked' }, 'That account is locked'],
  [{ kind: 'done', did: 'opened' }, 'window is open.'],
  [{ kind: 'done', did: 'opened', account: ana }, 'window is open as Ana'],
  [{ kind: 'done', did: 'logInOpened', account: ana }, 'passwords are never typed here'],
  [{ kind: 'allLocked' }, 'All accounts'],
] as const)('%j is output, in a sentence', (answer, part) => {
  expect(answerText(answer, englishWords)).toContain(part);
  expect(isTrouble(answer)).toBe(false);
});

test.each([
  [{ kind: 'asksFirst', about: 'remove', account: ana }, 'Remove Ana from this computer?'],
  [{ kind: 'asksFirst', about: 'logOutAnonymous', account: ana }, 'Log Ana out?'],
  [{ kind: 'unknownAccount', reference: 'Zoe' }, 'no account “Zoe”'],
  [{ kind: 'ambiguous', reference: 'Ana', candidates: [ana] }, '“Ana” could be more than one'],
  [{ kind: 'nobody', to: 'lock' }, 'nobody to lock'],
  [{ kind: 'nobody', to: 'switchTo' }, 'no other account'],
  [{ kind: 'failed', because: 'locked', account: ana }, 'Ana is locked'],
  [{ kind: 'failed', because: 'gone' }, 'That account is no longer'],
  [{ kind: 'notUnderstood' }, 'of another version'],
] as const)('%j is trouble, and belongs beside the output', (answer, part) => {
  expect(answerText(answer, englishWords)).toContain(part);
  expect(isTrouble(answer)).toBe(true);
});

test('who could be meant is listed by id, one a line', () => {
  const candidates = [line(1, 'Ana', { email: 'ana@example.org' }), line(3, 'Anabel')];
  expect(
    answerText({ kind: 'ambiguous', reference: 'A', candidates }, englishWords).split('\n').slice(1),
  ).toEqual(['  user-0001  Ana     ana@example.org', '  user-0003  Anabel', '']);
});

test.each([
  ['Ana', { active: ana }],
  ['nobody', {}],
] as const)('how Hotseat is stands in two columns, with %s active', (name, part) => {
  const text = answerText({ kind: 'status', status: { ...status, ...part } }, englishWords);
  expect(text.split('\n').slice(0, 2)).toEqual(['Version    1.2.3', `Active     ${name}`]);
});

test('a state and a diagnosis are output, however bad they are', () => {
  const findings = [{ code: 'folderOpen', folders: ['registry'] }] as const;
  const report = diagnosisReport(sampleDiagnosis({ findings }), { withAddresses: false });
  expect(isTrouble({ kind: 'diagnosis', report })).toBe(false);
  expect(isTrouble({ kind: 'status', status: { ...status, policy: 'broken' } })).toBe(false);
});

test('the help has every command in one column and what it does in another', () => {
  const [title, commands, notes, ...more] = helpText(englishWords).split('\n\n');
  expect(title).not.toContain('\n');
  expect(notes).toMatch(/[^\n]\n$/u);
  expect(more).toEqual([]);
  const rows = commands?.split('\n') ?? [];
  expect(rows.map((row) => row.trim().split(' ')[1])).toEqual([
    ...Object.keys(terminalCommands),
    'completion',
  ]);
  expect(rows).toEqual(
    expect.arrayContaining([
      '  hotseat list                                    List the accounts',
      '  hotseat switch <account>                        Make an account active',
      '  hotseat logout <account> [--yes]                Log an account out',
      '  hotseat open [account]                          Open the window, as an account where one is named',
      '  hotseat diagnose [--addresses] [--save <file>]  Check what Hotseat needs, for whoever helps',
    ]),
  );
});

test.each([
  [{ kind: 'unknownCommand', word: 'lst' }, 'no command “lst”'],
  [{ kind: 'unknownOption', word: '--yes', command: 'list' }, '`hotseat list` has no option --yes'],
  [{ kind: 'tooMuch', word: 'B', command: 'switch' }, '`hotseat switch` does not know what to do with “B”'],
  [{ kind: 'accountMissing', command: 'remove' }, '`hotseat remove` needs an account'],
  [{ kind: 'accountOrAll', command: 'lock' }, '`hotseat lock` takes an account or --all'],
  [{ kind: 'linkTooLong' }, 'That link is longer'],
  [{ kind: 'fileMissing' }, 'needs a file'],
  [{ kind: 'shellMissing' }, 'needs a shell: bash, zsh, fish, powershell'],
] as const)('the misuse %j is told', (misuse, part) => {
  expect(misuseSentence(misuse, englishWords)).toContain(part);
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
  expect(answerText({ kind: 'status', status }, germanWords)).toContain(
    'Konten      1.234, davon 2 gesperrt und 0 abgemeldet\n',
  );
  expect(JSON.parse(answerJson({ kind: 'status', status }))).toEqual({ kind: 'status', status });
  for (const word of Object.keys(terminalCommands))
    expect(helpText(germanWords)).toContain(`hotseat ${word}`);
});
