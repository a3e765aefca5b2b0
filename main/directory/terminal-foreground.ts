import { spawnSync } from 'node:child_process';
import { isatty } from 'node:tty';

/**
 * Whether standard input may be read. The system stops a background job (`… &`) that reads from its terminal.
 * Where nothing tells, it may.
 */
export function mayReadStandardInput(): boolean {
  if (!isatty(0)) return true;
  const { stdout } = spawnSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], { encoding: 'utf8' });
  const groups = /^\s*(-?\d+)\s+(-?\d+)\s*$/.exec(stdout ?? '');
  return groups === null || groups[1] === groups[2];
}
