import type { RequestBook } from '../../app/contract/request-views.ts';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock, Log, Timers } from '../../app/ports.ts';
import { withoutUser } from '../../app/requests/request-book.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { serviceIdSchema, type ServiceId, type UserId } from '../../app/users/user.ts';
import { namesIn } from '../storage/private-directory.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { StorageNotice } from '../storage/versioned-reading.ts';
import { RequestBookFile } from './request-book-file.ts';
import type { RequestTraces } from './request-traces.ts';

export interface RequestBooksOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly post: (notices: readonly StorageNotice[]) => void;
}

interface Kept {
  readonly file: RequestBookFile;
  book: RequestBook;
  /** `takenAway`: what is on disk holds what must not come back. */
  unsaved: 'nothing' | 'history' | 'takenAway';
}

/** History is written when nothing more has come for so long. */
const restMs = 1_000;

const fileName = /^(.+?)(?:\.previous)?\.json$/;

/** The books of all services: read when first needed, and in memory from then on. */
export class RequestBooks implements RequestTraces {
  readonly #options: RequestBooksOptions;
  readonly #kept = new Map<ServiceId, Kept>();
  readonly #queue = new SerialQueue();
  #stopTimer: (() => void) | undefined;

  constructor(options: RequestBooksOptions) {
    this.#options = options;
  }

  bookOf(serviceId: ServiceId): RequestBook {
    return this.#of(serviceId).book;
  }

  /** For history: in memory at once, on disk a little later. */
  note(serviceId: ServiceId, change: (book: RequestBook) => RequestBook): void {
    const kept = this.#of(serviceId);
    const book = change(kept.book);
    if (book === kept.book) return;
    kept.book = book;
    if (kept.unsaved === 'nothing') kept.unsaved = 'history';
    this.#stopTimer ??= this.#options.timers.after(restMs, () => void this.flush());
  }

  /** For what a person does with the book: it is on disk before it counts. */
  change(
    serviceId: ServiceId,
    change: (book: RequestBook) => Outcome<RequestBook>,
    { isTakingAway = false } = {},
  ): Promise<Outcome<void>> {
    return this.#queue.run(async () => {
      const kept = this.#of(serviceId);
      const before = kept.book;
      const planned = change(before);
      if (!planned.ok) return planned;
      const saved = await kept.file.save(planned.value, {
        isTakingAway: isTakingAway || kept.unsaved === 'takenAway',
      });
      if (!saved.ok) return saved;
      const isAsPlanned = kept.book === before;
      // History may have gone on during the write; the change holds for it too, and it is still to be written.
      const now = isAsPlanned ? planned : change(kept.book);
      if (now.ok) kept.book = now.value;
      kept.unsaved = isAsPlanned ? 'nothing' : 'history';
      return done;
    });
  }

  eraseRequestsOf(userId: UserId): Promise<Outcome<'erased' | 'empty'>> {
    return this.#queue.run(async () => {
      const stored = this.#stored();
      if (!stored.ok) return stored;
      let result: 'erased' | 'empty' = 'empty';
      for (const serviceId of new Set([...stored.value, ...this.#kept.keys()])) {
        const kept = this.#of(serviceId);
        kept.book = withoutUser(kept.book, userId);
        if (!kept.file.mentions(userId)) continue;
        kept.unsaved = 'takenAway';
        const saved = await this.#save(kept);
        if (!saved.ok) return saved;
        result = 'erased';
      }
      return succeed(result);
    });
  }

  /** The service is removed: its book goes with it. */
  erase(serviceId: ServiceId): Promise<void> {
    return this.#queue.run(async () => {
      const { file } = this.#of(serviceId);
      this.#kept.delete(serviceId);
      const erased = await file.erase();
      if (!erased.ok)
        this.#options.log.warn('a book of requests could not be erased', { code: erased.error.code });
    });
  }

  /** Erases the books of services that are there no more. For the start. */
  async eraseOthers(services: ReadonlySet<ServiceId>): Promise<void> {
    const stored = this.#stored();
    for (const serviceId of stored.ok ? stored.value : [])
      if (!services.has(serviceId)) await this.erase(serviceId);
  }

  /** Writes what history waits for. */
  flush(): Promise<void> {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    return this.#queue.run(async () => {
      for (const kept of this.#kept.values()) {
        const saved = kept.unsaved === 'nothing' ? done : await this.#save(kept);
        if (!saved.ok) this.#options.log.warn('past requests could not be saved', { code: saved.error.code });
      }
    });
  }

  async #save(kept: Kept): Promise<Outcome<void>> {
    const { book } = kept;
    const saved = await kept.file.save(book, { isTakingAway: kept.unsaved === 'takenAway' });
    if (saved.ok) kept.unsaved = kept.book === book ? 'nothing' : 'history';
    return saved;
  }

  #of(serviceId: ServiceId): Kept {
    const known = this.#kept.get(serviceId);
    if (known) return known;
    const { directory, clock, post } = this.#options;
    const { file, book, notices } = new RequestBookFile({ directory, serviceId, clock }).open();
    post(notices);
    const kept: Kept = { file, book, unsaved: 'nothing' };
    this.#kept.set(serviceId, kept);
    return kept;
  }

  /** Services that have a book on disk. */
  #stored(): Outcome<ReadonlySet<ServiceId>> {
    try {
      const ids = namesIn(this.#options.directory).flatMap((name) => {
        const parsed = serviceIdSchema.safeParse(fileName.exec(name)?.[1]);
        return parsed.success ? [parsed.data] : [];
      });
      return succeed(new Set(ids));
    } catch (cause) {
      return storageFailure(cause);
    }
  }
}
