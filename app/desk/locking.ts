import { fail, type Outcome } from '../outcome.ts';
import type { Ports, Unlocking, UnlockSecret } from '../ports.ts';
import type { Departure } from '../sessions/departure.ts';
import type { Session } from '../sessions/session.ts';
import type { SessionKeeper } from '../sessions/session-keeper.ts';
import type { TokenDoor } from '../sessions/token-door.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { hasSession, isLocked, type UnlockKind, type UserId } from '../users/user.ts';
import * as transitions from '../users/user-registry.ts';
import type { Handover } from './handover.ts';

export interface LockingParts {
  readonly ports: Pick<Ports, 'unlocking' | 'vault' | 'log'>;
  readonly kept: KeptRegistry;
  readonly sessions: SessionKeeper;
  readonly door: TokenDoor;
  readonly handover: Handover;
  readonly departure: Departure;
  readonly logOut: (userId: UserId) => Promise<Outcome<void>>;
  readonly switchTo: (userId: UserId) => Promise<Outcome<void>>;
}

type Prove = (unlocking: Unlocking) => Promise<Outcome<void>>;

/** Locks users and opens them: tokens and keys leave memory, and come back by proof only. */
export class Locking {
  readonly #parts: LockingParts;
  /** How often somebody has locked. */
  #locks = 0;
  /** Whose proof is being looked at, and how many of them. */
  readonly #proving = new Map<UserId, number>();

  constructor(parts: LockingParts) {
    this.#parts = parts;
  }

  /** Takes effect before this returns its promise, whatever the disk does. */
  async lock(userId: UserId): Promise<Outcome<void>> {
    this.#noteLock();
    const { lockShutter } = this.#parts.handover;
    const before = this.#parts.kept.current;
    const taken = this.#parts.kept.takeEffect(
      (registry) => transitions.locked(registry, userId, lockShutter),
      [userId],
    );
    if (!taken.ok) return taken;
    this.#parts.handover.follow(before, [userId], lockShutter);
    return this.#parts.kept.queue.run(() => this.#parts.kept.save());
  }

  /**
   * The same for everybody at once. Whoever cannot be locked stays open where the rule is free; under any other they
   * are logged out.
   */
  lockAll(): Promise<Outcome<void>> {
    this.#noteLock();
    this.#parts.handover.shutAll();
    return this.#parts.kept.queue.run(() => this.#parts.kept.save());
  }

  /** What was begun before somebody locked opens nothing after it. */
  #noteLock(): void {
    this.#locks += 1;
    this.#parts.kept.raiseEpoch();
  }

  /** The rules are others now: under a shared one nobody but the active user stays as open as they were. */
  rulesChanged(): Promise<Outcome<void>> {
    this.#parts.handover.shutOthers();
    return this.#parts.kept.queue.run(() => {
      // Who was being let in under the rules before is in by now.
      this.#parts.handover.shutOthers();
      return this.#parts.kept.save();
    });
  }

  /** A PIN or passphrase for a user who is in and not locked, in place of one that there was. */
  setUp(
    userId: UserId,
    secret: UnlockSecret,
    options?: { readonly mayUseTouchId: boolean },
  ): Promise<Outcome<void>> {
    return this.#withOpenSession(userId, async (session) => {
      const { unlocking } = this.#parts.ports;
      const user = this.#parts.kept.current.users.get(userId);
      const isNew = !(user?.state === 'authenticated' && user.hasWayToUnlock);
      const made = await unlocking.setUp(userId, secret, options);
      if (!made.ok) return made;
      const sealed = await this.#sealAnew(userId, session, secret.kind);
      // Another secret for the same key opens what is on disk already; a new key may have sealed the session by now.
      if (sealed.ok || !isNew) return sealed;
      const back = await unlocking.replace(userId, () => this.#parts.ports.vault.write(userId, session));
      if (!back.ok) await unlocking.forget(userId);
      return sealed;
    });
  }

  /** Nothing is asked for any more, and the user is never locked. */
  giveUp(userId: UserId): Promise<Outcome<void>> {
    return this.#withOpenSession(userId, (session) =>
      this.#parts.ports.unlocking.replace(userId, () => this.#sealAnew(userId, session, undefined)),
    );
  }

  lockWhenLeft(userId: UserId, isLockedWhenLeft: boolean): Promise<Outcome<void>> {
    return this.#parts.kept.queue.run(() =>
      this.#parts.kept.commit(
        (registry) => transitions.lockingWhenLeftChanged(registry, userId, isLockedWhenLeft),
        [userId],
      ),
    );
  }

  /** Proves the person, unlocks and switches to the user. After the last attempt in vain the user is logged out. */
  unlock(userId: UserId, secret: string): Promise<Outcome<void>> {
    return this.#unlockBy(userId, (unlocking) => unlocking.prove(userId, secret));
  }

  /** The same, where the person has chosen that Touch ID does too. */
  unlockByTouchId(userId: UserId): Promise<Outcome<void>> {
    return this.#unlockBy(userId, (unlocking) => unlocking.proveByTouchId(userId));
  }

  async #unlockBy(userId: UserId, prove: Prove): Promise<Outcome<void>> {
    const user = this.#parts.kept.current.users.get(userId);
    if (!isLocked(user)) return this.#parts.switchTo(userId);
    const refusal = this.#parts.handover.refusalOf(userId);
    if (refusal) return refusal;
    const others = this.#proving.get(userId) ?? 0;
    this.#proving.set(userId, others + 1);
    try {
      return await this.#unlock(userId, prove);
    } finally {
      const left = (this.#proving.get(userId) ?? 1) - 1;
      if (left > 0) this.#proving.set(userId, left);
      else this.#proving.delete(userId);
      // A lock that came while the question was on screen has left the key to whoever answers it.
      if (left === 0 && isLocked(this.#parts.kept.current.users.get(userId))) this.#lockUp(userId);
    }
  }

  async #unlock(userId: UserId, prove: Prove): Promise<Outcome<void>> {
    const locks = this.#locks;
    const proven = await prove(this.#parts.ports.unlocking);
    if (!proven.ok) {
      if (proven.error.code === 'unlockRefused' && proven.error.because === 'tooOften')
        await this.#parts.logOut(userId);
      return proven;
    }
    const seated = await this.#parts.kept.queue.run(() =>
      this.#parts.handover.seat(
        (registry, { shutter }) =>
          locks === this.#locks ? transitions.unlocked(registry, userId, shutter) : fail({ code: 'locked' }),
        [userId],
      ),
    );
    if (!seated.ok) this.#parts.ports.unlocking.close(userId);
    return seated;
  }

  /** Whoever is locked now has no token in memory when anybody else hears of it, and soon no key. */
  usersChanged(userIds: readonly UserId[]): void {
    for (const userId of userIds) {
      const user = this.#parts.kept.current.users.get(userId);
      if (hasSession(user) && isLocked(user)) this.#lockUp(userId);
      else if (user && !hasSession(user)) this.#parts.departure.endInMemory(userId);
      else this.#parts.sessions.unlockUp(userId);
    }
  }

  /** A refresh that is under way may bring what has to be sealed before the key goes. */
  #lockUp(userId: UserId): void {
    void this.#parts.sessions.lockUp(userId).then(() => this.#closeKey(userId));
  }

  #closeKey(userId: UserId): Promise<void> {
    return this.#parts.kept.queue.run(async () => {
      const isBeingUnlocked = this.#proving.has(userId);
      if (isLocked(this.#parts.kept.current.users.get(userId)) && !isBeingUnlocked)
        this.#parts.ports.unlocking.close(userId);
    });
  }

  /** What is stored of the secret tells a start who has one, so the registry may learn of it when it can. */
  async #sealAnew(
    userId: UserId,
    session: Session,
    unlockKind: UnlockKind | undefined,
  ): Promise<Outcome<void>> {
    const written = await this.#parts.ports.vault.write(userId, session);
    if (!written.ok) return written;
    const taken = this.#parts.kept.takeEffect(
      (registry) => {
        const stored = transitions.sessionStored(registry, userId, { sessionKept: written.value });
        return transitions.wayToUnlockChanged(stored, userId, unlockKind);
      },
      [userId],
    );
    const saved = await this.#parts.kept.save();
    if (!saved.ok)
      this.#parts.ports.log.warn('a way to unlock could not be noted', { code: saved.error.code });
    return taken;
  }

  #withOpenSession(
    userId: UserId,
    work: (session: Session) => Promise<Outcome<void>>,
  ): Promise<Outcome<void>> {
    return this.#parts.kept.queue.run(async () => {
      const refusal = this.#parts.door.refusalOf(userId);
      if (refusal) return refusal;
      const opened = await this.#parts.sessions.open(userId);
      if (opened.kind === 'session') return work(opened.session);
      return (
        this.#parts.door.refusalOf(userId) ??
        fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' })
      );
    });
  }
}
