import { fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, RegistryStore } from '../../app/ports.ts';
import {
  parseAccounts,
  parseActive,
  storedAccounts,
  storedActive,
  type Parsed,
  type StoredAccounts,
  type StoredActive,
} from '../../app/users/stored-registry.ts';
import type { User, UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { DurableFile } from './durable-file.ts';
import { readVersioned, type StorageNotice } from './versioned-reading.ts';

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
      readonly notices: readonly StorageNotice[];
    }
  | { readonly kind: 'newer'; readonly notices: readonly StorageNotice[] };

/**
 * The registry in two files: `accounts.json`, written when accounts change, and `active.json`, a few hundred bytes
 * that every switch writes. Call `readRegistry` first.
 */
export class FileRegistryStore implements RegistryStore {
  readonly #accounts: DurableFile;
  readonly #active: DurableFile;
  #isNewer = false;
  /** Users as they are on disk; undefined before anything was read or written. */
  #savedUsers: ReadonlyMap<UserId, User> | undefined;
  #savedActive: StoredActive | undefined;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    const isParsed = (parse: (raw: unknown) => Parsed<unknown>) => (value: object) =>
      parse(value).kind !== 'corrupt';
    this.#accounts = new DurableFile({
      directory,
      clock,
      name: 'accounts',
      isUsable: isParsed(parseAccounts),
    });
    this.#active = new DurableFile({ directory, clock, name: 'active', isUsable: isParsed(parseActive) });
  }

  /** Changes nothing on disk: a damaged file is put aside by the next save. Save after a recovery. */
  readRegistry(): RegistryReading {
    const accounts = readVersioned(this.#accounts, parseAccounts, 'accounts');
    const active = readVersioned(this.#active, parseActive, 'activeAccount');
    this.#isNewer = accounts.isNewer || active.isNewer;
    const notices = [...accounts.notices, ...active.notices];
    if (this.#isNewer)
      return { kind: 'newer', notices: notices.filter(({ kind }) => kind === 'newerVersion') };
    this.#savedUsers = new Map(accounts.value?.users.map((user) => [user.id, user]));
    this.#savedActive = active.value;
    const isRecovered = accounts.notices.length > 0;
    return { kind: 'read', accounts: accounts.value, active: active.value, isRecovered, notices };
  }

  async saveAccounts(registry: UserRegistry): Promise<Outcome<void>> {
    if (this.#isNewer) return newerVersion;
    const bothGenerations = !this.#savedUsers || takesAway(this.#savedUsers, registry.users);
    const written = await this.#accounts.write(storedAccounts(registry), { bothGenerations });
    if (written.ok) this.#savedUsers = registry.users;
    return written;
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

/** Log out, remove and lock: the previous generation must not bring back what they took. */
const takesAway = (before: ReadonlyMap<UserId, User>, after: ReadonlyMap<UserId, User>): boolean => {
  for (const [id, was] of before) {
    const is = after.get(id);
    if (is === was) continue;
    if (!is) return true;
    if (was.state === 'authenticated' && is.state === 'loggedOut') return true;
    if (isLocked(is) && !isLocked(was)) return true;
  }
  return false;
};

const isLocked = (user: User): boolean => user.state === 'authenticated' && user.isLocked;

/** A removed user is named nowhere any more, and nobody is active rather than somebody who was locked or left. */
const forgets = ({ activeId, recent }: StoredActive, registry: UserRegistry): boolean =>
  recent.some((id) => !registry.users.has(id)) || (activeId !== undefined && registry.activeId === undefined);
