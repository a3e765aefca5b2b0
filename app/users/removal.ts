import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Revoker } from '../sessions/revoker.ts';
import type { Session } from '../sessions/session.ts';
import type { SessionKeeper } from '../sessions/session-keeper.ts';
import { Erasure, type Leaving } from './erasure.ts';
import type { KeptRegistry } from './kept-registry.ts';
import type { RestoredRegistry } from './restored-registry.ts';
import type { User, UserId } from './user.ts';
import {
  findBySubject,
  reinstated,
  removedTogether,
  type Succession,
  type UserRegistry,
} from './user-registry.ts';

type RemovalPorts = Pick<Ports, 'tombstones' | 'vault' | 'traces' | 'receipts' | 'random' | 'outbox' | 'log'>;

export interface RemovalOptions {
  readonly succession: Succession;
  readonly isByItself?: boolean;
  readonly isAccountDeleted?: boolean;
  /** Hears how many of the users are erased. */
  readonly tell?: (erased: number) => void;
}

/**
 * Takes users off this computer. The tombstones are durable before anything is erased and go last, so that a
 * removal that was interrupted at any point is finished at the next start.
 */
export class Removal {
  readonly #ports: RemovalPorts;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #erasure: Erasure;
  /** Tombstones that stand and are not being worked on. */
  readonly #unfinished = new Map<UserId, Leaving>();
  /** An earlier run was cut off between its last two writes. */
  #tiedInVain: readonly UserId[];
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    ports: RemovalPorts,
    kept: KeptRegistry,
    sessions: SessionKeeper,
    revoker: Revoker,
    restored: Pick<RestoredRegistry, 'removalsToFinish' | 'departed'>,
  ) {
    this.#ports = ports;
    this.#kept = kept;
    this.#sessions = sessions;
    this.#erasure = new Erasure(ports, kept, revoker);
    for (const leaving of this.#leftBefore(restored)) this.#unfinished.set(leaving.userId, leaving);
    this.#tiedInVain = ports.receipts
      .tied()
      .flatMap(({ userId }) => (this.#unfinished.has(userId) ? [] : userId));
  }

  /**
   * The users are gone from memory before this returns its promise (peer case T12). They come back only when
   * their tombstones could not be written: then nothing was erased. Once they stand, the removal has happened;
   * what could not be erased now is erased at the next start, and the outcome says that something is left.
   */
  remove(userIds: readonly UserId[], options: RemovalOptions): Promise<Outcome<void>> {
    const before = this.#kept.current;
    const users = userIds.flatMap((id) => before.users.get(id) ?? []);
    if (users.length === 0) return Promise.resolve(fail({ code: 'userNotFound' }));
    const ended = new Map(users.map(({ id }) => [id, this.#sessions.end(id)]));
    const ids = users.map(({ id }) => id);
    this.#kept.takeEffect(
      (registry) => succeed(removedTogether(registry, new Set(ids), options)),
      ids,
      options,
    );
    const { epoch } = this.#kept;
    const raising = this.#ports.tombstones.raise(ids);
    return this.#run(async () => {
      const { gone, refusal } = await this.#kept.queue.run(async () => {
        const raised = await raising;
        if (raised.ok) return { gone: users, refusal: done };
        const replaced = await this.#takeBack({ users, before, ended, epoch });
        return { gone: replaced, refusal: replaced.length < users.length ? raised : done };
      });
      const outcome = await this.#erase(
        gone.map((user) => this.#leaving(user, ended.get(user.id), before, options)),
        options.tell,
      );
      return refusal.ok ? outcome : refusal;
    });
  }

  /** Finishes the removals that tombstones tell of, from before the start or since. */
  async finish(): Promise<void> {
    if (this.#tiedInVain.length > 0) await this.#ports.receipts.untie(this.#tiedInVain);
    this.#tiedInVain = [];
    const unfinished = [...this.#unfinished.values()];
    if (unfinished.length === 0) return;
    const outcome = await this.#run(async () => {
      // Who is gone because nothing brings them back has no tombstone yet.
      const raised = await this.#kept.queue.run(() =>
        this.#ports.tombstones.raise(unfinished.map(({ userId }) => userId)),
      );
      return raised.ok ? this.#erase(unfinished) : raised;
    });
    if (!outcome.ok) this.#ports.log.warn('a removal is not finished', { code: outcome.error.code });
  }

  isUnfinished(userId: UserId): boolean {
    return this.#unfinished.has(userId);
  }

  /** A session that lived in memory cannot be revoked after a restart: its receipt waits no more. */
  async giveUpLostRevocations(): Promise<void> {
    const { receipts, outbox } = this.#ports;
    for (const id of receipts.waitingFor())
      if (!(await outbox.has(id))) await receipts.revocationEnded(id, false);
  }

  /** Waits for what is under way; of many at once the rest is left to the next start. */
  async close(): Promise<void> {
    this.#erasure.close();
    await Promise.all(this.#running);
  }

  async #erase(leaving: readonly Leaving[], tell?: (erased: number) => void): Promise<Outcome<void>> {
    if (leaving.length === 0) return done;
    const { outcome, left } = await this.#erasure.erase(leaving, tell);
    for (const { userId } of leaving) this.#unfinished.delete(userId);
    for (const { ended: _session, ...one } of left)
      this.#unfinished.set(one.userId, { ...one, isResumed: true });
    return outcome;
  }

  async #run(work: () => Promise<Outcome<void>>): Promise<Outcome<void>> {
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /**
   * Without tombstones nobody is gone, but for who has logged in anew meanwhile: those are answered, and erased.
   */
  async #takeBack(taken: {
    users: readonly User[];
    before: UserRegistry;
    ended: ReadonlyMap<UserId, Session | undefined>;
    epoch: number;
  }): Promise<readonly User[]> {
    const { users, before, ended, epoch } = taken;
    const isReplaced = ({ serviceId, subject }: User) =>
      findBySubject(this.#kept.current, serviceId, subject) !== undefined;
    const replaced = users.filter(isReplaced);
    const back = users.filter((user) => !replaced.includes(user));
    await this.#ports.tombstones.lower(back.map(({ id }) => id));
    for (const { id } of back) {
      const session = ended.get(id);
      if (session) this.#sessions.begin(id, session);
    }
    const indexOf = new Map(before.order.map((id, index) => [id, index]));
    const places = back
      .map((user) => ({ user, index: indexOf.get(user.id) ?? before.order.length }))
      .toSorted((one, other) => one.index - other.index);
    const wasActive = epoch === this.#kept.epoch && back.some(({ id }) => id === before.activeId);
    this.#kept.takeEffect(
      (registry) => succeed(reinstated(registry, places, wasActive ? before.activeId : undefined)),
      back.map(({ id }) => id),
    );
    // Something else may have been saved while the users were away.
    await this.#kept.save();
    return replaced;
  }

  #leaving(
    user: User,
    ended: Session | undefined,
    { recent }: UserRegistry,
    { isAccountDeleted = false }: RemovalOptions,
  ): Leaving {
    return {
      userId: user.id,
      serviceId: user.serviceId,
      mayHaveSession: user.state === 'authenticated',
      ended,
      wasRecent: recent.includes(user.id),
      isAccountDeleted,
      revocationId: this.#ports.random.newOpaqueId(),
      isResumed: false,
    };
  }

  *#leftBefore({
    removalsToFinish,
    departed,
  }: Pick<RestoredRegistry, 'removalsToFinish' | 'departed'>): Iterable<Leaving> {
    const known = new Map(departed.map((one) => [one.user.id, one]));
    const tied = new Map(this.#ports.receipts.tied().map((one) => [one.userId, one]));
    for (const userId of removalsToFinish) {
      const { user, wasRecent = false } = known.get(userId) ?? {};
      const receipt = tied.get(userId);
      yield {
        userId,
        serviceId: receipt?.serviceId ?? user?.serviceId,
        mayHaveSession: true,
        wasRecent,
        isAccountDeleted: receipt?.isAccountDeleted ?? false,
        revocationId: receipt?.revocationId ?? this.#ports.random.newOpaqueId(),
        isResumed: receipt !== undefined,
      };
    }
  }
}
