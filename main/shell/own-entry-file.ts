import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { dirname } from 'node:path';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import { unlinkIfThere } from '../storage/private-directory.ts';
import { errnoOf, storageFailure } from '../storage/storage-failure.ts';
import { isOwnEntry } from './desktop-entry.ts';

const mostBytes = 64 * 1024;

/** Undefined where nothing is; what is no plain file that can be read has no text. Its mode is its owner’s affair. */
const textAt = (path: string): string | undefined => {
  try {
    const found = fs.lstatSync(path);
    return found.isFile() && found.size <= mostBytes ? fs.readFileSync(path, 'utf8') : '';
  } catch (cause) {
    return errnoOf(cause) === 'ENOENT' ? undefined : '';
  }
};

/** A desktop entry among those of the person, which the desktop reads and only Hotseat writes. */
export interface OwnEntryFile {
  /** Undefined where there is none, or one of somebody else’s. */
  read(): string | undefined;
  /** Refused where something stands there that is not Hotseat’s. */
  write(text: string): Outcome<void>;
  erase(): Outcome<'erased' | 'empty'>;
}

export const ownEntryFile = (path: string): OwnEntryFile => {
  const look = (): { readonly text: string | undefined; readonly isFree: boolean } => {
    const text = textAt(path);
    return text === undefined || isOwnEntry(text)
      ? { text, isFree: true }
      : { text: undefined, isFree: false };
  };
  return {
    read: () => look().text,
    write: (text) => {
      const { text: before, isFree } = look();
      if (!isFree) return fail({ code: 'storageUnavailable', problem: 'notPermitted' });
      if (text === before) return done;
      const staged = `${path}.${randomBytes(6).toString('hex')}.new`;
      try {
        fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        fs.writeFileSync(staged, text, { mode: 0o600, flag: 'wx', flush: true });
        fs.renameSync(staged, path);
        return done;
      } catch (cause) {
        fs.rmSync(staged, { force: true });
        return storageFailure(cause);
      }
    },
    erase: () => {
      try {
        const isThere = look().text !== undefined && unlinkIfThere(path);
        return { ok: true, value: isThere ? 'erased' : 'empty' };
      } catch (cause) {
        return storageFailure(cause);
      }
    },
  };
};
