import fs from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../app/ports.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { partitionsIn } from '../storage/local-traces.ts';
import { namesIn, syncDirectory } from '../storage/private-directory.ts';

export interface OrphanedWebSessionsOptions {
  readonly userDataDirectory: string;
  /** Is it somebody's: of a user, of a removal that is not over, or open now? */
  isSomebodys(userId: UserId): boolean;
  readonly log: Log;
}

/** Erases folders of web sessions that are nobody's (peer case T44). Not on the start path. */
export const sweepOrphanedWebSessions = async (options: OrphanedWebSessionsOptions): Promise<number> => {
  const folder = partitionsIn(options.userDataDirectory);
  let count = 0;
  try {
    for (const name of namesIn(folder)) {
      const userId = userIdSchema.safeParse(name);
      if (!userId.success || options.isSomebodys(userId.data)) continue;
      await fs.rm(join(folder, name), { recursive: true, force: true });
      count += 1;
    }
    if (count > 0) syncDirectory(folder);
  } catch {
    options.log.warn('a web session that belongs to nobody could not be erased');
  }
  return count;
};
