import fs from 'node:fs/promises';
import { folderNameSchema, type FolderName } from '../../app/diagnosis/finding.ts';
import type { FolderFacts } from '../../app/diagnosis/stored-findings.ts';
import { errnoOf } from '../storage/storage-failure.ts';

/** Whose each folder is, and who may do what in it; of those that are there. Changes nothing. */
export const probeFolders = async (
  folders: Readonly<Record<FolderName, string>>,
): Promise<readonly FolderFacts[]> => {
  const found = await Promise.all(folderEntries(folders).map(([name, path]) => probeFolder(name, path)));
  return found.flatMap((facts) => facts ?? []);
};

export const folderEntries = (
  folders: Readonly<Partial<Record<FolderName, string>>>,
): readonly (readonly [FolderName, string])[] =>
  folderNameSchema.options.flatMap((name) => {
    const path = folders[name];
    return path === undefined ? [] : [[name, path] as const];
  });

const probeFolder = async (name: FolderName, path: string): Promise<FolderFacts | undefined> => {
  try {
    const { uid, mode } = await fs.stat(path);
    const hasModes = process.platform !== 'win32';
    return {
      name,
      isOwn: !hasModes || uid === process.getuid?.(),
      // The profile's is of whoever made it; what is in it is closed by itself.
      isPrivate: !hasModes || name === 'profile' || (mode & 0o077) === 0,
      // Root may do all; whoever takes the rights away from themselves means it nevertheless.
      isWritable: (!hasModes || (mode & 0o700) === 0o700) && (await isWritable(path)),
    };
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    return { name, isOwn: true, isPrivate: true, isWritable: false };
  }
};

const isWritable = (path: string): Promise<boolean> =>
  fs.access(path, fs.constants.W_OK | fs.constants.X_OK).then(
    () => true,
    () => false,
  );
