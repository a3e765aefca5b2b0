import fs from 'node:fs';
import { join } from 'node:path';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { Tombstones } from '../../app/ports.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import {
  ensurePrivateDirectory,
  namesIn,
  syncDirectory,
  syncFile,
  unlinkIfThere,
} from './private-directory.ts';
import { errnoOf, storageFailure } from './storage-failure.ts';

/** Removals that were begun, each an empty file named by its user: there is nothing in it to go wrong. */
export class FileTombstones implements Tombstones {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async raise(userId: UserId): Promise<Outcome<void>> {
    const path = join(this.#directory, userId);
    try {
      ensurePrivateDirectory(this.#directory);
      try {
        fs.closeSync(fs.openSync(path, 'wx', 0o600));
        syncFile(path);
      } catch (cause) {
        if (errnoOf(cause) !== 'EEXIST') throw cause;
      }
      syncDirectory(this.#directory);
      return done;
    } catch (cause) {
      return storageFailure(cause);
    }
  }

  async lower(userId: UserId): Promise<Outcome<void>> {
    try {
      if (unlinkIfThere(join(this.#directory, userId))) syncDirectory(this.#directory);
      return done;
    } catch (cause) {
      return storageFailure(cause);
    }
  }

  /** Read first at start: whoever stands here is gone. */
  list(): Outcome<ReadonlySet<UserId>> {
    try {
      return succeed(
        new Set(namesIn(this.#directory).flatMap((name) => userIdSchema.safeParse(name).data ?? [])),
      );
    } catch (cause) {
      return storageFailure(cause);
    }
  }
}
