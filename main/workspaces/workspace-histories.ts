import type { Clock, Log } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import type { UserId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { refusalOfNewer } from '../storage/newer-envelope.ts';
import type { Sealing } from '../storage/sealing.ts';
import { pageHistorySchema, type PageHistory } from './page-history.ts';

/** Where people were in their workspaces. */
export interface WorkspaceHistories {
  /** Recalled from now on; on disk a moment later, where something protects it. */
  keep(userId: UserId, history: PageHistory): void;
  recall(userId: UserId): Promise<PageHistory | undefined>;
  /** What is being written does not come back after this. */
  forget(userId: UserId): void;
  /** When everything that was kept or forgotten so far has reached the disk. */
  written(): Promise<void>;
}

export interface SealedHistoriesOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Log;
}

/** So many stay in memory: where nothing protects them on disk, they are there only. */
const memoryLimit = 32;

interface Compartment {
  readonly file: DurableFile;
  readonly queue: SerialQueue;
  /** The newest history that is not on disk yet. */
  waiting: PageHistory | undefined;
  /** Raised when it is forgotten: what began before that must not land after it. */
  erasures: number;
}

/** Histories at rest, encrypted as sessions are, a file for each user: a page's fields may hold anything. */
export class SealedHistories implements WorkspaceHistories {
  readonly #options: SealedHistoriesOptions;
  readonly #compartments = new Map<UserId, Compartment>();
  /** The one kept last is last. */
  readonly #memory = new Map<UserId, PageHistory>();

  constructor(options: SealedHistoriesOptions) {
    this.#options = options;
  }

  keep(userId: UserId, history: PageHistory): void {
    this.#memory.delete(userId);
    this.#memory.set(userId, history);
    for (const oldest of this.#memory.keys()) {
      if (this.#memory.size <= memoryLimit) break;
      this.#memory.delete(oldest);
    }
    const compartment = this.#compartmentOf(userId);
    const isQueued = compartment.waiting !== undefined;
    compartment.waiting = history;
    if (!isQueued) void compartment.queue.run(() => this.#write(userId, compartment));
  }

  async recall(userId: UserId): Promise<PageHistory | undefined> {
    const compartment = this.#compartmentOf(userId);
    const { erasures } = compartment;
    return this.#memory.get(userId) ?? compartment.queue.run(() => this.#read(userId, compartment, erasures));
  }

  forget(userId: UserId): void {
    const compartment = this.#compartmentOf(userId);
    compartment.erasures += 1;
    compartment.waiting = undefined;
    this.#memory.delete(userId);
    // At once, while a write may still wait for the key store.
    const erasing = compartment.file.erase();
    void compartment.queue.run(async () => {
      const erased = await erasing;
      if (!erased.ok) this.#options.log.warn('where a workspace was could not be erased');
    });
  }

  async written(): Promise<void> {
    await Promise.all([...this.#compartments.values()].map(({ queue }) => queue.idle()));
  }

  async #write(userId: UserId, compartment: Compartment): Promise<void> {
    const { waiting, erasures } = compartment;
    compartment.waiting = undefined;
    if (!waiting) return;
    const sealed = await this.#options.sealing.seal(ownerOf(userId), JSON.stringify(waiting));
    if (sealed.kind === 'unprotected' || compartment.erasures !== erasures) return;
    const written = refusalOfNewer(compartment.file) ?? (await compartment.file.write(sealed.envelope));
    if (!written.ok) this.#options.log.warn('where a workspace was could not be saved');
  }

  async #read(userId: UserId, compartment: Compartment, erasures: number): Promise<PageHistory | undefined> {
    const reading = compartment.file.read();
    if (reading.kind !== 'read') return undefined;
    const opened = await this.#options.sealing.open(ownerOf(userId), reading.value);
    return opened.kind === 'opened' && compartment.erasures === erasures
      ? parse(opened.plaintext)
      : undefined;
  }

  #compartmentOf(userId: UserId): Compartment {
    const known = this.#compartments.get(userId);
    if (known) return known;
    const { directory, clock } = this.#options;
    const compartment: Compartment = {
      file: new DurableFile({ directory, name: userId, clock, keepsPrevious: false }),
      queue: new SerialQueue(),
      waiting: undefined,
      erasures: 0,
    };
    this.#compartments.set(userId, compartment);
    return compartment;
  }
}

/** A session's file in its place does not open, nor the other way round. */
const ownerOf = (userId: UserId): string => `workspace-history/${userId}`;

const parse = (plaintext: string): PageHistory | undefined => {
  try {
    return pageHistorySchema.safeParse(JSON.parse(plaintext)).data;
  } catch {
    return undefined;
  }
};
