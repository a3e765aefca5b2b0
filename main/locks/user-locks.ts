import { join } from 'node:path';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, Unlocking, UnlockSecret } from '../../app/ports.ts';
import { SerialQueue } from '../../app/serial-queue.ts';
import type { Stopwatch } from '../../app/sessions/authorized-request.ts';
import type { UserId } from '../../app/users/user.ts';
import { DurableFile } from '../storage/durable-file.ts';
import type { Sealing } from '../storage/sealing.ts';
import type { SessionKeys, UserKey } from '../storage/session-keys.ts';
import { Attempts } from './attempts.ts';
import {
  isOutdated,
  newUserKey,
  parseLockRecord,
  unwrapUserKey,
  wrapUserKey,
  type LockParts,
  type LockRecord,
} from './lock-record.ts';
import { refusalOfSecret } from './secret-strength.ts';
import type { TouchId } from './touch-id.ts';
import { TouchIdKeys } from './touch-id-keys.ts';
import { usersIn } from './users-in.ts';

export interface UserLocksOptions extends LockParts {
  readonly directory: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly stopwatch: Stopwatch;
  readonly touchId: TouchId;
  /** After how many attempts in vain a user is logged out, and what may be set up. */
  readonly rules: { readonly unlockAttempts: number; readonly unlockWith: UnlockSecret['kind'] };
}

/**
 * Users' keys: in memory while a user is unlocked, at rest wrapped by what is derived from the user's secret, and
 * that by the key store. Where nothing protects what is stored, the record stays in memory too.
 */
export class UserLocks implements Unlocking, SessionKeys {
  readonly #options: UserLocksOptions;
  readonly #attempts: Attempts;
  readonly #touchIdKeys: TouchIdKeys;
  readonly #open = new Map<UserId, Buffer>();
  readonly #onDisk: Set<UserId>;
  readonly #inMemory = new Map<UserId, LockRecord>();
  readonly #replaced = new Set<UserId>();
  readonly #queues = new Map<UserId, SerialQueue>();

  constructor(options: UserLocksOptions) {
    this.#options = options;
    const { directory, sealing, clock, stopwatch, rules } = options;
    this.#onDisk = new Set(usersIn(directory));
    this.#touchIdKeys = new TouchIdKeys({ directory: join(directory, 'touch-id'), sealing, clock });
    this.#attempts = new Attempts({
      directory: join(directory, 'attempts'),
      clock,
      stopwatch,
      limit: () => rules.unlockAttempts,
    });
  }

  /** Who has something to unlock with. */
  get users(): ReadonlySet<UserId> {
    return new Set([...this.#onDisk, ...this.#inMemory.keys()]);
  }

  /** Is the user's key kept for Touch ID too? */
  hasTouchIdKey(userId: UserId): boolean {
    return this.#touchIdKeys.users.has(userId);
  }

  keyOf(userId: UserId): UserKey {
    const isLockable = this.#onDisk.has(userId) || this.#inMemory.has(userId);
    if (!isLockable || this.#replaced.has(userId)) return { kind: 'none' };
    const key = this.#open.get(userId);
    return key ? { kind: 'open', key, mayBeStored: this.#onDisk.has(userId) } : { kind: 'away' };
  }

  /** Another secret for a key that is in memory leaves the key, and so the session, as it is. */
  setUp(
    userId: UserId,
    secret: UnlockSecret,
    { mayUseTouchId } = { mayUseTouchId: false },
  ): Promise<Outcome<void>> {
    return this.#inTurn(userId, async () => {
      const refusal =
        refusalOfSecret(secret, this.#options.rules.unlockWith) ??
        (mayUseTouchId ? this.#refusalOfTouchId() : undefined);
      if (refusal) return refusal;
      if (this.keyOf(userId).kind === 'away') return fail({ code: 'locked' });
      const key = this.#open.get(userId) ?? newUserKey(this.#options);
      const record = await wrapUserKey(this.#options, userId, secret, key);
      if (!record) return fail({ code: 'unexpected' });
      const hadTouchIdKey = this.hasTouchIdKey(userId);
      // First: who no longer wants it is rid of it whatever follows, and without a lock beside it, it opens nothing.
      const touchId = mayUseTouchId
        ? await this.#touchIdKeys.keep(userId, key)
        : await this.#touchIdKeys.erase(userId);
      if (!touchId.ok) return touchId;
      const kept = await this.#keep(userId, record);
      if (kept.ok) this.#open.set(userId, key);
      // Also where the record is in memory only, as the key store has gone in the middle.
      if (!this.#onDisk.has(userId) || (!kept.ok && !hadTouchIdKey)) await this.#touchIdKeys.erase(userId);
      return kept;
    });
  }

  prove(userId: UserId, secret: string): Promise<Outcome<void>> {
    return this.#inTurn(userId, async () => {
      const record = await this.#record(userId);
      if (record === 'unavailable')
        return fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });
      if (record === 'absent') return fail({ code: 'unlockRefused', because: 'lost' });
      const early = this.#refusalOfTrying(userId);
      if (early) return early;
      const counted = await this.#attempts.count(userId);
      if (!counted.ok) return counted;
      const key = await unwrapUserKey(this.#options, userId, secret, record);
      this.#attempts.noteAnswered(userId);
      if (key === 'failed') return fail({ code: 'unexpected' });
      if (key === 'wrong') return this.#refused(userId);
      await this.#opened(userId, key);
      if (isOutdated(record, this.#options.costs))
        await this.#wrapAgain(userId, { kind: record.kind, text: secret }, key);
      return done;
    });
  }

  async proveByTouchId(userId: UserId): Promise<Outcome<void>> {
    const refusal = await this.#inTurn(userId, async () => this.#refusalOfAsking(userId));
    if (refusal) return refusal;
    // Not in turn: as long as the question is there, the PIN does too.
    if (!(await this.#options.touchId.ask(userId))) return notConfirmed;
    return this.#inTurn(userId, async () => {
      // The yes does not answer for what has come meanwhile: a wait, a rule, another secret.
      const late = this.#refusalOfAsking(userId);
      if (late) return late;
      const key = await this.#touchIdKeys.open(userId);
      if (!key) return fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });
      await this.#opened(userId, key);
      return done;
    });
  }

  /**
   * Erases keys for Touch ID that the rules no longer allow, and those that a crash has left without a lock beside
   * them. Whose they were.
   */
  async sweepTouchIdKeys(): Promise<readonly UserId[]> {
    const before = [...this.#touchIdKeys.users];
    for (const userId of before)
      await this.#inTurn(userId, async () => {
        const isAllowed = this.#options.rules.unlockWith !== 'passphrase';
        if (!isAllowed || !this.#onDisk.has(userId)) await this.#touchIdKeys.erase(userId);
      });
    return before.filter((userId) => !this.hasTouchIdKey(userId));
  }

  close(userId: UserId): void {
    this.#open.get(userId)?.fill(0);
    this.#open.delete(userId);
  }

  forget(userId: UserId): Promise<Outcome<void>> {
    this.close(userId);
    this.#inMemory.delete(userId);
    return this.#inTurn(userId, async () => {
      this.close(userId);
      await this.#attempts.clear(userId);
      const touchId = await this.#touchIdKeys.erase(userId);
      if (!this.#onDisk.has(userId)) return touchId;
      const erased = await this.#file(userId).erase();
      if (erased.ok) this.#onDisk.delete(userId);
      return touchId.ok ? erased : touchId;
    });
  }

  async replace<T>(userId: UserId, meanwhile: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    this.#replaced.add(userId);
    try {
      const outcome = await meanwhile();
      if (!outcome.ok) return outcome;
      const forgotten = await this.forget(userId);
      return forgotten.ok ? outcome : forgotten;
    } finally {
      this.#replaced.delete(userId);
    }
  }

  /** What the user unlocks with; undefined for nothing, and where it cannot be read now. */
  async kindOf(userId: UserId): Promise<UnlockSecret['kind'] | undefined> {
    const record = await this.#record(userId);
    return typeof record === 'string' ? undefined : record.kind;
  }

  async #opened(userId: UserId, key: Buffer): Promise<void> {
    this.#open.get(userId)?.fill(0);
    this.#open.set(userId, key);
    await this.#attempts.clear(userId);
  }

  #refusalOfTouchId(): Outcome<never> | undefined {
    if (this.#options.rules.unlockWith === 'passphrase') return fail({ code: 'deniedByPolicy' });
    return this.#options.touchId.isOffered() ? undefined : notConfirmed;
  }

  #refusalOfAsking(userId: UserId): Outcome<never> | undefined {
    const refusal = this.#refusalOfTouchId();
    if (refusal) return refusal;
    const isChosen = this.#onDisk.has(userId) && this.hasTouchIdKey(userId);
    return isChosen ? this.#refusalOfTrying(userId) : notConfirmed;
  }

  /** The attempts are used up, or the wait is not over. */
  #refusalOfTrying(userId: UserId): Outcome<never> | undefined {
    const attemptsLeft = this.#attempts.left(userId);
    if (attemptsLeft === 0) return this.#refused(userId);
    const waitSeconds = this.#attempts.waitSeconds(userId);
    return waitSeconds > 0
      ? fail({ code: 'unlockRefused', because: 'tooSoon', waitSeconds, attemptsLeft })
      : undefined;
  }

  #refused(userId: UserId): Outcome<never> {
    const attemptsLeft = this.#attempts.left(userId);
    const waitSeconds = this.#attempts.waitSeconds(userId);
    return fail({
      code: 'unlockRefused',
      because: attemptsLeft > 0 ? 'wrong' : 'tooOften',
      attemptsLeft,
      ...(waitSeconds > 0 ? { waitSeconds } : {}),
    });
  }

  async #wrapAgain(userId: UserId, secret: UnlockSecret, key: Buffer): Promise<void> {
    const record = await wrapUserKey(this.#options, userId, secret, key);
    // Where it cannot be kept, the old one is still good.
    if (record) await this.#keep(userId, record);
  }

  async #keep(userId: UserId, record: LockRecord): Promise<Outcome<void>> {
    const sealed = await this.#options.sealing.seal(ownerOf(userId), JSON.stringify(record));
    if (sealed.kind === 'unprotected') {
      // One that is on disk goes on being good for the same key.
      if (!this.#onDisk.has(userId)) this.#inMemory.set(userId, record);
      return this.#onDisk.has(userId)
        ? fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' })
        : done;
    }
    const written = await this.#file(userId).write(sealed.envelope);
    if (!written.ok) return written;
    this.#onDisk.add(userId);
    this.#inMemory.delete(userId);
    return done;
  }

  async #record(userId: UserId): Promise<LockRecord | 'absent' | 'unavailable'> {
    const inMemory = this.#inMemory.get(userId);
    if (inMemory) return inMemory;
    const reading = this.#file(userId).read();
    if (reading.kind === 'absent') return 'absent';
    if (reading.kind === 'lost') return 'unavailable';
    const opened = await this.#options.sealing.open(ownerOf(userId), reading.value);
    if (opened.kind === 'unavailable') return 'unavailable';
    return parseLockRecord(opened.plaintext) ?? 'unavailable';
  }

  #file(userId: UserId): DurableFile {
    const { directory, clock } = this.#options;
    return new DurableFile({ directory, name: userId, clock, keepsPrevious: false });
  }

  /** One attempt at a time, and none while the secret changes. */
  #inTurn<T>(userId: UserId, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(userId) ?? new SerialQueue();
    this.#queues.set(userId, queue);
    return queue.run(work);
  }
}

/** What a record is bound to; a session of the same user is bound to something else. */
const ownerOf = (userId: UserId): string => `lock/${userId}`;

const notConfirmed = fail({ code: 'unlockRefused', because: 'notConfirmed' });
