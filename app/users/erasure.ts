import type { RemovalResult, RemovalStep, RemovalSubject } from '../contract/removal-views.ts';
import { done, fail, type Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Revoker } from '../sessions/revoker.ts';
import type { Session } from '../sessions/session.ts';
import type { KeptRegistry } from './kept-registry.ts';
import { isErased } from './removal-steps.ts';
import type { ServiceId, UserId } from './user.ts';

/** A user who has left memory, is named by a tombstone and is to be erased. */
export interface Leaving {
  readonly userId: UserId;
  /** Absent where nothing of it is known any more. */
  readonly serviceId: ServiceId | undefined;
  readonly mayHaveSession: boolean;
  /** The session, as far as it was in memory. */
  readonly ended?: Session | undefined;
  readonly wasRecent: boolean;
  readonly isAccountDeleted: boolean;
  readonly revocationId: string;
  /** Its receipt was begun by an earlier run, and knows what was there. */
  readonly isResumed: boolean;
}

export interface Erased {
  readonly outcome: Outcome<void>;
  /** What is to be gone through again at the next start. */
  readonly left: readonly Leaving[];
}

/** So many at once keep anything else that is asked for waiting. */
const atOnce = 32;

type ErasurePorts = Pick<Ports, 'tombstones' | 'vault' | 'traces' | 'receipts' | 'log'>;

/**
 * Erases users in one order: their sessions, revoked; then the registry, once for all of them; then what else they
 * left, each with its receipt; the tombstone last. Cut off anywhere, it is gone through again from the beginning.
 */
export class Erasure {
  readonly #ports: ErasurePorts;
  readonly #kept: KeptRegistry;
  readonly #revoker: Revoker;
  #isClosed = false;

  constructor(ports: ErasurePorts, kept: KeptRegistry, revoker: Revoker) {
    this.#ports = ports;
    this.#kept = kept;
    this.#revoker = revoker;
  }

  /** What is under way with many ends soon; its tombstones stand. */
  close(): void {
    this.#isClosed = true;
  }

  /** `tell` hears how many of them are gone, as far as that can be said while each goes through two rounds. */
  async erase(leaving: readonly Leaving[], tell: (erased: number) => void = () => {}): Promise<Erased> {
    const { queue } = this.#kept;
    const sessions = new Map<UserId, readonly RemovalStep[]>();
    await queue.run(() => this.#record(leaving.map((one) => ({ ...one, steps: expectedSteps(one) }))));
    const ended = await this.#inParts(leaving, async (part, count) => {
      for (const one of part) sessions.set(one.userId, await this.#endSession(one));
      tell(Math.floor(count / 2));
    });
    if (!ended) return { outcome: done, left: leaving };
    const saved = await queue.run(() => this.#kept.save());
    let outcome: Outcome<void> = saved;
    const left: Leaving[] = [];
    await this.#inParts(leaving, async (part, count) => {
      const erased = await this.#eraseRest(part, sessions, saved);
      left.push(...erased.left);
      if (!erased.outcome.ok) outcome = erased.outcome;
      tell(Math.floor((leaving.length + count) / 2));
    });
    return { outcome, left };
  }

  /** Answers whether it went through all of them. Between the parts others have their turn. */
  async #inParts(
    leaving: readonly Leaving[],
    work: (part: readonly Leaving[], count: number) => Promise<void>,
  ): Promise<boolean> {
    for (let start = 0; start < leaving.length; start += atOnce) {
      if (this.#isClosed && leaving.length > atOnce) return false;
      const part = leaving.slice(start, start + atOnce);
      await this.#kept.queue.run(() => work(part, start + part.length));
    }
    return true;
  }

  async #endSession(one: Leaving): Promise<readonly RemovalStep[]> {
    const { vault } = this.#ports;
    const found = await this.#queueSession(one);
    const erased = await vault.erase(one.userId);
    const isGone = erased.ok && !(await vault.has(one.userId));
    return [
      step('session', whetherGone(isGone, found !== 'absent')),
      step('serverSession', atService[found]),
    ];
  }

  async #queueSession(one: Leaving): Promise<keyof typeof atService> {
    const { userId, serviceId, revocationId } = one;
    const isThere = one.mayHaveSession && (one.ended !== undefined || (await this.#ports.vault.has(userId)));
    if (!isThere) return 'absent';
    return serviceId === undefined
      ? 'unavailable'
      : this.#revoker.queueSessionOf({ id: userId, serviceId }, one.ended, revocationId);
  }

  async #eraseRest(
    part: readonly Leaving[],
    sessions: ReadonlyMap<UserId, readonly RemovalStep[]>,
    saved: Outcome<void>,
  ): Promise<Erased> {
    const traces = await this.#ports.traces.erase(part.map(({ userId }) => userId));
    const records = part.map((one) => ({
      ...one,
      steps: [
        ...(sessions.get(one.userId) ?? []),
        step('accountRecord', whetherGone(saved.ok, true)),
        step('recentList', whetherGone(saved.ok, one.wasRecent)),
        ...(traces.get(one.userId) ?? []),
      ],
    }));
    const recorded = await this.#record(records);
    const over = records.filter(({ steps }) => recorded.ok && isErased(steps)).map(({ userId }) => userId);
    const lowered = over.length > 0 ? await this.#ports.tombstones.lower(over) : done;
    if (lowered.ok && over.length > 0) await this.#untie(over);
    const isOver = new Set(lowered.ok ? over : []);
    const hasFailed = records.some(({ steps }) => steps.some(isLocalFailure));
    return {
      outcome: hasFailed ? fail({ code: 'storageUnavailable', problem: 'failed' }) : lowered,
      left: part.filter(({ userId }) => !isOver.has(userId)),
    };
  }

  async #record(
    removals: readonly (Leaving & { readonly steps: readonly RemovalStep[] })[],
  ): Promise<Outcome<void>> {
    const recorded = await this.#ports.receipts.record(
      removals.map(({ userId, serviceId, isAccountDeleted, revocationId, steps }) => ({
        userId,
        serviceId,
        isAccountDeleted,
        revocationId,
        steps,
      })),
    );
    if (!recorded.ok) this.#ports.log.warn('a receipt could not be kept', { code: recorded.error.code });
    return recorded;
  }

  async #untie(userIds: readonly UserId[]): Promise<void> {
    const untied = await this.#ports.receipts.untie(userIds);
    if (!untied.ok) this.#ports.log.warn('a receipt is still tied', { code: untied.error.code });
  }
}

const step = (subject: RemovalSubject, result: RemovalResult): RemovalStep => ({ subject, result });

const whetherGone = (isGone: boolean, wasThere: boolean): RemovalResult => {
  if (!isGone) return 'failed';
  return wasThere ? 'erased' : 'empty';
};

/** A session that the key store does not open goes without its service hearing of it. */
const atService = { queued: 'queued', absent: 'empty', unavailable: 'failed' } as const;

/** What is there and to be erased, before anything is. */
const expectedSteps = ({ isResumed, mayHaveSession, wasRecent }: Leaving): readonly RemovalStep[] =>
  isResumed
    ? []
    : [
        ...(mayHaveSession ? [step('session', 'failed'), step('serverSession', 'queued')] : []),
        step('accountRecord', 'failed'),
        ...(wasRecent ? [step('recentList', 'failed')] : []),
      ];

const isLocalFailure = ({ subject, result }: RemovalStep): boolean =>
  subject !== 'serverSession' && result === 'failed';
