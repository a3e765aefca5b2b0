import { fail, succeed, type Outcome } from '../outcome.ts';
import type { IdentityProvider } from '../identity/identity-provider.ts';
import type { Clock, OpenedSession, SessionVault } from '../ports.ts';
import type { LogOutCause, ServiceId, UserId } from '../users/user.ts';
import { believed, causeOfRefusal, isAccessFresh, type Session } from './session.ts';

/** What the keeper tells its owner; it knows sessions, not registries. */
export interface SessionEvents {
  /** The session is over: the service refused to refresh it, or (without a cause) it is not in the vault. */
  ended(userId: UserId, because?: LogOutCause): void;
  /** New tokens are in memory and wait to be written, in place of those of `before`. */
  refreshed(userId: UserId, refresh: FinishedRefresh): void;
  /** Tokens came for a user who has left, or logged in anew, meanwhile. */
  arrivedLate(userId: UserId, session: Session, serviceId: ServiceId): void;
  /** Another session, or none, is in memory now. */
  changed(userId: UserId, how: 'begun' | 'opened' | 'refreshed' | 'ended'): void;
  reached(userId: UserId, isReached: boolean): void;
  /** The session is in the vault; does the key store open it? */
  opened(userId: UserId, isOpen: boolean): void;
}

export interface FinishedRefresh {
  readonly session: Session;
  readonly before: Session;
  readonly generation: number;
}

/** The service that a user's tokens may be sent to. */
export interface OwnService {
  readonly id: ServiceId;
  readonly provider: IdentityProvider;
}

type AccessToken = Pick<Session, 'accessToken' | 'accessExpiresAtMs'>;

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
  readonly #locked = new Set<UserId>();

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

  /** A session begins, by login: a new generation. Returns what was in memory. */
  begin(userId: UserId, session: Session): Session | undefined {
    this.#raise(userId);
    this.#locked.delete(userId);
    const displaced = this.#sessions.get(userId);
    this.#sessions.set(userId, believed(session, this.#clock.nowMs()));
    this.#events.changed(userId, 'begun');
    return displaced;
  }

  /** A session ends: its tokens leave memory now. Returns what was in memory. */
  end(userId: UserId): Session | undefined {
    this.#raise(userId);
    const session = this.#sessions.get(userId);
    this.#sessions.delete(userId);
    this.#events.changed(userId, 'ended');
    return session;
  }

  /**
   * The user is locked: the tokens leave memory now. What a refresh under way still brings is handed on to be
   * stored, and not held. Resolves when nothing of the user is on its way any more.
   */
  async lockUp(userId: UserId): Promise<void> {
    this.#locked.add(userId);
    if (this.#sessions.delete(userId)) this.#events.changed(userId, 'ended');
    await this.#refreshes.get(userId);
  }

  unlockUp(userId: UserId): void {
    this.#locked.delete(userId);
  }

  async open(userId: UserId): Promise<OpenedSession> {
    const held = this.#sessions.get(userId);
    if (held) return { kind: 'session', session: held };
    const generation = this.generationOf(userId);
    const opened = await this.#vault.read(userId);
    if (generation !== this.generationOf(userId)) return { kind: 'absent' };
    if (this.#locked.has(userId)) return { kind: 'unavailable' };
    const meanwhile = this.#sessions.get(userId);
    if (meanwhile) return { kind: 'session', session: meanwhile };
    if (opened.kind === 'absent') this.#events.ended(userId);
    else this.#events.opened(userId, opened.kind === 'session');
    if (opened.kind === 'session') {
      this.#sessions.set(userId, opened.session);
      this.#events.changed(userId, 'opened');
    }
    return opened;
  }

  /**
   * Runs a call with a valid access token: refreshed before when it has expired, and once more when the service
   * refuses it (401), then never again (peer case T27).
   */
  async withAccessToken<T>(
    userId: UserId,
    service: OwnService,
    call: (accessToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const opened = await this.#openedFor(userId);
    if (!opened.ok) return opened;
    const isFresh = isAccessFresh(opened.value, this.#clock.nowMs());
    const first = isFresh ? opened : await this.#refreshed(userId, service, opened.value);
    if (!first.ok) return first;
    const outcome = await call(first.value.accessToken);
    this.#noteReach(userId, outcome);
    if (!isRejected(outcome)) return outcome;
    const { accessToken } = first.value;
    const hasNoNewer = !isFresh && accessToken === opened.value.accessToken;
    const second = hasNoNewer ? first : await this.#refreshed(userId, service, first.value);
    if (!second.ok) return second;
    if (second.value.accessToken !== accessToken) return call(second.value.accessToken);
    // The token has run out and nothing brings a newer one: the session has ended with it.
    const isLast = hasNoNewer && second.value.refreshToken === undefined;
    if (isLast && this.#sessions.get(userId)?.accessToken === accessToken)
      this.#events.ended(userId, 'sessionExpired');
    return outcome;
  }

  /** An access token that is good now, for a request that leaves by another way than a call. */
  async accessToken(userId: UserId, service: OwnService): Promise<Outcome<string>> {
    const opened = await this.#openedFor(userId);
    if (!opened.ok) return opened;
    const isFresh = isAccessFresh(opened.value, this.#clock.nowMs());
    const session = isFresh ? opened : await this.#refreshed(userId, service, opened.value);
    return session.ok ? succeed(session.value.accessToken) : session;
  }

  /** Such a request was refused (401): a newer token is fetched, unless there is one already. */
  async noteRejected(userId: UserId, service: OwnService, accessToken: string): Promise<void> {
    const held = this.#sessions.get(userId);
    if (held?.accessToken === accessToken) await this.#refreshed(userId, service, held);
  }

  /**
   * Runs a call that wants the refresh token. Where the service refuses it (401), one refresh decides whether the
   * session has ended; the call is repeated only with another token.
   */
  async withRefreshToken<T>(
    userId: UserId,
    service: OwnService,
    call: (refreshToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const opened = await this.#openedFor(userId);
    if (!opened.ok) return opened;
    const { refreshToken } = opened.value;
    if (refreshToken === undefined) return fail({ code: 'conflict', with: 'notOffered' });
    const outcome = await call(refreshToken);
    this.#noteReach(userId, outcome);
    if (!isRejected(outcome)) return outcome;
    const renewed = await this.#refreshed(userId, service, opened.value);
    if (!renewed.ok) return renewed;
    const { refreshToken: newer } = renewed.value;
    return newer === undefined || newer === refreshToken ? outcome : call(newer);
  }

  /** New tokens, wanted or not; shared with a refresh that is under way. */
  async renew(userId: UserId, service: OwnService): Promise<Outcome<Session>> {
    const opened = await this.#openedFor(userId);
    return opened.ok ? this.#refreshed(userId, service, opened.value) : opened;
  }

  /** Takes an access token that the service gave beside a refresh, if the session is still the one of then. */
  replaceAccessToken(userId: UserId, generation: Generation, access: AccessToken): void {
    const { accessToken, accessExpiresAtMs } = access;
    const held = this.#sessions.get(userId);
    if (!held || generation !== this.generationOf(userId) || held.accessToken === accessToken) return;
    const session = believed({ ...held, accessToken, accessExpiresAtMs }, this.#clock.nowMs());
    this.#replace(userId, session, held);
  }

  async #openedFor(userId: UserId): Promise<Outcome<Session>> {
    const opened = await this.open(userId);
    if (opened.kind === 'session') return succeed(opened.session);
    return opened.kind === 'absent'
      ? fail({ code: 'userLoggedOut' })
      : fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' });
  }

  /** A session with a newer access token than `used`; one refresh however many ask. */
  async #refreshed(userId: UserId, service: OwnService, used: Session): Promise<Outcome<Session>> {
    const held = this.#sessions.get(userId);
    if (!held) return fail({ code: 'userLoggedOut' });
    if (held.accessToken !== used.accessToken) return succeed(held);
    const running = this.#refreshes.get(userId);
    if (running) return running;
    const refresh = this.#refresh(userId, service, held);
    this.#refreshes.set(userId, refresh);
    try {
      return await refresh;
    } finally {
      if (this.#refreshes.get(userId) === refresh) this.#refreshes.delete(userId);
    }
  }

  async #refresh(userId: UserId, service: OwnService, held: Session): Promise<Outcome<Session>> {
    const generation = this.generationOf(userId);
    const answer = await service.provider.refresh(held);
    if (generation !== this.generationOf(userId)) {
      if (answer.ok) this.#events.arrivedLate(userId, answer.value, service.id);
      return fail({ code: 'userLoggedOut' });
    }
    this.#noteReach(userId, answer);
    if (answer.ok) {
      if (isUnchanged(answer.value, held)) return answer;
      return succeed(this.#replace(userId, believed(answer.value, this.#clock.nowMs()), held));
    }
    if (isRejected(answer)) this.#events.ended(userId, causeOfRefusal(held, this.#clock.nowMs()));
    return answer;
  }

  #replace(userId: UserId, session: Session, before: Session): Session {
    this.#events.refreshed(userId, { session, before, generation: this.generationOf(userId) });
    if (this.#locked.has(userId)) return session;
    this.#sessions.set(userId, session);
    this.#events.changed(userId, 'refreshed');
    return session;
  }

  #noteReach(userId: UserId, outcome: Outcome<unknown>): void {
    // Who gave up has heard nothing.
    if (!outcome.ok && outcome.error.code === 'cancelled') return;
    const isUnreachable = !outcome.ok && outcome.error.code === 'networkUnavailable';
    this.#events.reached(userId, !isUnreachable);
  }

  #raise(userId: UserId): void {
    this.#generations.set(userId, this.generationOf(userId) + 1);
    this.#refreshes.delete(userId);
  }
}

/** Some services prolong the access token that is there. */
const isUnchanged = (one: Session, other: Session): boolean =>
  one.accessToken === other.accessToken &&
  one.refreshToken === other.refreshToken &&
  one.accessExpiresAtMs === other.accessExpiresAtMs &&
  one.refreshExpiresAtMs === other.refreshExpiresAtMs;

const isRejected = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && outcome.error.code === 'authenticationRejected';
