import fs from 'node:fs/promises';
import { join } from 'node:path';
import { done, type Outcome } from '../../app/outcome.ts';
import type { LocalTraces } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { syncDirectory } from './private-directory.ts';
import { errnoOf, storageFailure } from './storage-failure.ts';

export interface FileLocalTracesOptions {
  /** Electron's user-data folder: web sessions are in `Partitions/<user id>`. */
  readonly userDataDirectory: string;
  /** Folders that Hotseat keeps files in, each perhaps with a `quarantine`; never the tombstones, which go last. */
  readonly storageDirectories: readonly string[];
}

/**
 * Erases what names a user: the web session's folder, and files in Hotseat's own folders that bear the id. Of what
 * was put aside as damaged, also what has the id in it: a registry that could not be read still holds an e-mail.
 */
export class FileLocalTraces implements LocalTraces {
  readonly #options: FileLocalTracesOptions;

  constructor(options: FileLocalTracesOptions) {
    this.#options = options;
  }

  async erase(userId: UserId): Promise<Outcome<void>> {
    const { userDataDirectory, storageDirectories } = this.#options;
    try {
      await eraseNamed(join(userDataDirectory, 'Partitions'), userId);
      for (const directory of storageDirectories) {
        await eraseNamed(directory, userId);
        await eraseMentions(join(directory, 'quarantine'), userId);
      }
      return done;
    } catch (cause) {
      return storageFailure(cause);
    }
  }
}

const bears = (name: string, userId: UserId): boolean => name === userId || name.startsWith(`${userId}.`);

const eraseNamed = async (directory: string, userId: UserId): Promise<void> => {
  const names = (await namesIn(directory)).filter((name) => bears(name, userId));
  await eraseAll(directory, names);
};

const eraseMentions = async (directory: string, userId: UserId): Promise<void> => {
  const mentioning: string[] = [];
  for (const name of await namesIn(directory))
    if (bears(name, userId) || (await mentions(join(directory, name), userId))) mentioning.push(name);
  await eraseAll(directory, mentioning);
};

const eraseAll = async (directory: string, names: readonly string[]): Promise<void> => {
  for (const name of names) await fs.rm(join(directory, name), { recursive: true, force: true });
  if (names.length > 0) syncDirectory(directory);
};

const mentions = async (path: string, userId: UserId): Promise<boolean> => {
  const found = await fs.lstat(path);
  // Links, pipes and folders were never written by Hotseat; they are not looked into.
  return found.isFile() && (await fs.readFile(path)).includes(userId);
};

const namesIn = async (directory: string): Promise<readonly string[]> => {
  try {
    return await fs.readdir(directory);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return [];
    throw cause;
  }
};
