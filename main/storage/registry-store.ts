import { fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, RegistryStore } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import {
  parseActive,
  storedActive,
  type StoredAccounts,
  type StoredActive,
} from '../../app/users/stored-registry.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { DurableFile } from './durable-file.ts';
import { ShardedAccounts } from './sharded-accounts.ts';
import { parsedOnce, readVersioned, type StorageNotice } from './versioned-reading.ts';

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
      /** They are in a former format: save them once, whatever happens. */
      readonly needsSaving: boolean;
      readonly notices: readonly StorageNotice[];
    }
  | { readonly kind: 'newer'; readonly notices: readonly StorageNotice[] };

/**
 * The registry in files: the accounts in shards, of which a change writes one, and `active.json`, a few hundred
 * bytes that every switch writes. Call `readRegistry` first.
 */
export class FileRegistryStore implements RegistryStore {
  readonly #accounts: ShardedAccounts;
  readonly #active: DurableFile;
  readonly #parseActive = parsedOnce(parseActive);
  readonly #queue = new SerialQueue();
  #isNewer = false;
  #savedActive: StoredActive | undefined;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#accounts = new ShardedAccounts({ directory, clock });
    const isUsable = (value: object): boolean => this.#parseActive(value).kind !== 'corrupt';
    this.#active = new DurableFile({ directory, clock, name: 'active', isUsable });
  }

  /** Changes nothing on disk: a damaged file is put aside by the next save. Save after a recovery. */
  readRegistry(): RegistryReading {
    const accounts = this.#accounts.read();
    const active = readVersioned(this.#active, this.#parseActive, 'activeAccount');
    this.#isNewer = accounts.isNewer || active.isNewer;
    const notices = [...accounts.notices, ...active.notices];
    if (this.#isNewer)
      return { kind: 'newer', notices: notices.filter(({ kind }) => kind === 'newerVersion') };
    this.#savedActive = active.value;
    const isRecovered = accounts.notices.length > 0;
    const { needsSaving } = accounts;
    return {
      kind: 'read',
      accounts: accounts.accounts,
      active: active.value,
      isRecovered,
      needsSaving,
      notices,
    };
  }

  async saveAccounts(registry: UserRegistry): Promise<Outcome<void>> {
    return this.#isNewer ? newerVersion : this.#queue.run(() => this.#accounts.save(registry));
  }

  async saveActive(registry: UserRegistry): Promise<Outcome<void>> {
    if (this.#isNewer) return newerVersion;
    const active = storedActive(registry);
    const bothGenerations = !this.#savedActive || forgets(this.#savedActive, registry);
    const written = await this.#active.write(active, { bothGenerations });
    if (written.ok) this.#savedActive = active;
    return written;
  }
}

const newerVersion = fail({ code: 'storageUnavailable', problem: 'newerVersion' });

/** A removed user is named nowhere any more, and nobody is active rather than somebody who was locked or left. */
const forgets = ({ activeId, recent }: StoredActive, registry: UserRegistry): boolean =>
  recent.some((id) => !registry.users.has(id)) || (activeId !== undefined && registry.activeId === undefined);
