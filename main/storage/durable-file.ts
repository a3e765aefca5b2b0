import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { done, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { encodeChecksummed, parseObject, verifyChecksummed } from './checksummed-text.ts';
import { readGuarded } from './guarded-file.ts';
import { ensurePrivateDirectory, syncDirectory, syncFile, unlinkIfThere } from './private-directory.ts';
import { eraseQuarantined, moveToQuarantine } from './quarantine.ts';
import { StagedFile } from './staged-file.ts';
import { errnoOf, storageFailure } from './storage-failure.ts';

/** `lost`: something is there, but neither generation can be read. */
export type FileReading =
  | { readonly kind: 'read'; readonly value: object; readonly from: 'current' | 'previous' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'lost' };

export interface DurableFileOptions {
  readonly directory: string;
  /** Without its ending; `<name>.json` is the file. */
  readonly name: string;
  readonly clock: Clock;
  /** False where an older generation must not outlive the newer one. */
  readonly keepsPrevious?: boolean;
  /** Is a value with a right checksum one that can be used? If not, the file counts as damaged. */
  readonly isUsable?: (value: object) => boolean;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Far above the registry of 10,000 users; what is larger was not written by Hotseat. */
const maxBytes = 32 * 1024 * 1024;
/** A virus scanner may hold a file for a moment (EPERM, EBUSY on Windows). */
const renamePausesMs = [20, 60, 180];

type Generation =
  | { readonly kind: 'intact'; readonly json: string; readonly checksum: string }
  | { readonly kind: 'absent' | 'damaged' }
  | { readonly kind: 'forbidden'; readonly cause: unknown };

/**
 * One JSON object on disk, written by electron-store. A write has reached the disk, compared, before it succeeds.
 * The generation before it stays beside it, and what was damaged is moved to `quarantine/` before anything takes
 * its place. Reading changes nothing. One process only; state lives in memory, this is for start and for saving.
 */
export class DurableFile {
  readonly #options: DurableFileOptions;
  readonly #current: string;
  readonly #previous: string;
  readonly #spare: string;
  readonly #staged: StagedFile;
  readonly #queue = new SerialQueue();
  /** Of the content last read or written: the same bytes need no second parsing. */
  #knownChecksum: string | undefined;

  constructor(options: DurableFileOptions) {
    const { directory, name } = options;
    this.#options = options;
    this.#current = join(directory, `${name}.json`);
    this.#previous = join(directory, `${name}.previous.json`);
    this.#spare = join(directory, `${name}.previous.new.json`);
    this.#staged = new StagedFile(directory, name);
  }

  read(): FileReading {
    const current = this.#inspect(this.#current);
    const value = this.#parse(current);
    if (value) return { kind: 'read', value, from: 'current' };
    const previous = this.#inspectPrevious();
    const older = this.#parse(previous);
    if (older) return { kind: 'read', value: older, from: 'previous' };
    return { kind: current.kind === 'absent' && previous.kind === 'absent' ? 'absent' : 'lost' };
  }

  /**
   * Fails with `storageUnavailable`, and the file is as it was; only when its folder could not be made durable
   * after the rename may the new content be there. `bothGenerations`: the older content does not come back even
   * when this one is damaged.
   */
  write(value: object, { bothGenerations = false } = {}): Promise<Outcome<void>> {
    return this.#queue.run(() => attempt(() => this.#write(value, bothGenerations)));
  }

  /** Removes both generations and what was kept of damaged ones. */
  erase(): Promise<Outcome<void>> {
    return this.#queue.run(() =>
      attempt(() => {
        const { directory, name } = this.#options;
        // The previous generation first: alone, it would be read as the file.
        const wasThere = [this.#spare, this.#previous, this.#staged.path, this.#current].map(unlinkIfThere);
        if (wasThere.includes(true)) syncDirectory(directory);
        eraseQuarantined(directory, name);
      }),
    );
  }

  /** Moves the file out of the way, as it is. */
  quarantine(): Promise<Outcome<void>> {
    return this.#queue.run(() =>
      attempt(() => {
        for (const path of [this.#previous, this.#current])
          if (fs.lstatSync(path, { throwIfNoEntry: false })) this.#moveAside(path);
      }),
    );
  }

  async #write(value: object, bothGenerations: boolean): Promise<void> {
    const { directory } = this.#options;
    const { text, checksum } = encodeChecksummed(value);
    if (Buffer.byteLength(text) > maxBytes) throw new RangeError('The value is too large to be read again');
    ensurePrivateDirectory(directory);
    const isCurrentGood = this.#secureDamaged();
    this.#staged.write(text);
    if (this.#keepsPrevious && bothGenerations) {
      // A copy of its own rather than a second name: one bad block must not take both.
      await this.#rename(this.#staged.path, this.#previous);
      this.#staged.write(text);
    } else if (this.#keepsPrevious && isCurrentGood) {
      await this.#keepAsPrevious();
    }
    await this.#rename(this.#staged.path, this.#current);
    this.#knownChecksum = checksum;
    syncDirectory(directory);
  }

  /** Moves aside what nobody could read, before anything takes its place. Is the current file good? */
  #secureDamaged(): boolean {
    const current = this.#inspect(this.#current);
    const isGood =
      current.kind === 'intact' && (current.checksum === this.#knownChecksum || !!this.#parse(current));
    if (isGood) return true;
    const previous = this.#inspectPrevious();
    for (const generation of [current, previous]) if (generation.kind === 'forbidden') throw generation.cause;
    if (current.kind !== 'absent') this.#moveAside(this.#current);
    if (previous.kind !== 'absent' && !this.#parse(previous)) this.#moveAside(this.#previous);
    return false;
  }

  /** Gives the current file its second name, in one step: at no moment is there no previous generation. */
  async #keepAsPrevious(): Promise<void> {
    unlinkIfThere(this.#spare);
    try {
      fs.linkSync(this.#current, this.#spare);
    } catch {
      // No hard links here (FAT, some network drives).
      fs.copyFileSync(this.#current, this.#spare, fs.constants.COPYFILE_EXCL);
      syncFile(this.#spare);
    }
    const letGo = holdOpen(this.#previous);
    await this.#rename(this.#spare, this.#previous).finally(letGo);
  }

  /** Waits for whoever looks into a file just then: a virus scanner, an indexer. */
  async #rename(from: string, to: string): Promise<void> {
    for (const pauseMs of [...renamePausesMs, undefined]) {
      try {
        fs.renameSync(from, to);
        return;
      } catch (cause) {
        if (pauseMs === undefined || !['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(cause) ?? '')) {
          this.#staged.discard();
          throw cause;
        }
        await (this.#options.wait ?? delay)(pauseMs);
      }
    }
  }

  #inspect(path: string): Generation {
    const found = readGuarded(path, maxBytes);
    if (found.kind !== 'bytes') return found.kind === 'unusable' ? { kind: 'damaged' } : found;
    const verified = verifyChecksummed(found.bytes);
    return verified ? { kind: 'intact', ...verified } : { kind: 'damaged' };
  }

  #inspectPrevious(): Generation {
    return this.#keepsPrevious ? this.#inspect(this.#previous) : { kind: 'absent' };
  }

  #parse(generation: Generation): object | undefined {
    if (generation.kind !== 'intact') return undefined;
    const value = parseObject(generation.json);
    if (!value || this.#options.isUsable?.(value) === false) return undefined;
    this.#knownChecksum = generation.checksum;
    return value;
  }

  #moveAside(path: string): void {
    const { directory, name, clock } = this.#options;
    moveToQuarantine(directory, name, path, clock);
  }

  get #keepsPrevious(): boolean {
    return this.#options.keepsPrevious ?? true;
  }
}

/**
 * Keeps what is about to lose its last name until it is let go, which happens beside everything else: ext4 frees the
 * blocks of a file with its last name, and a switch would wait some milliseconds for that. Windows replaces no file
 * that is open.
 */
const holdOpen = (path: string): (() => void) => {
  if (process.platform !== 'linux') return () => undefined;
  try {
    const descriptor = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return () => fs.close(descriptor, () => undefined);
  } catch {
    return () => undefined;
  }
};

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

const attempt = async (operation: () => void | Promise<void>): Promise<Outcome<void>> => {
  try {
    await operation();
    return done;
  } catch (cause) {
    return storageFailure(cause);
  }
};
