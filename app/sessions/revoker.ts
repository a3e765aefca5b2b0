import type { RevocableToken } from '../identity/identity-provider.ts';
import type { Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ServiceId, User } from '../users/user.ts';
import { revocableTokenOf, type Session } from './session.ts';

/** A revocation that could not be delivered in this time is given up: the token has ended by then. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** Ends sessions at their services, now or when the service can be reached again. */
export class Revoker {
  readonly #ports: Pick<Ports, 'outbox' | 'vault' | 'services' | 'clock' | 'random' | 'log'>;
  #round: Promise<void> | undefined;
  #isAskedAgain = false;
  /** What could not be queued, or may not be kept: sent once, by the next delivery. */
  #unqueued: { readonly serviceId: ServiceId; readonly token: RevocableToken }[] = [];

  constructor(ports: Pick<Ports, 'outbox' | 'vault' | 'services' | 'clock' | 'random' | 'log'>) {
    this.#ports = ports;
  }

  /**
   * Queues a session's refresh token durably; `deliver` sends it. What cannot be queued is sent by the next
   * delivery, and so is the access token of a session without a refresh token: only those may be kept.
   */
  async queue(serviceId: ServiceId, session: Pick<Session, 'accessToken' | 'refreshToken'>): Promise<void> {
    const { outbox, random, clock, log } = this.#ports;
    const token = revocableTokenOf(session);
    const { refreshToken } = session;
    if (refreshToken === undefined) {
      this.#unqueued.push({ serviceId, token });
      return;
    }
    const revocation = { id: random.newOpaqueId(), serviceId, refreshToken, queuedAtMs: clock.nowMs() };
    const queued = await outbox.put(revocation);
    if (queued.ok) return;
    log.warn('a revocation could not be queued', { code: queued.error.code });
    this.#unqueued.push({ serviceId, token });
  }

  /** Queues the session of a user who leaves: `ended` if it was in memory, else what the vault opens. */
  async queueSessionOf(user: User, ended: Session | undefined): Promise<void> {
    const stored = ended ? undefined : await this.#ports.vault.read(user.id);
    const session = ended ?? (stored?.kind === 'session' ? stored.session : undefined);
    if (session) await this.queue(user.serviceId, session);
  }

  /** Tries everything in the outbox once. Never fails: what could not be delivered stays. */
  deliver(): Promise<void> {
    if (this.#round) {
      this.#isAskedAgain = true;
      return this.#round;
    }
    this.#round = this.#deliverAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #deliverAll(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      const once = this.#unqueued;
      this.#unqueued = [];
      for (const { serviceId, token } of once) await this.#send(serviceId, token);
      for (const revocation of await this.#ports.outbox.list()) {
        const isExpired = this.#ports.clock.nowMs() - revocation.queuedAtMs > keptForMs;
        const { id, serviceId, refreshToken } = revocation;
        const token: RevocableToken = { kind: 'refreshToken', token: refreshToken };
        if (isExpired || isSettled(await this.#send(serviceId, token))) await this.#ports.outbox.take(id);
      }
    } while (this.#isAskedAgain);
  }

  async #send(serviceId: ServiceId, token: RevocableToken): Promise<Outcome<void> | undefined> {
    return this.#ports.services.providerOf(serviceId)?.revoke(token);
  }
}

/** Refused means that the service knows the token no more. */
const isSettled = (outcome: Outcome<void> | undefined): boolean =>
  outcome !== undefined && (outcome.ok || outcome.error.code === 'authenticationRejected');
