import { createHash } from 'node:crypto';
import type { Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';

/** How long a copied command works. */
const validMs = 15 * 60_000;
/** The oldest goes first. */
const grantLimit = 64;

interface Grant {
  readonly userId: UserId;
  readonly stopTimer: () => void;
}

/** Who may be handed whose token, for a while. A grant is known by its hash only. */
export class TokenGrants {
  readonly #timers: Timers;
  readonly #randomBytes: (size: number) => Buffer;
  readonly #grants = new Map<string, Grant>();

  constructor(timers: Timers, randomBytes: (size: number) => Buffer) {
    this.#timers = timers;
    this.#randomBytes = randomBytes;
  }

  make(userId: UserId): string {
    const [oldest] = this.#grants.size < grantLimit ? [] : this.#grants.keys();
    if (oldest !== undefined) this.#drop(oldest);
    const grant = this.#randomBytes(24).toString('base64url');
    const key = hashOf(grant);
    this.#grants.set(key, { userId, stopTimer: this.#timers.after(validMs, () => this.#drop(key)) });
    return grant;
  }

  userOf(grant: string): UserId | undefined {
    return this.#grants.get(hashOf(grant))?.userId;
  }

  /** Of users that `isGone`; of all by default. */
  drop(isGone: (userId: UserId) => boolean = () => true): void {
    for (const [key, { userId }] of Array.from(this.#grants)) if (isGone(userId)) this.#drop(key);
  }

  get count(): number {
    return this.#grants.size;
  }

  #drop(key: string): void {
    this.#grants.get(key)?.stopTimer();
    this.#grants.delete(key);
  }
}

const hashOf = (grant: string): string => createHash('sha256').update(grant).digest('base64');
