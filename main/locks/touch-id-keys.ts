import { fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import type { Sealing } from '../storage/sealing.ts';
import { usersIn } from './users-in.ts';

export interface TouchIdKeysOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

const keyringUnavailable = fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });

/**
 * Users' keys under the key store alone, a file for each user who has chosen Touch ID. Whoever can open the key store
 * can read them, so what is here is the weaker of a user's two locks. Nothing is in memory only.
 */
export class TouchIdKeys {
  readonly #options: TouchIdKeysOptions;
  readonly #users: Set<UserId>;

  constructor(options: TouchIdKeysOptions) {
    this.#options = options;
    this.#users = new Set(usersIn(options.directory));
  }

  get users(): ReadonlySet<UserId> {
    return this.#users;
  }

  async keep(userId: UserId, key: Buffer): Promise<Outcome<void>> {
    const sealed = await this.#options.sealing.seal(ownerOf(userId), key.toString('base64'));
    if (sealed.kind === 'unprotected') return keyringUnavailable;
    const written = await this.#file(userId).write(sealed.envelope);
    if (written.ok) this.#users.add(userId);
    return written;
  }

  /** Undefined where there is none, or the key store does not open it now. Only after a yes. */
  async open(userId: UserId): Promise<Buffer | undefined> {
    const reading = this.#file(userId).read();
    if (reading.kind !== 'read') return undefined;
    const opened = await this.#options.sealing.open(ownerOf(userId), reading.value);
    return opened.kind === 'opened' ? Buffer.from(opened.plaintext, 'base64') : undefined;
  }

  async erase(userId: UserId): Promise<Outcome<void>> {
    const erased = await this.#file(userId).erase();
    if (erased.ok) this.#users.delete(userId);
    return erased;
  }

  #file(userId: UserId): DurableFile {
    const { directory, clock } = this.#options;
    return new DurableFile({ directory, name: userId, clock, keepsPrevious: false });
  }
}

/** What a key is bound to; nothing else of the same user opens in its place. */
const ownerOf = (userId: UserId): string => `touch-id/${userId}`;
