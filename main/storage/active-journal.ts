import fs from 'node:fs';
import { join } from 'node:path';
import { encodeChecksummed, parseObject, verifyChecksummed } from './checksummed-text.ts';
import { readGuarded } from './guarded-file.ts';
import { ensurePrivateDirectory, syncDirectory, unlinkIfThere } from './private-directory.ts';
import { errnoOf, NotWhatWasWritten } from './storage-failure.ts';

/** Far above what is ever appended before the file is begun anew. */
const maxBytes = 4 * 1024 * 1024;
const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
// The last two are undefined on Windows, which adds nothing below.
const flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK;

/**
 * Small records, one after another, each durable when `append` returns: a switch costs one write and one sync, where
 * replacing a file costs several. A record that is torn or damaged is no record, and takes no other along. What the
 * records mean, and which of them holds, is for whoever reads them.
 */
export class ActiveJournal {
  readonly #directory: string;
  readonly #path: string;
  #length = 0;

  constructor(directory: string) {
    this.#directory = directory;
    this.#path = join(directory, 'active.journal');
  }

  /** Records there are, as far as this process knows. */
  get length(): number {
    return this.#length;
  }

  /** The records that are whole, the newest last. Changes nothing. */
  read(): readonly object[] {
    const found = readGuarded(this.#path, maxBytes);
    if (found.kind !== 'bytes') return [];
    const records = found.bytes
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        const verified = verifyChecksummed(Buffer.from(`${line}\n`, 'latin1'));
        return (verified && parseObject(verified.json)) ?? [];
      });
    this.#length = records.length;
    return records;
  }

  /** Throws where it cannot be made durable; then nothing of it is left, as far as the disk lets that be undone. */
  append(value: object): void {
    // After a torn record a new line begins a record of its own.
    const text = Buffer.from(`\n${encodeChecksummed(value).text}`);
    const { descriptor, isNew } = this.#open();
    try {
      const before = fs.fstatSync(descriptor);
      if (!before.isFile() || before.size > maxBytes / 2) throw new NotWhatWasWritten({ isShort: false });
      try {
        fs.writeSync(descriptor, text);
        // By the file's own size: what the write says of itself is no proof that it took place.
        if (fs.fstatSync(descriptor).size < before.size + text.length)
          throw new NotWhatWasWritten({ isShort: true });
        fs.fdatasyncSync(descriptor);
        if (isNew) syncDirectory(this.#directory);
      } catch (cause) {
        fs.ftruncateSync(descriptor, before.size);
        throw cause;
      }
    } finally {
      fs.closeSync(descriptor);
    }
    this.#length += 1;
  }

  /** Leaves no record. */
  clear(): void {
    this.#length = 0;
    if (fs.lstatSync(this.#path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    if (unlinkIfThere(this.#path)) syncDirectory(this.#directory);
  }

  #open(): { readonly descriptor: number; readonly isNew: boolean } {
    try {
      return { descriptor: fs.openSync(this.#path, flags), isNew: false };
    } catch (cause) {
      if (errnoOf(cause) !== 'ENOENT') throw cause;
      ensurePrivateDirectory(this.#directory);
      return { descriptor: fs.openSync(this.#path, flags | O_CREAT | O_EXCL, 0o600), isNew: true };
    }
  }
}
