import fs from 'node:fs';
import { errnoOf } from './storage-failure.ts';

/** What stands at a path, opened without following a link and without waiting on a pipe. */
export type GuardedReading =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  /** No plain file (a link, a pipe, a folder), too large, or unreadable by the disk's fault. */
  | { readonly kind: 'unusable' }
  /** It cannot be looked at by this account of the computer; it may be perfectly good. */
  | { readonly kind: 'forbidden'; readonly cause: unknown };

// The last two are undefined on Windows, which adds nothing below; making a link there needs administrators' rights.
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

/** Reads a plain file of at most `maxBytes`. Repairs a mode that lets others read it. */
export const readGuarded = (path: string, maxBytes: number): GuardedReading => {
  let descriptor: number | undefined;
  try {
    if (!fs.lstatSync(path).isFile()) return { kind: 'unusable' };
    descriptor = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const found = fs.fstatSync(descriptor);
    if (!found.isFile() || found.size > maxBytes) return { kind: 'unusable' };
    if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) makePrivate(descriptor);
    return { kind: 'bytes', bytes: fs.readFileSync(descriptor) };
  } catch (cause) {
    return unreadable(cause);
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
};

const makePrivate = (descriptor: number): void => {
  try {
    fs.fchmodSync(descriptor, 0o600);
  } catch {
    // Somebody else's file in our folder: the next write replaces it with one of our own.
  }
};

const unreadable = (cause: unknown): GuardedReading => {
  const code = errnoOf(cause);
  if (code === 'ENOENT') return { kind: 'absent' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'forbidden', cause };
  return { kind: 'unusable' };
};
