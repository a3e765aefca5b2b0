import fs from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderName } from '../../app/diagnosis/finding.ts';
import type { FileFacts } from '../../app/diagnosis/stored-findings.ts';
import { verifyChecksummed } from '../storage/checksummed-text.ts';
import { errnoOf } from '../storage/storage-failure.ts';
import { folderEntries } from './folder-probe.ts';

/** Where every file ends with its checksum (`checksummed-text.ts`). */
const checksummed = [
  'registry',
  'sessions',
  'revocations',
  'secrets',
  'services',
  'settings',
  'workspaces',
  'locks',
  'requests',
  'receipts',
  'updates',
  'window',
] as const satisfies readonly FolderName[];
type ChecksummedFolder = (typeof checksummed)[number];

type State = 'sound' | 'damaged' | 'unreadable' | 'gone';

/** Reads what is on disk, file after file, and looks whether it is as it was written. Changes nothing. */
export const probeFiles = async (
  folders: Readonly<Record<ChecksummedFolder, string>>,
): Promise<Omit<FileFacts, 'accounts'>> => {
  const states: { readonly name: FolderName; readonly state: State }[] = [];
  for (const [name, path] of folderEntries(pick(folders)))
    for (const file of await currentFilesIn(path)) states.push({ name, state: await stateOf(file) });
  const inState = (wanted: State): readonly FolderName[] =>
    states.flatMap(({ name, state }) => (state === wanted ? [name] : []));
  return {
    soundCount: inState('sound').length,
    damagedIn: inState('damaged'),
    unreadableIn: inState('unreadable'),
  };
};

const pick = (
  folders: Readonly<Record<ChecksummedFolder, string>>,
): Readonly<Partial<Record<FolderName, string>>> =>
  Object.fromEntries(checksummed.map((name) => [name, folders[name]]));

/** The generation before is a reserve, and what is being written is nobody's yet. */
const currentFilesIn = async (folder: string): Promise<readonly string[]> => {
  const names = await fs.readdir(folder).catch((): string[] => []);
  return names.filter((name) => /^[^.]+\.json$/u.test(name)).map((name) => join(folder, name));
};

const stateOf = async (path: string): Promise<State> => {
  const first = await look(path);
  // It may have been replaced while it was read.
  return first === 'damaged' ? look(path) : first;
};

const look = async (path: string): Promise<State> => {
  try {
    if (!(await fs.lstat(path)).isFile()) return 'damaged';
    return verifyChecksummed(await fs.readFile(path)) ? 'sound' : 'damaged';
  } catch (cause) {
    return errnoOf(cause) === 'ENOENT' ? 'gone' : 'unreadable';
  }
};
