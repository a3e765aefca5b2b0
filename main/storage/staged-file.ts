import fs from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { readGuarded } from './guarded-file.ts';
import { syncFile, unlinkIfThere } from './private-directory.ts';
import { NotWhatWasWritten } from './storage-failure.ts';

interface Staged extends Record<string, unknown> {
  readonly text: string;
}

/**
 * `<name>.new.json`: where electron-store writes, beside the file itself. Its writer takes a short write for a
 * whole one (fabiospampinato/atomically#18), and writes in place where a rename fails with EXDEV; so what it wrote
 * is compared here, and only then moved over anything that matters.
 *
 * Where opening or renaming its temporary file fails with EPERM, EACCES or EBUSY, it tries again without a pause
 * for up to a second. `prepare` makes the first such failure ours; the other is left, and rare: both names in that
 * rename are new.
 */
export class StagedFile {
  readonly path: string;
  readonly #directory: string;
  readonly #name: string;
  #store: ElectronStore<Staged> | undefined;

  constructor(directory: string, name: string) {
    this.#directory = directory;
    this.#name = `${name}.new`;
    this.path = join(directory, `${this.#name}.json`);
  }

  /** Writes the text, makes it durable and compares it. Throws and leaves nothing where any of that fails. */
  write(text: string): void {
    try {
      const empty = this.#prepare();
      withoutSnap(() => {
        this.#opened().store = { text };
      });
      // A write in place was not made durable by electron-store; a file that took the place of ours was, before.
      if (isSameFile(empty, fs.lstatSync(this.path))) syncFile(this.path);
      this.#compare(Buffer.from(text));
    } catch (cause) {
      this.discard();
      throw cause;
    }
  }

  discard(): void {
    try {
      unlinkIfThere(this.path);
    } catch {
      // Swept at the next start.
    }
  }

  /** An empty file of our own: electron-store opens whatever it finds, and would wait for ever on a pipe. */
  #prepare(): fs.Stats {
    unlinkIfThere(this.path);
    const descriptor = fs.openSync(this.path, 'wx', 0o600);
    try {
      return fs.fstatSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  }

  #opened(): ElectronStore<Staged> {
    this.#store ??= new ElectronStore<Staged>({
      cwd: this.#directory,
      name: this.#name,
      configFileMode: 0o600,
      // It would empty a file that it cannot read.
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      serialize: ({ text }) => text,
      // Reading is ours: electron-store trusts any object, and reads the file before every write.
      deserialize: () => ({ text: '' }),
    });
    // Its constructor answers any frame that asks for the path of the user-data folder.
    ipcMain.removeAllListeners('electron-store-get-data');
    return this.#store;
  }

  #compare(expected: Buffer): void {
    const found = readGuarded(this.path, expected.length);
    if (found.kind === 'bytes' && found.bytes.equals(expected)) return;
    const isShort = found.kind === 'bytes' && expected.subarray(0, found.bytes.length).equals(found.bytes);
    throw new NotWhatWasWritten({ isShort });
  }
}

/** Numbers of files are not to be trusted on Windows: there it may be the same. */
const isSameFile = (one: fs.Stats, other: fs.Stats): boolean =>
  process.platform === 'win32' || one.ino === other.ino;

/** With `SNAP` set, electron-store writes in place and makes nothing durable. */
const withoutSnap = (write: () => void): void => {
  const { SNAP } = process.env;
  delete process.env['SNAP'];
  try {
    write();
  } finally {
    if (SNAP !== undefined) process.env['SNAP'] = SNAP;
  }
};
