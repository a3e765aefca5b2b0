import type { RevocableToken } from '../identity/identity-provider.ts';
import type { Outcome } from '../outcome.ts';
import type { OpenedSession, Ports } from '../ports.ts';
import type { ServiceId, UserId } from '../users/user.ts';
import { waitBeforeDelivery } from './delays.ts';
import { revocableTokenOf, type Session } from './session.ts';

/** A revocation that could not be delivered in this time is given up: the token has ended by then. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

type RevokerPorts = Pick<Ports, 'outbox' | 'vault' | 'services' | 'clock' | 'timers' | 'random' | 'log'>;

interface Unqueued {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly token: RevocableToken;
}

type RevocationEnded = (id: string, isRevoked: boolean) => Promise<void>;

/** Ends sessions at their services, now or when the service can be reached again: one timer, while something waits. */
export class Revoker {
  readonly #ports: RevokerPorts;
  #round: Promise<void> | undefined;
  #isAskedAgain = false;
  /** What could not be queued, or may not be kept: sent once, by the next delivery. */
  #unqueued: Unqueued[] = [];

  #stopTimer: (() => void) | undefined;
  /** How often what waits was tried in vain without anybody asking. */
  #vainRounds = 0;
  #isClosed = false;

  readonly #ended: RevocationEnded;

  /** `ended` hears of each revocation that is over, before it is forgotten. */
  constructor(ports: RevokerPorts, ended: RevocationEnded) {
    this.#ports = ports;
    this.#ended = ended;
  }

  /** What is asked for is still delivered; nothing is tried again by itself. */
  close(): void {
    this.#isClosed = true;
    this.#stopTimer?.();
  }

  /**
   * Queues a session's refresh token durably; `deliver` sends it. What cannot be queued is sent by the next
   * delivery, and so is the access token of a session without a refresh token: only those may be kept.
   */
  async queue(
    serviceId: ServiceId,
    session: Pick<Session, 'accessToken' | 'refreshToken'>,
    id = this.#ports.random.newOpaqueId(),
  ): Promise<void> {
    const { outbox, clock, log } = this.#ports;
    const token = revocableTokenOf(session);
    const { refreshToken } = session;
    if (refreshToken === undefined) {
      this.#unqueued.push({ id, serviceId, token });
      return;
    }
    const queued = await outbox.put({ id, serviceId, refreshToken, queuedAtMs: clock.nowMs() });
    if (queued.ok) return;
    log.warn('a revocation could not be queued', { code: queued.error.code });
    this.#unqueued.push({ id, serviceId, token });
  }

  /** Queues the session of a user who leaves: `ended` if it was in memory, else what the vault opens. */
  async queueSessionOf(
    user: { readonly id: UserId; readonly serviceId: ServiceId },
    ended: Session | undefined,
    id?: string,
  ): Promise<'queued' | 'absent' | 'unavailable'> {
    const stored: OpenedSession = ended
      ? { kind: 'session', session: ended }
      : await this.#ports.vault.read(user.id);
    if (stored.kind !== 'session') return stored.kind;
    await this.queue(user.serviceId, stored.session, id);
    return 'queued';
  }

  /** Tries everything in the outbox. Never fails: what could not be delivered stays, and is tried again later. */
  deliver(): Promise<void> {
    this.#vainRounds = 0;
    return this.#deliver();
  }

  #deliver(): Promise<void> {
    if (this.#round) {
      this.#isAskedAgain = true;
      return this.#round;
    }
    this.#stopTimer?.();
    this.#round = this.#deliverAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #deliverAll(): Promise<void> {
    let left: readonly Outcome<void>[];
    do {
      this.#isAskedAgain = false;
      left = await this.#deliverOnce();
    } while (this.#isAskedAgain);
    if (left.length > 0 && !this.#isClosed) this.#setTimer(left);
  }

  /** Answers what kept the rest from being delivered; a service that is not there keeps nobody busy. */
  async #deliverOnce(): Promise<readonly Outcome<void>[]> {
    const once = this.#unqueued;
    this.#unqueued = [];
    for (const { id, serviceId, token } of once)
      await this.#ended(id, isSettled(await this.#send(serviceId, token)));
    const left: Outcome<void>[] = [];
    /** One of them is enough to learn that the others have to wait. */
    const unreached = new Set<ServiceId>();
    for (const revocation of await this.#ports.outbox.list()) {
      const isExpired = this.#ports.clock.nowMs() - revocation.queuedAtMs > keptForMs;
      const { id, serviceId, refreshToken } = revocation;
      const token: RevocableToken = { kind: 'refreshToken', token: refreshToken };
      if (!isExpired && unreached.has(serviceId)) continue;
      const outcome = isExpired ? undefined : await this.#send(serviceId, token);
      if (isExpired || isSettled(outcome)) {
        await this.#ended(id, !isExpired);
        await this.#ports.outbox.take(id);
      } else if (outcome) left.push(outcome);
      if (isUnreached(outcome)) unreached.add(serviceId);
    }
    return left;
  }

  #setTimer(left: readonly Outcome<void>[]): void {
    const { timers, random } = this.#ports;
    const waitMs = waitBeforeDelivery(this.#vainRounds, retryAfterOf(left), random.fraction());
    this.#vainRounds += 1;
    this.#stopTimer = timers.after(waitMs, () => void this.#deliver());
  }

  async #send(serviceId: ServiceId, token: RevocableToken): Promise<Outcome<void> | undefined> {
    return this.#ports.services.providerOf(serviceId)?.revoke(token);
  }
}

/** Refused means that the service knows the token no more. */
const isSettled = (outcome: Outcome<void> | undefined): boolean =>
  outcome !== undefined && (outcome.ok || outcome.error.code === 'authenticationRejected');

/** Whatever token it is about. */
const isUnreached = (outcome: Outcome<void> | undefined): boolean => {
  if (!outcome || outcome.ok) return false;
  const { error } = outcome;
  return (
    error.code === 'networkUnavailable' ||
    (error.code === 'serverError' && (error.status === 429 || error.retryAfterSeconds !== undefined))
  );
};

/** The longest that any of the services wants not to be asked. */
const retryAfterOf = (left: readonly Outcome<void>[]): number =>
  Math.max(
    0,
    ...left.map((outcome) =>
      !outcome.ok && outcome.error.code === 'serverError' ? (outcome.error.retryAfterSeconds ?? 0) : 0,
    ),
  );
