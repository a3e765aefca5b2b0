import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, RegistryStore } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import {
  parseActive,
  storedActive,
  type StoredAccounts,
  type StoredActive,
} from '../../app/users/stored-registry.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { ActiveJournal } from './active-journal.ts';
import { DurableFile } from './durable-file.ts';
import { ShardedAccounts } from './sharded-accounts.ts';
import { storageFailure } from './storage-failure.ts';
import { parsedOnce, readVersioned, type StorageNotice, type VersionedReading } from './versioned-reading.ts';

/**
 * What was on disk. `newer`: a newer Hotseat wrote it, so nothing of it is known and nothing may be changed,
 * sessions included.
 */
export type RegistryReading =
  | {
      readonly kind: 'read';
      readonly accounts: StoredAccounts | undefined;
      readonly active: StoredActive | undefined;
      /** The accounts are those of an older generation, or lost: sessions of unknown users are not orphans. */
      readonly isRecovered: boolean;
      /** In a former format, or not wholly tidied away: save all once, whatever happens. */
      readonly needsSaving: boolean;
      readonly notices: readonly StorageNotice[];
    }
  | { readonly kind: 'newer'; readonly notices: readonly StorageNotice[] };

/** Switches after which the journal is begun anew, with what it came to in `active.json`. */
const journalLimit = 256;

/**
 * The registry in files: the accounts in shards, of which a change writes one, and who is active: `active.json`, and
 * behind it a journal of the switches since, to which each adds a few hundred bytes. Call `readRegistry` first.
 */
export class FileRegistryStore implements RegistryStore {
  readonly #accounts: ShardedAccounts;
  readonly #active: DurableFile;
  readonly #journal: ActiveJournal;
  readonly #parseActive = parsedOnce(parseActive);
  readonly #queue = new SerialQueue();
  readonly #activeQueue = new SerialQueue();
  #isNewer = false;
  #savedActive: StoredActive | undefined;
  /** The file came later than all that the journal says, and a crash kept the journal from being begun anew. */
  #isJournalObsolete = false;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#accounts = new ShardedAccounts({ directory, clock });
    const isUsable = (value: object): boolean => this.#parseActive(value).kind !== 'corrupt';
    this.#active = new DurableFile({ directory, clock, name: 'active', isUsable });
    this.#journal = new ActiveJournal(directory);
  }

  /** Changes nothing on disk: a damaged file is put aside by the next save. Save after a recovery. */
  readRegistry(): RegistryReading {
    const accounts = this.#accounts.read();
    const active = this.#readActive();
    this.#isNewer = accounts.isNewer || active.isNewer;
    const notices = [...accounts.notices, ...active.notices];
    if (this.#isNewer)
      return { kind: 'newer', notices: notices.filter(({ kind }) => kind === 'newerVersion') };
    this.#savedActive = active.value;
    const isRecovered = accounts.notices.length > 0;
    // Until then a journal that is obsolete names whom the file does not: somebody who was removed, perhaps.
    const needsSaving = accounts.needsSaving || this.#isJournalObsolete;
    return {
      kind: 'read',
      accounts: accounts.accounts,
      active: active.value,
      isRecovered,
      needsSaving,
      notices,
    };
  }

  /** The file, or what the journal knows better: then nothing is missing, whatever became of the file. */
  #readActive(): VersionedReading<StoredActive> {
    const inFile = readVersioned(this.#active, this.#parseActive, 'activeAccount');
    const records = this.#journal.read().map((record) => parseActive(record));
    if (inFile.isNewer) return inFile;
    if (records.some(({ kind }) => kind === 'newer'))
      return { value: undefined, isNewer: true, notices: [{ kind: 'newerVersion', what: 'activeAccount' }] };
    const newest = records
      .flatMap((parsed) => (parsed.kind === 'read' ? parsed.value : []))
      .findLast((record) => sequenceOf(record) > sequenceOf(inFile.value));
    this.#isJournalObsolete = newest === undefined && records.length > 0;
    return newest ? { value: newest, isNewer: false, notices: [] } : inFile;
  }

  async saveAccounts(registry: UserRegistry): Promise<Outcome<void>> {
    return this.#isNewer ? newerVersion : this.#queue.run(() => this.#accounts.save(registry));
  }

  async saveActive(registry: UserRegistry): Promise<Outcome<void>> {
    if (this.#isNewer) return newerVersion;
    return this.#activeQueue.run(async () => {
      const active = { ...storedActive(registry), sequence: sequenceOf(this.#savedActive) + 1 };
      const written = this.#appended(active, registry) ? done : await this.#replaceActive(active);
      if (written.ok) this.#savedActive = active;
      return written;
    });
  }

  /** A journal forgets nobody, and is not for ever; where it cannot be written, the file may be. */
  #appended(active: StoredActive, registry: UserRegistry): boolean {
    const isFull = this.#isJournalObsolete || this.#journal.length >= journalLimit;
    // Without a number the file is of a Hotseat that knows no journal, and has to see that there is a newer one.
    if (isFull || this.#savedActive?.sequence === undefined || forgets(this.#savedActive, registry))
      return false;
    try {
      this.#journal.append(active);
      return true;
    } catch {
      return false;
    }
  }

  async #replaceActive(active: StoredActive): Promise<Outcome<void>> {
    // In both generations: what is older than that was in the journal, and goes with it.
    const written = await this.#active.write(active, { bothGenerations: true });
    if (!written.ok) return written;
    try {
      this.#journal.clear();
      this.#isJournalObsolete = false;
      return done;
    } catch (cause) {
      return storageFailure(cause);
    }
  }
}

const sequenceOf = (active: StoredActive | undefined): number => active?.sequence ?? 0;

const newerVersion = fail({ code: 'storageUnavailable', problem: 'newerVersion' });

/** A removed user is named nowhere any more, and nobody is active rather than somebody who was locked or left. */
const forgets = ({ activeId, recent }: StoredActive, registry: UserRegistry): boolean =>
  recent.some((id) => !registry.users.has(id)) || (activeId !== undefined && registry.activeId === undefined);
