import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';

/** Where the socket of a profile may be: in the folder that the system keeps for this, else in the profile. */
export const socketPathsFor = (userData: string, runtimeDirectory: string | undefined): readonly string[] => {
  const profile = createHash('sha256').update(userData).digest('hex').slice(0, 12);
  const own = join(userData, 'hand-out', 'token.sock');
  return runtimeDirectory !== undefined && isAbsolute(runtimeDirectory)
    ? [join(runtimeDirectory, `hotseat-${profile}`, 'token.sock'), own]
    : [own];
};
