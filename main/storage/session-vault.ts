import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { Clock, OpenedSession, SessionVault } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import { sessionSchema, type Session } from '../../app/sessions/session.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { DurableFile } from './durable-file.ts';
import { refusalOfNewer } from './newer-envelope.ts';
import { namesIn } from './private-directory.ts';
import type { Sealing } from './sealing.ts';
import { storageFailure } from './storage-failure.ts';

export interface FileSessionVaultOptions {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

interface Compartment {
  readonly file: DurableFile;
  readonly queue: SerialQueue;
  /** Raised by every erasure: what began before it must not land after it. */
  erasures: number;
}

/**
 * Sessions at rest, a file for each user, without a previous generation: a session that has ended must not come
 * back. What does not open is `unavailable` and stays as it is.
 */
export class FileSessionVault implements SessionVault {
  readonly #options: FileSessionVaultOptions;
  readonly #compartments = new Map<UserId, Compartment>();

  constructor(options: FileSessionVaultOptions) {
    this.#options = options;
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
        succeed(compartment.file.read().kind === 'absent' ? 'memory' : 'disk'),
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
    return compartment.file.erase();
  }

  async has(userId: UserId): Promise<boolean> {
    // Asked of thousands in a row when all are removed: whatever else waits has its turn in between.
    await nextTurn();
    return this.#compartmentOf(userId).file.read().kind !== 'absent';
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
    const sealed = await this.#options.sealing.seal(userId, JSON.stringify(session));
    if (compartment.erasures !== erasures) return fail({ code: 'superseded' });
    const refusal = refusalOfNewer(compartment.file);
    if (refusal) return refusal;
    if (sealed.kind === 'unprotected') return whenUnprotected();
    const written = await compartment.file.write(sealed.envelope);
    return written.ok ? succeed('disk') : written;
  }

  async #read(userId: UserId, compartment: Compartment, erasures: number): Promise<OpenedSession> {
    const reading = compartment.file.read();
    if (reading.kind === 'absent') return { kind: 'absent' };
    if (reading.kind === 'lost') return { kind: 'unavailable' };
    const opened = await this.#options.sealing.open(userId, reading.value);
    if (compartment.erasures !== erasures) return { kind: 'absent' };
    const session = opened.kind === 'opened' ? parseSession(opened.plaintext) : undefined;
    if (opened.kind === 'unavailable' || !session) return { kind: 'unavailable' };
    if (opened.shouldSealAgain) await this.#sealAgain(userId, opened.plaintext, compartment, erasures);
    return { kind: 'session', session };
  }

  /** The key store has a newer key. Where that fails the old blob is still good. */
  async #sealAgain(
    userId: UserId,
    plaintext: string,
    compartment: Compartment,
    erasures: number,
  ): Promise<void> {
    const sealed = await this.#options.sealing.seal(userId, plaintext);
    if (sealed.kind === 'sealed' && compartment.erasures === erasures)
      await compartment.file.write(sealed.envelope);
  }

  #compartmentOf(userId: UserId): Compartment {
    const known = this.#compartments.get(userId);
    if (known) return known;
    const { directory, clock } = this.#options;
    const compartment: Compartment = {
      file: new DurableFile({ directory, name: userId, clock, keepsPrevious: false }),
      queue: new SerialQueue(),
      erasures: 0,
    };
    this.#compartments.set(userId, compartment);
    return compartment;
  }
}

const parseSession = (plaintext: string): Session | undefined => {
  try {
    return sessionSchema.safeParse(JSON.parse(plaintext)).data;
  } catch {
    return undefined;
  }
};
