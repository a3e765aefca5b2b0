import type { Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import {
  parseShard,
  storedShard,
  type Parsed,
  type PlacedUser,
  type StoredShard,
} from '../../app/users/stored-registry.ts';
import { isLocked, type UserId } from '../../app/users/user.ts';
import { DurableFile } from './durable-file.ts';
import { parsedOnce, readVersioned } from './versioned-reading.ts';

/** `lost`: it should be there, and nothing of it can be read. */
export type ShardReading = 'read' | 'recovered' | 'lost' | 'newer';

export const shardName = (number: number): string => `accounts-${number}`;

/** Some of the users, in a file of their own: what happens to one of them writes this file alone. */
export class AccountsShard {
  readonly number: number;
  readonly #file: DurableFile;
  readonly #parse: (raw: object) => Parsed<StoredShard>;
  #saved: ReadonlyMap<UserId, PlacedUser> = new Map();
  /** Does the disk hold in its current generation what `saved` says? */
  #isOnDisk = false;
  /** What the generation before holds is not known, so it is written too. */
  #isPreviousUnsure = true;

  constructor(number: number, { directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.number = number;
    this.#parse = parsedOnce((raw) => {
      const parsed = parseShard(raw);
      return parsed.kind === 'read' && parsed.value.shard !== number ? { kind: 'corrupt' } : parsed;
    });
    const isUsable = (value: object): boolean => this.#parse(value).kind !== 'corrupt';
    this.#file = new DurableFile({ directory, clock, name: shardName(number), isUsable });
  }

  get saved(): ReadonlyMap<UserId, PlacedUser> {
    return this.#saved;
  }

  get isOnDisk(): boolean {
    return this.#isOnDisk;
  }

  read(): ShardReading {
    const { value, isNewer, notices } = readVersioned(this.#file, this.#parse, 'accounts');
    if (isNewer) return 'newer';
    if (!value) return 'lost';
    this.#saved = new Map(value.users.map((placed) => [placed.user.id, placed]));
    this.#isOnDisk = notices.length === 0;
    this.#isPreviousUnsure = false;
    return this.#isOnDisk ? 'read' : 'recovered';
  }

  /** Leaves somebody out that another shard has too. */
  disown(id: UserId): void {
    const saved = new Map(this.#saved);
    saved.delete(id);
    this.#saved = saved;
    this.#isOnDisk = false;
  }

  /** Log out, remove and lock: the previous generation must not bring back what they took. */
  takesAway(wanted: ReadonlyMap<UserId, PlacedUser>): boolean {
    for (const [id, { user: was }] of this.#saved) {
      const is = wanted.get(id)?.user;
      if (is === was) continue;
      if (!is) return true;
      if (was.state === 'authenticated' && is.state === 'loggedOut') return true;
      if (isLocked(is) && !isLocked(was)) return true;
    }
    return false;
  }

  async save(wanted: ReadonlyMap<UserId, PlacedUser>): Promise<Outcome<void>> {
    const bothGenerations = this.#isPreviousUnsure || this.takesAway(wanted);
    const written = await this.#file.write(storedShard(this.number, wanted.values()), { bothGenerations });
    // What a failed write left is not known either.
    this.#isOnDisk = written.ok;
    this.#isPreviousUnsure = !written.ok;
    if (written.ok) this.#saved = wanted;
    return written;
  }

  erase(): Promise<Outcome<void>> {
    return this.#file.erase();
  }
}
