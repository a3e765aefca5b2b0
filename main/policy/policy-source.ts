import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import type { FoundPolicy } from '../../app/desk/policy.ts';
import { errnoOf } from '../storage/storage-failure.ts';

const mostBytes = 64 * 1024;

/** Where administrators put a policy. */
export interface PolicySource {
  read(): FoundPolicy;
  /** Tells when it may be another; where nothing can be watched, never. */
  watch(listener: () => void): void;
}

export interface PolicyFileOptions {
  readonly path: string;
  /** Who alone may have written it; root unless given. */
  readonly ownerId?: number;
}

/** How often the file is looked at: an inode that may not be there yet cannot be watched. */
const lookEveryMs = 3_000;

/**
 * A policy in a file. One that is not the administrator’s alone to write, that is no file, or that is too long, is
 * refused: nobody else loosens the rules, and nobody else’s rules pass for theirs.
 */
export const policyFile = ({ path, ownerId = 0 }: PolicyFileOptions): PolicySource => ({
  read: () => {
    let descriptor: number | undefined;
    try {
      // Not waited for where it is a pipe. A link may lead anywhere that the owner of its folder chose.
      descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
      const stat = fs.fstatSync(descriptor);
      const isTheirs = stat.uid === ownerId && (stat.mode & 0o022) === 0;
      if (!stat.isFile() || !isTheirs || stat.size > mostBytes) return { kind: 'refused' };
      return { kind: 'text', text: fs.readFileSync(descriptor, 'utf8') };
    } catch (cause) {
      const isAbsent = errnoOf(cause) === 'ENOENT' || errnoOf(cause) === 'ENOTDIR';
      return isAbsent ? { kind: 'absent' } : { kind: 'refused' };
    } finally {
      if (descriptor !== undefined) fs.closeSync(descriptor);
    }
  },
  watch: (listener) => {
    fs.watchFile(path, { interval: lookEveryMs, persistent: false }, listener);
  },
});

/** The value `Policy`, the same JSON as text, of what a management system has put there. Not run yet on that system. */
const askedOfSystem = (
  program: string,
  args: readonly string[],
  valueIn: (output: string) => string,
): PolicySource => ({
  read: () => {
    try {
      const output = execFileSync(program, [...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 5_000,
        maxBuffer: mostBytes,
      });
      return { kind: 'text', text: valueIn(output) };
    } catch (cause) {
      // Both programs end with 1 where there is no such value.
      const hasEnded = typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 1;
      return hasEnded ? { kind: 'absent' } : { kind: 'refused' };
    }
  },
  watch: () => undefined,
});

/** Where administrators of each system put it (docs/policy.md). */
export const systemPolicy = (platform: NodeJS.Platform): PolicySource => {
  if (platform === 'darwin')
    return askedOfSystem(
      '/usr/bin/defaults',
      ['read', '/Library/Managed Preferences/net.hotseat.desktop', 'Policy'],
      (output) => output,
    );
  if (platform === 'win32')
    return askedOfSystem(
      `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`,
      ['query', 'HKLM\\SOFTWARE\\Policies\\Hotseat', '/v', 'Policy'],
      (output) => /REG_SZ\s+(.*)$/mu.exec(output)?.[1] ?? '',
    );
  return policyFile({ path: '/etc/hotseat/policy.json' });
};
