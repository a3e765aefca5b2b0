import { setImmediate as turn } from 'node:timers/promises';
import { done, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { placesOf } from '../../app/users/places.ts';
import {
  parseAccounts,
  storedHead,
  usersOf,
  type PlacedUser,
  type StoredAccounts,
} from '../../app/users/stored-registry.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { AccountsShard, type ShardReading } from './accounts-shard.ts';
import { DurableFile } from './durable-file.ts';
import { namesIn } from './private-directory.ts';
import { parsedOnce, readVersioned, type StorageNotice } from './versioned-reading.ts';

/** How many users are in one file: what a login writes is no more than these. */
export const shardCapacity = 64;

export interface AccountsReading {
  readonly accounts: StoredAccounts | undefined;
  readonly isNewer: boolean;
  /** They are in a former format, or something is left of a save that was cut off: save them. */
  readonly needsSaving: boolean;
  readonly notices: readonly StorageNotice[];
}

/**
 * The users in shards of a fixed size, and a head that says which there are: `accounts-<n>.json` and
 * `accounts.json`. A change writes the shards of the users that it touches; the head only when there is one more.
 * A new shard is durable before the head has it; until then nobody is in it.
 */
export class ShardedAccounts {
  readonly #place: { readonly directory: string; readonly clock: Clock };
  readonly #head: DurableFile;
  readonly #parseHead = parsedOnce(parseAccounts);
  readonly #shards: AccountsShard[] = [];
  readonly #shardOf = new Map<UserId, AccountsShard>();
  /** Shards that the head does not have: a save was cut off before it could. */
  #stray: readonly number[] = [];
  #isHeadOnDisk = false;
  #savedOrder: readonly UserId[] | undefined;

  constructor(place: { readonly directory: string; readonly clock: Clock }) {
    this.#place = place;
    const isUsable = (value: object): boolean => this.#parseHead(value).kind !== 'corrupt';
    this.#head = new DurableFile({ ...place, name: 'accounts', isUsable });
  }

  /** Changes nothing on disk. */
  read(): AccountsReading {
    const head = readVersioned(this.#head, this.#parseHead, 'accounts');
    const found = this.#numbersFound();
    if (head.isNewer) return newer;
    if (head.value?.kind === 'whole') {
      this.#stray = found;
      return { accounts: head.value, isNewer: false, needsSaving: true, notices: head.notices };
    }
    if (!head.value && found.length === 0)
      return { accounts: undefined, isNewer: false, needsSaving: false, notices: head.notices };
    // Without a head, the shards that there are have everybody.
    const listed = head.value?.shards ?? found;
    this.#isHeadOnDisk = head.value !== undefined && head.notices.length === 0;
    this.#stray = found.filter((number) => !listed.includes(number));
    const readings = listed.map((number) => this.#readShard(number));
    if (readings.includes('newer')) return newer;
    const isLost = readings.length > 0 && readings.every((reading) => reading === 'lost');
    const users = this.#usersRead();
    return {
      accounts: isLost ? undefined : { users },
      isNewer: false,
      needsSaving: this.#stray.length > 0 || this.#shards.some(({ isOnDisk }) => !isOnDisk),
      notices: noticesOf(readings, { isHeadWhole: this.#isHeadOnDisk }),
    };
  }

  /**
   * What takes something away is written first. Where one file cannot be written the save has failed, what was
   * written before it stays, and the next save writes the rest.
   */
  async save(registry: UserRegistry): Promise<Outcome<void>> {
    const wanted = this.#wanted(registry);
    const changed = [...wanted].toSorted(([one, users], [other, others]) => {
      return Number(other.takesAway(others)) - Number(one.takesAway(users));
    });
    for (const [index, [shard, users]] of changed.entries()) {
      // Many are written only once, at an upgrade: the window is not kept waiting for all of them.
      if (index > 0) await turn();
      const written = await this.#saveShard(shard, users);
      if (!written.ok) return written;
    }
    const written = await this.#saveHead();
    if (!written.ok) return written;
    this.#savedOrder = registry.order;
    return this.#eraseStray();
  }

  #wanted({ users, order }: UserRegistry): ReadonlyMap<AccountsShard, ReadonlyMap<UserId, PlacedUser>> {
    const known = (id: UserId): number | undefined => this.#shardOf.get(id)?.saved.get(id)?.place;
    const isOrderSaved = order === this.#savedOrder;
    const places = isOrderSaved ? undefined : placesOf(order, known);
    const placeOf = (id: UserId): number => (places ? places.get(id) : known(id)) ?? 0;
    const added = this.#added(users);
    const wanted = new Map<AccountsShard, ReadonlyMap<UserId, PlacedUser>>();
    for (const shard of this.#shards) {
      const newcomers = added.get(shard) ?? [];
      let isSame = shard.isOnDisk && newcomers.length === 0;
      for (const [id, { user, place }] of shard.saved) {
        if (!isSame) break;
        isSame = users.get(id) === user && placeOf(id) === place;
      }
      if (isSame) continue;
      const ids = [...shard.saved.keys(), ...newcomers];
      const placed = ids.flatMap((id): readonly [UserId, PlacedUser][] => {
        const user = users.get(id);
        return user ? [[id, { place: placeOf(id), user }]] : [];
      });
      wanted.set(shard, new Map(placed));
    }
    return wanted;
  }

  /** Finds room for whoever has none: in the newest shard, in one that others have left, in a new one. */
  #added(users: UserRegistry['users']): ReadonlyMap<AccountsShard, readonly UserId[]> {
    const added = new Map<AccountsShard, UserId[]>();
    const hasRoom = (shard: AccountsShard): boolean =>
      shard.saved.size + (added.get(shard)?.length ?? 0) < shardCapacity;
    let open = this.#shards.at(-1);
    for (const id of users.keys()) {
      if (this.#shardOf.has(id)) continue;
      if (!open || !hasRoom(open)) open = this.#shards.find(hasRoom) ?? this.#newShard();
      added.set(open, [...(added.get(open) ?? []), id]);
    }
    return added;
  }

  #newShard(): AccountsShard {
    const number = 1 + Math.max(0, ...this.#shards.map((shard) => shard.number));
    const shard = new AccountsShard(number, this.#place);
    this.#shards.push(shard);
    this.#isHeadOnDisk = false;
    return shard;
  }

  async #saveShard(shard: AccountsShard, users: ReadonlyMap<UserId, PlacedUser>): Promise<Outcome<void>> {
    const before = shard.saved;
    const written = await shard.save(users);
    if (!written.ok) return written;
    for (const id of before.keys()) if (!users.has(id)) this.#shardOf.delete(id);
    for (const id of users.keys()) this.#shardOf.set(id, shard);
    return done;
  }

  /** Both generations: with an older head, the newest shard would be no shard. */
  async #saveHead(): Promise<Outcome<void>> {
    if (this.#isHeadOnDisk) return done;
    const head = storedHead(this.#shards.map(({ number }) => number));
    const written = await this.#head.write(head, { bothGenerations: true });
    this.#isHeadOnDisk = written.ok;
    return written;
  }

  async #eraseStray(): Promise<Outcome<void>> {
    const kept = new Set(this.#shards.map(({ number }) => number));
    for (const number of this.#stray) {
      if (kept.has(number)) continue;
      const erased = await new AccountsShard(number, this.#place).erase();
      if (!erased.ok) return erased;
    }
    this.#stray = [];
    return done;
  }

  #readShard(number: number): ShardReading {
    const shard = new AccountsShard(number, this.#place);
    const reading = shard.read();
    this.#shards.push(shard);
    return reading;
  }

  #usersRead(): StoredAccounts['users'] {
    const users = usersOf(this.#shards.map(({ saved }) => [...saved.values()]));
    const count = this.#shards.reduce((sum, { saved }) => sum + saved.size, 0);
    const having = users.length === count ? undefined : new Set(users);
    for (const shard of this.#shards)
      for (const [id, { user }] of shard.saved)
        if (!having || having.has(user)) this.#shardOf.set(id, shard);
        else shard.disown(id);
    return users;
  }

  #numbersFound(): readonly number[] {
    const numbers = namesIn(this.#place.directory).flatMap((name) => shardFile.exec(name)?.[1] ?? []);
    return [...new Set(numbers.map(Number))].toSorted((one, other) => one - other);
  }
}

const shardFile = /^accounts-([1-9]\d{0,8})(\.previous)?\.json$/;

const newer: AccountsReading = {
  accounts: undefined,
  isNewer: true,
  needsSaving: false,
  notices: [{ kind: 'newerVersion', what: 'accounts' }],
};

/** Of all shards that are damaged alike it is told once, and whether it is the whole list. */
const noticesOf = (
  readings: readonly ShardReading[],
  { isHeadWhole }: { isHeadWhole: boolean },
): readonly StorageNotice[] => {
  const count = (kind: ShardReading): number => readings.filter((reading) => reading === kind).length;
  const notices = (['lost', 'recovered'] as const).flatMap((kind): readonly StorageNotice[] => {
    if (count(kind) === 0) return [];
    return [{ kind, what: count(kind) === readings.length ? 'accounts' : 'someAccounts' }];
  });
  return notices.length > 0 || isHeadWhole ? notices : [{ kind: 'recovered', what: 'accounts' }];
};
