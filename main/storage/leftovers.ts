import { join } from 'node:path';
import { namesIn, syncDirectory, unlinkIfThere } from './private-directory.ts';

/** Temporary files of electron-store (`….tmp-` and 16 hex digits) and files that were on their way to a name. */
const leftover = /\.new\.json(\.tmp-[0-9a-f]{16})?$/;

/**
 * Removes what a write left behind that was cut off by a crash: copies of what it was writing. Call it at start,
 * before anything is written. Returns how many there were; a folder that cannot be read has none.
 */
export const sweepLeftovers = (directory: string): number => {
  let count = 0;
  try {
    for (const name of namesIn(directory))
      if (leftover.test(name) && unlinkIfThere(join(directory, name))) count += 1;
    if (count > 0) syncDirectory(directory);
  } catch {
    // Left for the next start; it is never read as anything.
  }
  return count;
};
