import fs from 'node:fs/promises';
import { join } from 'node:path';
import type { RemovalResult, RemovalStep } from '../../app/contract/removal-views.ts';
import type { LocalTraces } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { syncDirectory } from './private-directory.ts';
import { errnoOf } from './storage-failure.ts';

export interface FileLocalTracesOptions {
  /** Electron's user-data folder: web sessions are in `Partitions/<user id>`. */
  readonly userDataDirectory: string;
  /** Where it is kept where workspaces were. */
  readonly historyDirectory: string;
  /** Other folders of Hotseat; each perhaps has a `quarantine`. Never the tombstones, which go last. */
  readonly storageDirectories: readonly string[];
}

/** Where Chromium keeps the web sessions that have a name. */
export const partitionsIn = (userDataDirectory: string): string => join(userDataDirectory, 'Partitions');

/**
 * Erases what names users: the web session's folder, and files in Hotseat's own folders that bear the id. Of what
 * was put aside as damaged, also what has the id in it: a registry that could not be read still holds an e-mail.
 * Each is looked for again afterwards.
 */
export class FileLocalTraces implements LocalTraces {
  readonly #options: FileLocalTracesOptions;

  constructor(options: FileLocalTracesOptions) {
    this.#options = options;
  }

  async erase(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly RemovalStep[]>> {
    const { userDataDirectory, historyDirectory, storageDirectories } = this.#options;
    const folder = await eraseIn(partitionsIn(userDataDirectory), userIds, bearersOf);
    const history = await eraseIn(historyDirectory, userIds, bearersOf);
    const quarantined: Results[] = [];
    const others: Results[] = [];
    for (const directory of [historyDirectory, ...storageDirectories]) {
      quarantined.push(await eraseIn(join(directory, 'quarantine'), userIds, mentionedIn));
      // Whoever keeps these has erased them by now, and tells of it.
      if (directory !== historyDirectory) others.push(await eraseIn(directory, userIds, bearersOf));
    }
    return new Map(
      userIds.map((userId) => {
        const hasFailed = others.some((results) => results(userId) === 'failed');
        const damaged = together(quarantined.map((results) => results(userId)));
        return [
          userId,
          [
            { subject: 'webFolder', result: folder(userId) },
            { subject: 'workspaceHistory', result: history(userId) },
            { subject: 'damagedFiles', result: hasFailed ? 'failed' : damaged },
          ],
        ];
      }),
    );
  }
}

type Results = (userId: UserId) => RemovalResult;

/** Whose a file is. */
type Owners = (directory: string, name: string, userIds: ReadonlySet<string>) => Promise<readonly string[]>;

const bearersOf: Owners = async (_directory, name, userIds) => {
  const [bearer = ''] = name.split('.', 1);
  return userIds.has(bearer) ? [bearer] : [];
};

const mentionedIn: Owners = async (directory, name, userIds) => {
  const bearers = await bearersOf(directory, name, userIds);
  const path = join(directory, name);
  // Links, pipes and folders were never written by Hotseat; they are not looked into.
  if (!(await fs.lstat(path)).isFile()) return bearers;
  const content = await fs.readFile(path);
  return [...bearers, ...[...userIds].filter((userId) => content.includes(userId))];
};

/** Erases what is somebody's in a folder, and looks again. */
const eraseIn = async (directory: string, userIds: readonly UserId[], owners: Owners): Promise<Results> => {
  const wanted = new Set<string>(userIds);
  try {
    const found = await ownedIn(directory, wanted, owners);
    for (const name of found.keys()) await erased(join(directory, name));
    if (found.size > 0) syncDirectory(directory);
    const before = new Set([...found.values()].flat());
    const left = found.size > 0 ? await ownedIn(directory, wanted, owners) : found;
    const after = new Set([...left.values()].flat());
    return (userId) => {
      if (after.has(userId)) return 'failed';
      return before.has(userId) ? 'erased' : 'empty';
    };
  } catch {
    return () => 'failed';
  }
};

/** What cannot be erased is found again. */
const erased = async (path: string): Promise<void> => {
  try {
    await fs.rm(path, { recursive: true, force: true });
  } catch {
    // Tried again at the next start.
  }
};

const together = (results: readonly RemovalResult[]): RemovalResult => {
  if (results.includes('failed')) return 'failed';
  return results.includes('erased') ? 'erased' : 'empty';
};

const ownedIn = async (
  directory: string,
  userIds: ReadonlySet<string>,
  owners: Owners,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const owned = new Map<string, readonly string[]>();
  for (const name of await namesIn(directory)) {
    const found = await owners(directory, name, userIds);
    if (found.length > 0) owned.set(name, found);
  }
  return owned;
};

const namesIn = async (directory: string): Promise<readonly string[]> => {
  try {
    return await fs.readdir(directory);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return [];
    throw cause;
  }
};
