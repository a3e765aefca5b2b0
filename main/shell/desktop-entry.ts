import type { SystemAccount } from '../../app/surfaces/system-state.ts';
import { startSwitches } from '../../app/launch/launch-request.ts';
import { system as inGerman } from '../../app/text/de/system.ts';
import { system as inEnglish } from '../../app/text/en/system.ts';
import { say } from '../../app/text/say.ts';
import { shortName } from './account-line.ts';

/** By this line Hotseat knows a file of its own again; others are never written over, nor erased. */
const ownLine = 'X-Hotseat-Own=true';

export const isOwnEntry = (text: string): boolean => text.split('\n').includes(ownLine);

const header = '[Desktop Entry]';

/**
 * A value of the type string, on one line whatever is in it.
 * @see https://specifications.freedesktop.org/desktop-entry-spec/latest/value-types.html
 */
const valueText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(/\p{Cc}/gu, ' ');

/** One argument of `Exec`, quoted; the value that it becomes part of is escaped once more. */
const argumentText = (argument: string): string =>
  valueText(`"${argument.replaceAll(/["`$\\]/gu, '\\$&').replaceAll('%', '%%')}"`);

/** Has the desktop start Hotseat when the person logs in; one that was taken away meanwhile is not tried. */
export const autostartEntry = (command: readonly string[]): string =>
  [
    header,
    'Type=Application',
    'Name=Hotseat',
    `TryExec=${valueText(command[0] ?? '')}`,
    `Exec=${[...command, startSwitches.login].map(argumentText).join(' ')}`,
    'Icon=hotseat',
    'Terminal=false',
    ownLine,
    '',
  ].join('\n');

/** The tools of some desktops turn an entry off without erasing it. */
export const isTurnedOff = (text: string): boolean =>
  /^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/mu.test(text);

/** The command of the entry’s own group, without what stands for files and addresses. */
const commandOf = (group: string): string | undefined =>
  /^Exec=(.+)$/mu
    .exec(group)?.[1]
    ?.replaceAll(/\s%[a-zA-Z]/gu, '')
    .trim();

/** The desktop takes what its own language has, as it does for the rest of the entry. */
const nameLines = (name: string, standing: SystemAccount['standing']): readonly string[] => {
  const given = { name: shortName(name) };
  const english = valueText(say(inEnglish.lines[standing], 'en', given));
  const german = valueText(say(inGerman.lines[standing], 'de', given));
  return [`Name=${english}`, ...(german === english ? [] : [`Name[de]=${german}`])];
};

/**
 * The installed entry, with one action more for each account, which asks for it by its opaque id. Undefined where the
 * entry starts nothing.
 */
export const entryWithAccounts = (
  installed: string,
  accounts: readonly SystemAccount[],
): string | undefined => {
  const [own = '', ...groups] = installed.trim().split(/\n(?=\[)/u);
  const command = commandOf(own);
  if (!own.startsWith(header) || command === undefined) return undefined;
  const names = accounts.map(({ id }) => `account-${id}`);
  const before = /^Actions=(.*)$/mu.exec(own)?.[1]?.split(';').filter(Boolean) ?? [];
  const lines = own.split('\n').filter((line) => line.trim() !== '' && !/^(?:Actions|TryExec)=/u.test(line));
  // A package that is gone takes the copy out of sight with it.
  const [program] = /^"[^"]+"|^\S+/u.exec(command) ?? [command];
  const entry = [
    ...lines,
    `TryExec=${program.replaceAll('"', '')}`,
    `Actions=${[...names, ...before].map((name) => `${name};`).join('')}`,
    ownLine,
  ];
  const actions = accounts.map(({ id, name, standing }) =>
    [`[Desktop Action account-${id}]`, ...nameLines(name, standing), `Exec=${command} switch ${id}`].join(
      '\n',
    ),
  );
  return `${[entry.join('\n'), ...actions, ...groups.map((group) => group.trim())].join('\n\n')}\n`;
};
