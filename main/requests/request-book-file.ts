import { join } from 'node:path';
import type { RequestBook } from '../../app/contract/request-views.ts';
import { fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { emptyRequestBook } from '../../app/requests/request-book.ts';
import { parseRequestBook, storedRequestBook } from '../../app/requests/stored-request-book.ts';
import type { ServiceId, UserId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { readGuarded } from '../storage/guarded-file.ts';
import { readVersioned, type StorageNotice } from '../storage/versioned-reading.ts';

export interface RequestBookFileOptions {
  readonly directory: string;
  readonly serviceId: ServiceId;
  readonly clock: Clock;
}

export interface OpenedBook {
  readonly file: RequestBookFile;
  readonly book: RequestBook;
  readonly notices: readonly StorageNotice[];
}

/** A book is far smaller. */
const maxBytes = 32 * 1024 * 1024;

/** The book of one service, in a file of its own. */
export class RequestBookFile {
  readonly #options: RequestBookFileOptions;
  readonly #file: DurableFile;
  #isNewer = false;

  constructor(options: RequestBookFileOptions) {
    this.#options = options;
    const { directory, serviceId, clock } = options;
    this.#file = new DurableFile({
      directory,
      clock,
      name: serviceId,
      isUsable: (value) => parseRequestBook(value).kind !== 'corrupt',
    });
  }

  /** Changes nothing on disk. */
  open(): OpenedBook {
    const { value, isNewer, notices } = readVersioned(this.#file, parseRequestBook, 'requests');
    this.#isNewer = isNewer;
    return { file: this, book: value ?? emptyRequestBook, notices };
  }

  /** `isTakingAway`: the generation before must not bring back what is gone. */
  async save(book: RequestBook, { isTakingAway = false } = {}): Promise<Outcome<void>> {
    if (this.#isNewer) return fail({ code: 'storageUnavailable', problem: 'newerVersion' });
    return this.#file.write(storedRequestBook(book), { bothGenerations: isTakingAway });
  }

  /** Has either generation a word of that user, whatever can be read of it? */
  mentions(userId: UserId): boolean {
    const { directory, serviceId } = this.#options;
    return ['.json', '.previous.json'].some((ending) => {
      const found = readGuarded(join(directory, serviceId + ending), maxBytes);
      return found.kind === 'bytes' && Buffer.from(found.bytes).includes(userId);
    });
  }

  erase(): Promise<Outcome<void>> {
    return this.#file.erase();
  }
}
