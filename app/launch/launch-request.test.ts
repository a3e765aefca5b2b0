import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { launchRequestOf } from './launch-request.ts';
import { needsWindow, shells, terminalCommands } from './terminal-commands.ts';

const command = (...args: readonly string[]) => {
  const request = launchRequestOf(args);
  return request.kind === 'command' ? request.command : request;
};

test('without a command Hotseat opens its window, whatever switches or files there are', () => {
  expect(launchRequestOf([])).toEqual({ kind: 'start', by: 'person' });
  expect(launchRequestOf(['--user-data-dir=/x', '--lang=de', '-psn_0_12'])).toEqual({
    kind: 'start',
    by: 'person',
  });
  for (const path of ['/home/ana/letter.txt', './app', 'C:\\app'])
    expect(launchRequestOf([path, 'list'])).toEqual({ kind: 'start', by: 'person' });
  expect(launchRequestOf(['--hidden'])).toEqual({ kind: 'start', by: 'login' });
  expect(launchRequestOf(['--hidden', '--for-a-command'])).toEqual({ kind: 'start', by: 'command' });
});

test('every command, with an account where it takes one', () => {
  expect(command('list')).toEqual({ kind: 'list' });
  expect(command('switch', 'Ana B')).toEqual({ kind: 'switch', account: 'Ana B' });
  expect(command('login')).toEqual({ kind: 'login' });
  expect(command('login', 'Ana')).toEqual({ kind: 'login', account: 'Ana' });
  expect(command('open', '2')).toEqual({ kind: 'open', account: '2' });
  expect(command('lock', '--all')).toEqual({ kind: 'lockAll' });
  expect(command('lock')).toEqual({ kind: 'lock' });
  expect(command('remove', 'ana@example.org', '--yes')).toEqual({
    kind: 'remove',
    account: 'ana@example.org',
    isConfirmed: true,
  });
  expect(command('logout', 'Ana')).toEqual({ kind: 'logout', account: 'Ana', isConfirmed: false });
});

test('what stands before the command is for the Hotseat that may have to be started', () => {
  expect(launchRequestOf(['--user-data-dir=/x', 'list', '--json'])).toEqual({
    kind: 'command',
    command: { kind: 'list' },
    isJson: true,
    before: ['--user-data-dir=/x'],
  });
});

test('an empty argument is no command', () => {
  expect(command('', 'list')).toEqual({ kind: 'list' });
});

test('only what a person goes on with in the window needs it', () => {
  const needing = [
    ...(['list', 'whoami', 'next', 'previous', 'lockAll', 'status'] as const).map((kind) => ({ kind })),
    ...(['switch', 'login', 'lock', 'open'] as const).map((kind) => ({ kind, account: 'Ana' })),
    ...(['logout', 'remove'] as const).map((kind) => ({ kind, account: 'Ana', isConfirmed: true })),
    { kind: 'diagnose', withAddresses: true } as const,
  ].filter(needsWindow);
  expect(needing.map(({ kind }) => kind)).toEqual(['login', 'open']);
});

test('an account that looks like an option comes after two dashes', () => {
  expect(command('switch', '--', '--all')).toEqual({ kind: 'switch', account: '--all' });
  expect(command('logout', '--yes', '--', '--json')).toEqual({
    kind: 'logout',
    account: '--json',
    isConfirmed: true,
  });
  expect(command('switch', '--all')).toMatchObject({ misuse: { kind: 'unknownOption', word: '--all' } });
});

test.each([
  [['lst'], { kind: 'unknownCommand', word: 'lst' }],
  [['switch'], { kind: 'accountMissing', command: 'switch' }],
  [['switch', ''], { kind: 'accountMissing', command: 'switch' }],
  [['remove', '--yes'], { kind: 'accountMissing', command: 'remove' }],
  [['switch', 'Ana', 'B'], { kind: 'tooMuch', word: 'B', command: 'switch' }],
  [['list', 'Ana'], { kind: 'tooMuch', word: 'Ana', command: 'list' }],
  [['lock', 'Ana', '--all'], { kind: 'accountOrAll', command: 'lock' }],
  [['list', '--yes'], { kind: 'unknownOption', word: '--yes', command: 'list' }],
  [['switch', 'Ana', '--password=x'], { kind: 'unknownOption', word: '--password=x', command: 'switch' }],
  [['diagnose', '--save'], { kind: 'fileMissing' }],
  [['diagnose', '--save='], { kind: 'fileMissing' }],
  [['diagnose', 'Ana'], { kind: 'tooMuch', word: 'Ana', command: 'diagnose' }],
  [['list', '--save', 'x'], { kind: 'unknownOption', word: '--save', command: 'list' }],
  [['help', 'lock'], { kind: 'tooMuch', word: 'lock', command: 'help' }],
  [['version', '2'], { kind: 'tooMuch', word: '2', command: 'version' }],
  [['completion', 'bash', 'zsh'], { kind: 'tooMuch', word: 'zsh', command: 'completion' }],
  [['completion'], { kind: 'shellMissing' }],
  [['completion', 'tcsh'], { kind: 'shellMissing' }],
] as const)('%j is misuse', (args, misuse) => {
  expect(launchRequestOf(args)).toEqual({ kind: 'misuse', misuse });
});

test('help, version and completions need no running Hotseat', () => {
  for (const args of [['help'], ['--help'], ['-h'], ['switch', '--help'], ['list', '-h']])
    expect(launchRequestOf(args)).toEqual({ kind: 'help' });
  for (const args of [['version'], ['--version']]) expect(launchRequestOf(args)).toEqual({ kind: 'version' });
  for (const shell of shells)
    expect(launchRequestOf(['completion', shell])).toEqual({ kind: 'completion', shell });
  expect(launchRequestOf(['completion', 'accounts'])).toEqual({ kind: 'completedAccounts' });
});

test('E3: a link on a line that is too long to be handed over in one piece goes nowhere', () => {
  const refused = { kind: 'misuse', misuse: { kind: 'linkTooLong' } };
  const link = 'hotseat://switch/ana';
  expect(launchRequestOf([link, 'x'.repeat(16_384 - link.length - 1)])).toEqual({ kind: 'link', text: link });
  expect(launchRequestOf([link, 'x'.repeat(16_384 - link.length)])).toEqual(refused);
  expect(launchRequestOf([`hotseat://open/${'x'.repeat(1_000_000)}`])).toEqual(refused);
});

test('E3: where a link is among them, everything else is ignored', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(terminalCommands), '--yes', '--inspect'));
  const others = fc.array(word.filter((text) => !/^hotseat:/i.test(text)));
  const link = fc
    .tuple(fc.constantFrom('hotseat:', 'HOTSEAT:', 'hotseat://'), fc.string())
    .map((p) => p.join(''));
  fc.assert(
    fc.property(others, link, others, (before, text, after) => {
      expect(launchRequestOf([...before, text, ...after])).toEqual({ kind: 'link', text });
    }),
  );
});

test('whatever the arguments, it is read as something, and nothing is confirmed that was not', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.keys(terminalCommands), '--json', '--all', '--'),
  );
  fc.assert(
    fc.property(fc.array(word.filter((text) => text !== '--yes')), (args) => {
      const request = launchRequestOf(args);
      if (request.kind === 'command' && 'isConfirmed' in request.command)
        expect(request.command.isConfirmed).toBe(false);
    }),
  );
});

test('a diagnosis may be saved, under a name that looks like anything', () => {
  const diagnose = { kind: 'diagnose', withAddresses: false };
  const asked = { kind: 'command', isJson: false, before: [] };
  expect(launchRequestOf(['diagnose'])).toEqual({ ...asked, command: diagnose });
  expect(launchRequestOf(['diagnose', '--save', '--json'])).toEqual({
    ...asked,
    command: diagnose,
    saveIn: '--json',
  });
  expect(launchRequestOf(['diagnose', '--json', '--save=a b.txt', '--addresses'])).toEqual({
    ...asked,
    command: { kind: 'diagnose', withAddresses: true },
    isJson: true,
    saveIn: 'a b.txt',
  });
});
