import fs from 'node:fs';
import { errnoOf } from './storage-failure.ts';

/** Makes the folder where it is missing, and closes it to others where it is open to them. */
export const ensurePrivateDirectory = (path: string): void => {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (!found) fs.mkdirSync(path, { recursive: true, mode: 0o700 });
  else if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) fs.chmodSync(path, 0o700);
};

/** Makes names in the folder durable: a rename or an unlink alone may be gone after a power failure. */
export const syncDirectory = (path: string): void => {
  // Windows cannot open a folder for this; NTFS journals names by itself.
  if (process.platform !== 'win32') syncOpened(path, 'r');
};

/** Makes a file's content durable. */
export const syncFile = (path: string): void => syncOpened(path, 'r+');

const syncOpened = (path: string, flags: 'r' | 'r+'): void => {
  const descriptor = fs.openSync(path, flags);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
};

/** The names in a folder; none where it does not exist. */
export const namesIn = (path: string): readonly string[] => {
  try {
    return fs.readdirSync(path);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return [];
    throw cause;
  }
};

/** Removes a file, link or pipe. True where there was one. */
export const unlinkIfThere = (path: string): boolean => {
  try {
    fs.unlinkSync(path);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return false;
    throw cause;
  }
};
