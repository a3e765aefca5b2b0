import { randomBytes } from 'node:crypto';
import type { Clock, DirectoryLog, Random } from './ports.ts';

export const systemClock: Clock = () => Date.now();

export const systemRandom: Random = (byteCount) => randomBytes(byteCount);

/** One JSON line on stderr for each event. */
export const stderrLog: DirectoryLog = (event) => {
  process.stderr.write(
    `${JSON.stringify({ directory: event.kind, route: event.route, reason: event.reason })}\n`,
  );
};
