import type { AccountLine } from './terminal-answer.ts';
import { isCommandWord, shells, terminalCommands, type Shell } from './terminal-commands.ts';
import type { TerminalWords } from './terminal-words.ts';

/** A script that completes `hotseat` in a shell: its commands and options, and accounts while Hotseat runs. */
export const completionScript = (shell: Shell, { summaries }: TerminalWords): string =>
  scripts[shell](summaries);

type Summaries = TerminalWords['summaries'];

interface Completed {
  readonly word: keyof Summaries;
  readonly options: readonly string[];
  readonly takesAccount: boolean;
}

const commands: readonly Completed[] = Object.keys(terminalCommands)
  .filter(isCommandWord)
  .map((word) => ({
    word,
    options: [...terminalCommands[word].options.map((option) => `--${option}`), '--json'],
    takesAccount: terminalCommands[word].account !== 'none',
  }));

const allWords = [...commands.map(({ word }) => word), 'completion', 'help', 'version'] as const;
const takers = commands.filter(({ takesAccount }) => takesAccount).map(({ word }) => word);

/** What is asked of Hotseat while a word is completed: nothing where none runs. */
const ask = 'hotseat completion accounts 2>/dev/null';

/**
 * Words are compared and never evaluated: what a service calls an account must not run in a shell. `compgen -W`
 * would expand it.
 */
const bash = (): string => `# Completions of hotseat for bash.
_hotseat() {
  local current=\${COMP_WORDS[COMP_CWORD]} command= word
  local -a candidates=()
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  case $command in
    '') candidates=(${allWords.join(' ')}) ;;
${commands.map(({ word, options }) => `    ${word}) candidates=(${options.join(' ')}) ;;`).join('\n')}
    completion) candidates=(${shells.join(' ')}) ;;
  esac
  case $command in
    ${takers.join('|')})
      if [[ $current != -* ]]; then
        while IFS= read -r word; do candidates+=("$word"); done < <(${ask})
      fi
      ;;
  esac
  for word in "\${candidates[@]}"; do
    if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done
}
complete -F _hotseat hotseat
`;

const zsh = (summaries: Summaries): string => `#compdef hotseat
# Completions of hotseat for zsh.
_hotseat() {
  local -a commands accounts options
  commands=(
${allWords.map((word) => `    '${word}:${summaries[word]}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case $words[2] in
${commands.map(({ word, options }) => `    ${word}) options=(${options.join(' ')}) ;;`).join('\n')}
    completion) options=(${shells.join(' ')}) ;;
  esac
  case $words[2] in
    ${takers.join('|')}) accounts=(\${(f)"$(${ask})"}) ;;
  esac
  compadd -a options
  compadd -a accounts
}
if [ "$funcstack[1]" = _hotseat ]; then _hotseat "$@"; else compdef _hotseat hotseat; fi
`;

const fish = (summaries: Summaries): string => `# Completions of hotseat for fish.
complete -c hotseat -f
${allWords.map((word) => `complete -c hotseat -n __fish_use_subcommand -a ${word} -d '${summaries[word]}'`).join('\n')}
${commands
  .flatMap(({ word, options }) =>
    options.map(
      (option) =>
        `complete -c hotseat -n '__fish_seen_subcommand_from ${word}' -l ${option.slice(2)}${option === '--save' ? ' -r -F' : ''}`,
    ),
  )
  .join('\n')}
complete -c hotseat -n '__fish_seen_subcommand_from ${takers.join(' ')}' -a '(${ask})'
complete -c hotseat -n '__fish_seen_subcommand_from completion' -a '${shells.join(' ')}'
`;

const powershell = (): string => `# Completions of hotseat for PowerShell.
Register-ArgumentCompleter -Native -CommandName hotseat -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = @($words | Where-Object { $_ -notlike '-*' })[0]
  $isFirst = $null -eq $command -or ($words.Count -eq 1 -and $wordToComplete -ne '')
  $candidates = if ($isFirst) { @(${quoted(allWords)}) } else {
    switch ($command) {
${commands.map(({ word, options }) => `      '${word}' { @(${quoted(options)}) }`).join('\n')}
      'completion' { @(${quoted(shells)}) }
    }
  }
  if (-not $isFirst -and @(${quoted(takers)}) -contains $command) {
    $candidates = @($candidates) + @(hotseat completion accounts 2>$null)
  }
  $candidates | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

const scripts: Readonly<Record<Shell, (summaries: Summaries) => string>> = { bash, zsh, fish, powershell };

/** Nothing in it means anything to a shell. */
const plainEmail = /^[\w.+%-]+@[\w.-]+$/;

/** One name a line that means one account only: its e-mail, or its id where that is no good. */
export const completedAccounts = (accounts: readonly AccountLine[]): string => {
  const emails = new Map<string, number>();
  for (const { email = '' } of accounts)
    emails.set(email.toLowerCase(), (emails.get(email.toLowerCase()) ?? 0) + 1);
  return accounts
    .map(({ id, email }) =>
      email !== undefined && plainEmail.test(email) && emails.get(email.toLowerCase()) === 1 ? email : id,
    )
    .map((name) => `${name}\n`)
    .join('');
};
