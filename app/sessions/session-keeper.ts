import { fail, succeed, type Outcome } from '../outcome.ts';
import type { IdentityProvider } from '../identity/identity-provider.ts';
import type { Clock, OpenedSession, SessionVault } from '../ports.ts';
import type { LogOutCause, UserId } from '../users/user.ts';
import { causeOfRefusal, isAccessFresh, type Session } from './session.ts';

/** What the keeper tells its owner; it knows sessions, not registries. */
export interface SessionEvents {
  /** The session is over: the service refused to refresh it, or (without a cause) it is not in the vault. */
  ended(userId: UserId, because?: LogOutCause): void;
  /** New tokens are in memory and wait to be written. */
  refreshed(userId: UserId, session: Session, generation: number): void;
  /** Tokens came for a user who has left meanwhile. */
  arrivedLate(userId: UserId, session: Session): void;
  reached(userId: UserId, isReached: boolean): void;
  /** The session is in the vault; does the key store open it? */
  opened(userId: UserId, isOpen: boolean): void;
}

/** How often a session of a user was begun or ended; a token answer of another generation is not stored. */
type Generation = number;

/**
 * Sessions in memory: opened from the vault when first needed, refreshed in single flight (three parallel
 * refreshes would make a rotating provider revoke the family), dropped at once.
 */
export class SessionKeeper {
  readonly #vault: SessionVault;
  readonly #clock: Clock;
  readonly #events: SessionEvents;
  readonly #sessions = new Map<UserId, Session>();
  readonly #generations = new Map<UserId, Generation>();
  readonly #refreshes = new Map<UserId, Promise<Outcome<Session>>>();

  constructor(vault: SessionVault, clock: Clock, events: SessionEvents) {
    this.#vault = vault;
    this.#clock = clock;
    this.#events = events;
  }

  generationOf(userId: UserId): Generation {
    return this.#generations.get(userId) ?? 0;
  }

  /** The session as far as it is in memory. */
  held(userId: UserId): Session | undefined {
    return this.#sessions.get(userId);
  }

  /** A session begins, by login: a new generation. */
  begin(userId: UserId, session: Session): void {
    this.#raise(userId);
    this.#sessions.set(userId, session);
  }

  /** A session ends: its tokens leave memory now. Returns what was in memory. */
  end(userId: UserId): Session | undefined {
    this.#raise(userId);
    const session = this.#sessions.get(userId);
    this.#sessions.delete(userId);
    return session;
  }

  async open(userId: UserId): Promise<OpenedSession> {
    const held = this.#sessions.get(userId);
    if (held) return { kind: 'session', session: held };
    const generation = this.generationOf(userId);
    const opened = await this.#vault.read(userId);
    if (generation !== this.generationOf(userId)) return { kind: 'absent' };
    const meanwhile = this.#sessions.get(userId);
    if (meanwhile) return { kind: 'session', session: meanwhile };
    if (opened.kind === 'session') this.#sessions.set(userId, opened.session);
    if (opened.kind === 'absent') this.#events.ended(userId);
    else this.#events.opened(userId, opened.kind === 'session');
    return opened;
  }

  /**
   * Runs a call with a valid access token: refreshed before when it has expired, and once more when the service
   * refuses it (401), then never again (peer case T27).
   */
  async withAccessToken<T>(
    userId: UserId,
    provider: IdentityProvider,
    call: (accessToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const opened = await this.open(userId);
    if (opened.kind === 'unavailable')
      return fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });
    if (opened.kind === 'absent') return fail({ code: 'userLoggedOut' });
    const first = isAccessFresh(opened.session, this.#clock.nowMs())
      ? succeed(opened.session)
      : await this.#refreshed(userId, provider, opened.session);
    if (!first.ok) return first;
    const outcome = await call(first.value.accessToken);
    this.#noteReach(userId, outcome);
    if (outcome.ok || outcome.error.code !== 'authenticationRejected') return outcome;
    const second = await this.#refreshed(userId, provider, first.value);
    return second.ok ? call(second.value.accessToken) : second;
  }

  /** A session with a newer access token than `used`; one refresh however many ask. */
  async #refreshed(userId: UserId, provider: IdentityProvider, used: Session): Promise<Outcome<Session>> {
    const held = this.#sessions.get(userId);
    if (!held) return fail({ code: 'userLoggedOut' });
    if (held.accessToken !== used.accessToken) return succeed(held);
    const running = this.#refreshes.get(userId);
    if (running) return running;
    const refresh = this.#refresh(userId, provider, held);
    this.#refreshes.set(userId, refresh);
    try {
      return await refresh;
    } finally {
      if (this.#refreshes.get(userId) === refresh) this.#refreshes.delete(userId);
    }
  }

  async #refresh(userId: UserId, provider: IdentityProvider, held: Session): Promise<Outcome<Session>> {
    const generation = this.generationOf(userId);
    const answer = await provider.refresh(held);
    if (generation !== this.generationOf(userId)) {
      if (answer.ok) this.#events.arrivedLate(userId, answer.value);
      return fail({ code: 'userLoggedOut' });
    }
    this.#noteReach(userId, answer);
    if (answer.ok) {
      this.#sessions.set(userId, answer.value);
      this.#events.refreshed(userId, answer.value, generation);
    } else if (answer.error.code === 'authenticationRejected') {
      this.#events.ended(userId, causeOfRefusal(held, this.#clock.nowMs()));
    }
    return answer;
  }

  #noteReach(userId: UserId, outcome: Outcome<unknown>): void {
    const isUnreachable = !outcome.ok && outcome.error.code === 'networkUnavailable';
    this.#events.reached(userId, !isUnreachable);
  }

  #raise(userId: UserId): void {
    this.#generations.set(userId, this.generationOf(userId) + 1);
    this.#refreshes.delete(userId);
  }
}
