import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock, OpenedSession, SessionVault } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { sessionSchema, type Session } from '../../app/sessions/session.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { DurableFile } from './durable-file.ts';
import { refusalOfNewer } from './newer-envelope.ts';
import { namesIn } from './private-directory.ts';
import type { Sealed, Sealing } from './sealing.ts';
import type { StoredEnvelope } from './session-envelope.ts';
import { noSessionKeys, type SessionKeys, type UserKey } from './session-keys.ts';
import { storageFailure } from './storage-failure.ts';

export interface FileSessionVaultOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  /** Keys of users who can be locked; nobody can be unless given. */
  readonly keys?: SessionKeys;
  /** False where the rules of the computer keep sessions in memory; they may be on disk unless given. */
  readonly mayStore?: () => boolean;
}

interface Compartment {
  readonly file: DurableFile;
  readonly queue: SerialQueue;
  /** Raised by every erasure: what began before it must not land after it. */
  erasures: number;
  /** Under the user's own key, for what could not or may not be written: it outlives the lock, not the process. */
  inMemory: StoredEnvelope | undefined;
}

/**
 * Sessions at rest, a file for each user, without a previous generation: a session that has ended must not come
 * back. What does not open is `unavailable` and stays as it is.
 */
export class FileSessionVault implements SessionVault {
  readonly #options: FileSessionVaultOptions;
  readonly #keys: SessionKeys;
  readonly #compartments = new Map<UserId, Compartment>();

  constructor(options: FileSessionVaultOptions) {
    this.#options = options;
    this.#keys = options.keys ?? noSessionKeys;
  }

  /** A write that is overtaken by an erasure fails with `superseded`. */
  write(userId: UserId, session: Session): Promise<Outcome<'disk' | 'memory'>> {
    const compartment = this.#compartmentOf(userId);
    const { erasures } = compartment;
    return compartment.queue.run(() =>
      this.#write(userId, session, compartment, erasures, async () => {
        const erased = await compartment.file.erase();
        return erased.ok ? succeed('memory') : erased;
      }),
    );
  }

  update(userId: UserId, session: Session): Promise<Outcome<'disk' | 'memory'>> {
    const compartment = this.#compartmentOf(userId);
    const { erasures } = compartment;
    return compartment.queue.run(() =>
      this.#write(userId, session, compartment, erasures, async () =>
        succeed(isStored(compartment) ? 'disk' : 'memory'),
      ),
    );
  }

  read(userId: UserId): Promise<OpenedSession> {
    const compartment = this.#compartmentOf(userId);
    const { erasures } = compartment;
    return compartment.queue.run(() => this.#read(userId, compartment, erasures));
  }

  /** Does not wait for the key store, even while a write does. Erases what is in quarantine too. */
  erase(userId: UserId): Promise<Outcome<void>> {
    const compartment = this.#compartmentOf(userId);
    compartment.erasures += 1;
    compartment.inMemory = undefined;
    return compartment.file.erase();
  }

  async has(userId: UserId): Promise<boolean> {
    // Asked of thousands in a row when all are removed: whatever else waits has its turn in between.
    await nextTurn();
    const compartment = this.#compartmentOf(userId);
    return compartment.inMemory !== undefined || isStored(compartment);
  }

  /** Puts a session aside that belongs to nobody, as far as a recovered registry knows. */
  quarantine(userId: UserId): Promise<Outcome<void>> {
    return this.#compartmentOf(userId).file.quarantine();
  }

  /** Whose sessions are on disk. On failure nothing is known: take nobody's session for gone. */
  storedUserIds(): Outcome<ReadonlySet<UserId>> {
    const ids = new Set<UserId>();
    try {
      for (const name of namesIn(this.#options.directory)) {
        const id = userIdSchema.safeParse(name.replace(/\.json$/, ''));
        if (id.success && name.endsWith('.json')) ids.add(id.data);
      }
    } catch (cause) {
      return storageFailure(cause);
    }
    return succeed(ids);
  }

  async #write(
    userId: UserId,
    session: Session,
    compartment: Compartment,
    erasures: number,
    whenUnprotected: () => Promise<Outcome<'disk' | 'memory'>>,
  ): Promise<Outcome<'disk' | 'memory'>> {
    const key = this.#keys.keyOf(userId);
    if (key.kind === 'away') return fail({ code: 'locked' });
    const text = JSON.stringify(session);
    if (key.kind === 'open') return this.#writeUnderKey(userId, text, compartment, key);
    const { sealing, mayStore = () => true } = this.#options;
    const sealed: Sealed = mayStore() ? await sealing.seal(userId, text) : { kind: 'unprotected' };
    if (compartment.erasures !== erasures) return fail({ code: 'superseded' });
    const refusal = refusalOfNewer(compartment.file);
    if (refusal) return refusal;
    compartment.inMemory = undefined;
    if (sealed.kind === 'unprotected') return whenUnprotected();
    const written = await compartment.file.write(sealed.envelope);
    return written.ok ? succeed('disk') : written;
  }

  /** The user may be locked at any moment, so what is not on disk is kept in memory, sealed. */
  async #writeUnderKey(
    userId: UserId,
    text: string,
    compartment: Compartment,
    { key, mayBeStored }: Extract<UserKey, { kind: 'open' }>,
  ): Promise<Outcome<'disk' | 'memory'>> {
    const refusal = refusalOfNewer(compartment.file);
    if (refusal) return refusal;
    const { erasures } = compartment;
    const envelope = this.#options.sealing.sealUnderUserKey(userId, text, key);
    compartment.inMemory = envelope;
    const goesToDisk = mayBeStored && (this.#options.mayStore?.() ?? true);
    const written = goesToDisk ? await compartment.file.write(envelope) : await compartment.file.erase();
    if (compartment.erasures !== erasures) return fail({ code: 'superseded' });
    if (!written.ok) return written;
    if (goesToDisk) compartment.inMemory = undefined;
    return succeed(goesToDisk ? 'disk' : 'memory');
  }

  async #read(userId: UserId, compartment: Compartment, erasures: number): Promise<OpenedSession> {
    const reading = compartment.file.read();
    if (!compartment.inMemory && reading.kind === 'absent') return { kind: 'absent' };
    const stored = compartment.inMemory ?? (reading.kind === 'read' ? reading.value : undefined);
    const key = this.#keys.keyOf(userId);
    const userKey = key.kind === 'open' ? key.key : undefined;
    const opened = await this.#options.sealing.open(userId, stored, userKey);
    if (compartment.erasures !== erasures) return { kind: 'absent' };
    const session = opened.kind === 'opened' ? parseSession(opened.plaintext) : undefined;
    if (opened.kind === 'unavailable' || !session) return { kind: 'unavailable' };
    // The key store has a newer key, or the user one of their own. Where that fails the old blob is still good.
    if (opened.shouldSealAgain)
      await this.#write(userId, session, compartment, erasures, async () => succeed('disk'));
    return { kind: 'session', session };
  }

  #compartmentOf(userId: UserId): Compartment {
    const known = this.#compartments.get(userId);
    if (known) return known;
    const { directory, clock } = this.#options;
    const compartment: Compartment = {
      file: new DurableFile({ directory, name: userId, clock, keepsPrevious: false }),
      queue: new SerialQueue(),
      erasures: 0,
      inMemory: undefined,
    };
    this.#compartments.set(userId, compartment);
    return compartment;
  }
}

const isStored = ({ file }: Compartment): boolean => file.read().kind !== 'absent';

const parseSession = (plaintext: string): Session | undefined => {
  try {
    return sessionSchema.safeParse(JSON.parse(plaintext)).data;
  } catch {
    return undefined;
  }
};
