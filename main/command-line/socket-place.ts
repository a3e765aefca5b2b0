import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isShortEnough } from '../storage/own-socket.ts';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** The folder that the system keeps for sockets of this session, where it has one. */
  readonly runtimeDirectory: string | undefined;
}

/**
 * Where a profile is asked from terminals. In the profile, since somebody who comes over the network may have another
 * runtime folder than the desktop; elsewhere only where the profile's path is too long for a socket's.
 */
export const socketPlaceOf = (userData: string, { platform, runtimeDirectory }: Surroundings): string => {
  const profile = createHash('sha256').update(userData).digest('hex').slice(0, 12);
  if (platform === 'win32') return `\\\\.\\pipe\\hotseat-${profile}`;
  const own = join(userData, 'command-line', 'hotseat.sock');
  if (isShortEnough(own)) return own;
  const sessions =
    runtimeDirectory !== undefined && isAbsolute(runtimeDirectory) ? runtimeDirectory : tmpdir();
  return join(sessions, `hotseat-${profile}-terminal`, 'hotseat.sock');
};
