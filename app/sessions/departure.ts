import { done, type Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { hasSession, type AuthenticatedUser, type LogOutCause, type UserId } from '../users/user.ts';
import { loggedOut, type Succession } from '../users/user-registry.ts';
import type { Revoker } from './revoker.ts';
import type { Session } from './session.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { WebSessionEnds } from './web-session-ends.ts';

type DeparturePorts = Pick<Ports, 'vault' | 'unlocking' | 'log'>;

/**
 * Ends the session of a user who stays in the list. Its tokens are out of memory before anything is awaited; the
 * disk follows whatever else is being written, the service after that.
 */
export class Departure {
  readonly #ports: DeparturePorts;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #revoker: Revoker;
  readonly #webSessionEnds: WebSessionEnds;
  /** Ended, and not revoked yet. */
  readonly #shut = new Map<UserId, Session>();

  constructor(
    ports: DeparturePorts,
    kept: KeptRegistry,
    sessions: SessionKeeper,
    revoker: Revoker,
    webSessionEnds: WebSessionEnds,
  ) {
    this.#ports = ports;
    this.#kept = kept;
    this.#sessions = sessions;
    this.#revoker = revoker;
    this.#webSessionEnds = webSessionEnds;
  }

  /**
   * The person's own log out, or that of the rules of the computer, with its reason: the session is revoked at the
   * service, now or when it can be reached.
   */
  async byPerson(
    user: AuthenticatedUser,
    succession: Succession,
    because?: LogOutCause,
  ): Promise<Outcome<void>> {
    const ended = this.#endInMemory(user.id, { succession, because });
    const noting = this.#webSessionEnds.note(user.id);
    return this.#kept.queue.run(async () => {
      await noting;
      // The registry first: the key store may take its time, and a session without a user is erased at the start.
      const saved = await this.#kept.save();
      if (ended || !this.#isBack(user.id)) await this.#revoker.queueSessionOf(user, ended);
      const erased = await this.#eraseSession(user.id);
      await this.#webSessionEnds.carryOut(user.id);
      return saved.ok ? erased : saved;
    });
  }

  /** The session ended by itself, with the reason if one is known: nobody follows. */
  async byItself(user: AuthenticatedUser, because: LogOutCause | undefined): Promise<Outcome<void>> {
    this.#endInMemory(user.id, { succession: 'nobody', because, isByItself: true });
    const noting = this.#webSessionEnds.note(user.id);
    return this.#kept.queue.run(async () => {
      await noting;
      const saved = await this.#kept.save();
      const erased = await this.#eraseSession(user.id);
      await this.#webSessionEnds.carryOut(user.id);
      return saved.ok ? erased : saved;
    });
  }

  /** The registry says that the user has no session any more: its tokens leave memory before anybody hears of it. */
  endInMemory(userId: UserId): void {
    const session = this.#sessions.held(userId);
    if (!session) return;
    this.#sessions.end(userId);
    this.#shut.set(userId, session);
  }

  /** Somebody else's step has taken the user's session: what is left of it goes too. Queues itself. */
  async follow(user: AuthenticatedUser): Promise<void> {
    const ended = this.#sessions.end(user.id) ?? this.#shut.get(user.id);
    this.#shut.delete(user.id);
    const isLoggedOut = this.#kept.current.users.get(user.id)?.state === 'loggedOut';
    const noting = isLoggedOut ? this.#webSessionEnds.note(user.id) : undefined;
    await this.#kept.queue.run(async () => {
      await noting;
      if (hasSession(this.#kept.current.users.get(user.id))) return;
      await this.#revoker.queueSessionOf(user, ended);
      const erased = await this.#eraseAll(user.id);
      if (!erased.ok)
        this.#ports.log.warn('a session that was left could not be erased', { code: erased.error.code });
      if (noting) await this.#webSessionEnds.carryOut(user.id);
    });
  }

  #endInMemory(
    userId: UserId,
    options: { succession: Succession; because?: LogOutCause | undefined; isByItself?: boolean },
  ): Session | undefined {
    const session = this.#sessions.end(userId);
    this.#kept.takeEffect((registry) => loggedOut(registry, userId, options), [userId], options);
    return session;
  }

  /** With what it was locked with, after it: what is sealed under a key that is gone would stay for ever. */
  async #eraseSession(userId: UserId): Promise<Outcome<void>> {
    return this.#isBack(userId) ? done : this.#eraseAll(userId);
  }

  async #eraseAll(userId: UserId): Promise<Outcome<void>> {
    const erased = await this.#ports.vault.erase(userId);
    const forgotten = await this.#ports.unlocking.forget(userId);
    return erased.ok ? forgotten : erased;
  }

  /** A login that was let in meanwhile has replaced the session that was to be erased: its own stays. */
  #isBack(userId: UserId): boolean {
    return this.#kept.current.users.get(userId)?.state === 'authenticated';
  }
}
