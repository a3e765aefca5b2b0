import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { userIdSchema } from '../users/user.ts';
import { completedAccounts, completionScript } from './completion-script.ts';
import type { AccountLine } from './terminal-answer.ts';
import { shells, terminalCommands } from './terminal-commands.ts';
import { englishWords, germanWords } from './testing/terminal-speech.ts';

test.each(shells)('%s completes every command', (shell) => {
  const script = completionScript(shell, englishWords);
  for (const word of Object.keys(terminalCommands)) expect(script).toContain(word);
  expect(script.endsWith('\n')).toBe(true);
});

test.each(['zsh', 'fish'] as const)('in %s no summary ends the quotes that it stands in', (shell) => {
  for (const words of [englishWords, germanWords])
    for (const summary of Object.values(words.summaries)) {
      expect(summary).not.toContain("'");
      expect(completionScript(shell, words)).toContain(`${summary}'`);
    }
});

test.each([
  ['bash', 'hotseat.bash'],
  ['zsh', '_hotseat'],
  ['fish', 'hotseat.fish'],
] as const)('for %s the packages bring this very script', (shell, name) => {
  const packaged = new URL(`../../build/linux/completions/${name}`, import.meta.url);
  expect(readFileSync(packaged, 'utf8')).toBe(completionScript(shell, englishWords));
});

const account = (number: number, email?: string): AccountLine => ({
  number,
  id: userIdSchema.parse(`user-000${number}`),
  name: `Name ${number}`,
  ...(email === undefined ? {} : { email }),
  service: 'Lab',
  state: 'inactive',
});

test('an account is completed by what means it alone, and nothing to a shell', () => {
  const accounts = [
    account(1, 'ana@example.org'),
    account(2),
    account(3, 'twice@example.org'),
    account(4, 'Twice@example.org'),
    account(5, '$(touch owned)@example.org'),
  ];
  expect(completedAccounts(accounts).split('\n')).toEqual([
    'ana@example.org',
    'user-0002',
    'user-0003',
    'user-0004',
    'user-0005',
    '',
  ]);
});

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe.skipIf(!hasShell('bash'))('in bash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-completion-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  // A program that answers what Hotseat might, were a name to get past.
  writeFileSync(
    join(folder, 'hotseat'),
    '#!/bin/sh\nprintf "%s\\n" ana@example.org user-0002 \'$(touch owned)\'\n',
  );
  chmodSync(join(folder, 'hotseat'), 0o755);
  writeFileSync(join(folder, 'completion.bash'), completionScript('bash', englishWords));

  const completed = (...words: readonly string[]): readonly string[] =>
    execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        'set -u; . ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hotseat; printf "%s\\n" "${COMPREPLY[@]}"',
        'bash',
        ...words,
      ],
      { cwd: folder, env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` }, encoding: 'utf8' },
    )
      .split('\n')
      .filter(Boolean);

  test('the script is one', () => {
    execFileSync('bash', ['-n', join(folder, 'completion.bash')]);
  });

  test('commands, options and accounts', () => {
    expect(completed('hotseat', 'l')).toEqual(['list', 'login', 'logout', 'lock']);
    expect(completed('hotseat', '--user-data-dir=/x', 'who')).toEqual(['whoami']);
    expect(completed('hotseat', 'lock', '--')).toEqual(['--all', '--json']);
    expect(completed('hotseat', 'switch', 'an')).toEqual(['ana@example.org']);
    expect(completed('hotseat', 'completion', 'f')).toEqual(['fish']);
    expect(completed('hotseat', 'list', 'an')).toEqual([]);
  });

  test('what an account is called is not run', () => {
    expect(completed('hotseat', 'switch', '$')).toEqual(['$(touch owned)']);
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).not.toContain('owned');
  });
});

test('fish completes a file after --save, and files nowhere else', () => {
  const script = completionScript('fish', englishWords);
  expect(script).toContain('complete -c hotseat -f\n');
  expect(script.match(/^.* -F$/gmu)).toEqual([
    "complete -c hotseat -n '__fish_seen_subcommand_from diagnose' -l save -r -F",
  ]);
});

test('in PowerShell every command has options of its own, each in quotes', () => {
  const lines = completionScript('powershell', englishWords)
    .split('\n')
    .map((text) => text.trim());
  expect(lines).toEqual(
    expect.arrayContaining([
      "'list' { @('--json') }",
      "'lock' { @('--all', '--json') }",
      "'diagnose' { @('--addresses', '--save', '--json') }",
    ]),
  );
});

describe.each(['zsh', 'fish'] as const)('in %s', (shell) => {
  test.skipIf(!hasShell(shell))('the script is one', () => {
    for (const words of [englishWords, germanWords])
      execFileSync(shell, ['-n'], { input: completionScript(shell, words) });
  });
});
