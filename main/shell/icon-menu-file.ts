import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Log } from '../../app/ports.ts';
import type { SystemAccount } from '../../app/surfaces/system-state.ts';
import { entryWithAccounts, isOwnEntry } from './desktop-entry.ts';
import { ownEntryFile } from './own-entry-file.ts';

export interface IconMenuFolders {
  /** The person’s own; it goes before all others. */
  readonly dataHome: string;
  readonly dataFolders: readonly string[];
}

/** As the XDG base directory specification has it. */
export const iconMenuFolders = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): IconMenuFolders => ({
  dataHome: env['XDG_DATA_HOME'] || join(home, '.local', 'share'),
  dataFolders: (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(delimiter).filter(Boolean),
});

const inFolder = (folder: string): string => join(folder, 'applications', 'hotseat.desktop');

/**
 * The entry of the desktop for Hotseat, with the accounts in its menu: a copy among the person’s own entries, which
 * the desktop takes for the installed one. Only where one is installed.
 */
export interface IconMenuFile {
  /** Undefined takes the copy away. */
  show(accounts: readonly SystemAccount[] | undefined): void;
}

export const createIconMenuFile = ({ dataHome, dataFolders }: IconMenuFolders, log: Log): IconMenuFile => {
  const file = ownEntryFile(inFolder(dataHome));
  const installed = (): string | undefined => {
    for (const folder of dataFolders)
      try {
        const text = fs.readFileSync(inFolder(folder), 'utf8');
        if (!isOwnEntry(text)) return text;
      } catch {
        // Not installed there.
      }
    return undefined;
  };
  return {
    show: (accounts) => {
      const text = accounts && entryWithAccounts(installed() ?? '', accounts);
      const outcome = text === undefined ? file.erase() : file.write(text);
      if (!outcome.ok) log.warn('the menu of the icon could not be kept', { code: outcome.error.code });
    },
  };
};
