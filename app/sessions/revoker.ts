import type { Outcome } from '../outcome.ts';
import type { Ports, Revocation } from '../ports.ts';
import type { ServiceId, User } from '../users/user.ts';
import type { Session } from './session.ts';

/** A revocation that could not be delivered in this time is given up: the token has ended by then. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** Ends sessions at their services, now or when the service can be reached again. */
export class Revoker {
  readonly #ports: Pick<Ports, 'outbox' | 'vault' | 'services' | 'clock' | 'random' | 'log'>;
  #round: Promise<void> | undefined;
  #isAskedAgain = false;
  /** What could not be queued: sent once, by the next delivery, and not kept. */
  #unqueued: Revocation[] = [];

  constructor(ports: Pick<Ports, 'outbox' | 'vault' | 'services' | 'clock' | 'random' | 'log'>) {
    this.#ports = ports;
  }

  /** Queues a token durably; `deliver` sends it. A token that cannot be queued is sent by the next delivery. */
  async queue(serviceId: ServiceId, refreshToken: string): Promise<void> {
    const { outbox, random, clock, log } = this.#ports;
    const revocation = { id: random.newOpaqueId(), serviceId, refreshToken, queuedAtMs: clock.nowMs() };
    const queued = await outbox.put(revocation);
    if (queued.ok) return;
    log.warn('a revocation could not be queued', { code: queued.error.code });
    this.#unqueued.push(revocation);
  }

  /** Queues the session of a user who leaves: `ended` if it was in memory, else what the vault opens. */
  async queueSessionOf(user: User, ended: Session | undefined): Promise<void> {
    const stored = ended ? undefined : await this.#ports.vault.read(user.id);
    const session = ended ?? (stored?.kind === 'session' ? stored.session : undefined);
    if (session) await this.queue(user.serviceId, session.refreshToken);
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
      for (const revocation of once) await this.#send(revocation);
      for (const revocation of await this.#ports.outbox.list()) {
        const isExpired = this.#ports.clock.nowMs() - revocation.queuedAtMs > keptForMs;
        if (isExpired || isSettled(await this.#send(revocation)))
          await this.#ports.outbox.take(revocation.id);
      }
    } while (this.#isAskedAgain);
  }

  async #send({ serviceId, refreshToken }: Revocation): Promise<Outcome<void> | undefined> {
    return this.#ports.services.providerOf(serviceId)?.revoke(refreshToken);
  }
}

/** Refused means that the service knows the token no more. */
const isSettled = (outcome: Outcome<void> | undefined): boolean =>
  outcome !== undefined && (outcome.ok || outcome.error.code === 'authenticationRejected');
