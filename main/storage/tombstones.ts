import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** Among thousands, others have their turn after so many. */
const inOneTurn = 32;

/** Removals that were begun, each an empty file named by its user: there is nothing in it to go wrong. */
export class FileTombstones implements Tombstones {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  raise(userIds: readonly UserId[]): Promise<Outcome<void>> {
    return this.#forEach(userIds, (path) => {
      ensurePrivateDirectory(this.#directory);
      try {
        fs.closeSync(fs.openSync(path, 'wx', 0o600));
        syncFile(path);
      } catch (cause) {
        if (errnoOf(cause) !== 'EEXIST') throw cause;
      }
      return true;
    });
  }

  lower(userIds: readonly UserId[]): Promise<Outcome<void>> {
    return this.#forEach(userIds, unlinkIfThere);
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

  /** The names become durable together, at the end. `change` answers whether there was anything to do. */
  async #forEach(userIds: readonly UserId[], change: (path: string) => boolean): Promise<Outcome<void>> {
    try {
      let isChanged = false;
      for (const [index, userId] of userIds.entries()) {
        if (index > 0 && index % inOneTurn === 0) await nextTurn();
        if (change(join(this.#directory, userId))) isChanged = true;
      }
      if (isChanged) syncDirectory(this.#directory);
      return done;
    } catch (cause) {
      return storageFailure(cause);
    }
  }
}
