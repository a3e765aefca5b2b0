import { done, type Outcome } from '../outcome.ts';
import type { Log, RegistryStore } from '../ports.ts';
import { SerialQueue } from '../serial-queue.ts';
import { RegistryListeners, type RegistryListener } from './registry-event.ts';
import type { UserId } from './user.ts';
import type { RestoredRegistry } from './restored-registry.ts';
import { emptyRegistry, type UserRegistry } from './user-registry.ts';

export type Transition = (registry: UserRegistry) => Outcome<UserRegistry>;

/**
 * The registry in memory and its copy on disk. What a person gains (a user, a switch) is durable before it takes
 * effect; what takes something away (log out, lock) takes effect at once and is made durable after.
 */
export class KeptRegistry {
  /** Everything that writes to disk goes through here, so that the last word on disk is the last one said. */
  readonly queue = new SerialQueue();
  readonly #store: RegistryStore;
  readonly #listeners: RegistryListeners;
  #current: UserRegistry;
  #saved: UserRegistry;
  /** A save of accounts has failed: what the disk has of them is for the store to find out. */
  #areAccountsUnsure = false;
  readonly #onceSure: (() => Promise<void>)[] = [];
  #epoch = 0;

  constructor(store: RegistryStore, restored: Pick<RestoredRegistry, 'registry' | 'isAsStored'>, log: Log) {
    this.#store = store;
    this.#current = restored.registry;
    this.#saved = restored.isAsStored ? restored.registry : emptyRegistry;
    this.#listeners = new RegistryListeners(() => log.warn('a registry listener failed'));
  }

  get current(): UserRegistry {
    return this.#current;
  }

  /** A save failed and could not be taken back: the disk may hold what was refused. */
  get isUnsure(): boolean {
    return this.#areAccountsUnsure;
  }

  /** For what may go only when the disk holds no account any more that was refused. Runs inside the queue. */
  onceSure(act: () => Promise<void>): void {
    this.#onceSure.push(act);
  }

  /** The switch epoch: raised whenever another user, or nobody, becomes active by somebody's doing. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Somebody has locked: whoever logs in meanwhile is not seated, whether or not anybody left the seat. */
  raiseEpoch(): void {
    this.#epoch += 1;
  }

  subscribe(listener: RegistryListener, only?: UserId): () => void {
    return this.#listeners.add(listener, only);
  }

  /**
   * Makes a transition durable, then lets it take effect; on failure the registry is as it was, in memory and, where
   * that can be written, on disk (`isUnsure`). Call it inside the queue. Where a log out or lock took effect during
   * the write, the transition is run again on what it left; its own save is queued behind.
   */
  async commit(transition: Transition, touched: readonly UserId[] = []): Promise<Outcome<void>> {
    const before = this.#current;
    const planned = transition(before);
    if (!planned.ok) return planned;
    const saved = await this.#save(planned.value);
    if (!saved.ok) {
      await this.#save(this.#current);
      return saved;
    }
    return this.takeEffect(this.#current === before ? () => planned : transition, touched);
  }

  /**
   * Lets a transition take effect now, in memory only; `save` must follow. `isByItself`: nobody chose it, so that a
   * login under way may still seat its user.
   */
  takeEffect(
    transition: Transition,
    touched: readonly UserId[],
    { isByItself = false }: { isByItself?: boolean } = {},
  ): Outcome<void> {
    const before = this.#current;
    const after = transition(before);
    if (!after.ok) return after;
    this.#current = after.value;
    const isActiveChanged = after.value.activeId !== before.activeId;
    if (isActiveChanged && !isByItself) this.#epoch += 1;
    const isOrderChanged = after.value.order !== before.order;
    const left = isActiveChanged && before.activeId !== undefined ? [before.activeId] : [];
    const users = [...new Set([...touched, ...left])].filter(
      (id) => after.value.users.get(id) !== before.users.get(id),
    );
    if (users.length > 0 || isOrderChanged || isActiveChanged)
      this.#listeners.emit({ users, isOrderChanged, isActiveChanged });
    return done;
  }

  /** Tells listeners of a user whose flags, kept elsewhere, have changed. */
  announce(users: readonly UserId[]): void {
    this.#listeners.emit({ users, isOrderChanged: false, isActiveChanged: false });
  }

  /** Makes what is in memory durable. Call it inside the queue. */
  save(): Promise<Outcome<void>> {
    return this.#save(this.#current);
  }

  async #save(wanted: UserRegistry): Promise<Outcome<void>> {
    const isSame = wanted.users === this.#saved.users && wanted.order === this.#saved.order;
    if (!isSame || this.#areAccountsUnsure) {
      const saved = await this.#store.saveAccounts(wanted);
      this.#areAccountsUnsure = !saved.ok;
      if (!saved.ok) return saved;
      this.#saved = { ...this.#saved, users: wanted.users, order: wanted.order };
      for (const act of this.#onceSure.splice(0)) await act();
    }
    if (wanted.activeId !== this.#saved.activeId || wanted.recent !== this.#saved.recent) {
      const saved = await this.#store.saveActive(wanted);
      if (!saved.ok) return saved;
      this.#saved = { ...this.#saved, activeId: wanted.activeId, recent: wanted.recent };
    }
    return done;
  }
}
