import type { Service, Unidentified } from '../identity/service.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { isAnonymous, type AuthenticatedUser, type ServiceId, type UserId } from '../users/user.ts';
import { shutTogether, type UserRegistry } from '../users/user-registry.ts';
import {
  isSharedRule,
  whenLeft,
  whenShut,
  whoeverCan,
  type Shutter,
  type SwitchingRule,
} from './switching-rule.ts';

/** The rules of the desk, as they hold now. */
export interface DeskRules {
  readonly switching: SwitchingRule;
  /** Why somebody who has logged in at their service may not be let in here. */
  refusalOfEntry?(entry: Entry): Outcome<never> | undefined;
}

/** Who wants to be let in. */
export interface Entry {
  readonly service: Unidentified<Service> | undefined;
  readonly email: string | undefined;
  readonly isKnown: boolean;
  /** Of this computer, before. */
  readonly accountCount: number;
}

export interface HandoverParts {
  readonly rules: DeskRules;
  readonly kept: KeptRegistry;
  /** Can somebody of the service prove who they are by logging in there? */
  readonly canProveAtService: (serviceId: ServiceId) => boolean;
  /** The user's session is over: it is revoked and erased. The registry knows already. */
  readonly endSession: (user: AuthenticatedUser) => void;
  readonly remove: (userId: UserId) => void;
  /** The user is about to be logged out by somebody else's step: the workspace's end is on disk before it is. */
  readonly noteEnd: (userId: UserId) => Promise<void>;
  /** That step came to nothing. */
  readonly takeEndBack: (userId: UserId) => Promise<void>;
}

/** The rule under which a seat is given, from its beginning to its end. */
export interface SeatTerms {
  readonly shutter: Shutter;
  /** Nobody stays open whom it would not seat. */
  readonly isShared: boolean;
  readonly isExclusive: boolean;
}

/** Gives the seat to somebody, and does with who leaves it what the switching rule says: in one commit. */
export class Handover {
  readonly #parts: HandoverParts;

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  refusalOfEntry(entry: Omit<Entry, 'accountCount'>): Outcome<never> | undefined {
    const { rules, kept } = this.#parts;
    return rules.refusalOfEntry?.({ ...entry, accountCount: kept.current.users.size });
  }

  get isExclusive(): boolean {
    return this.#parts.rules.switching === 'exclusive';
  }

  get isShared(): boolean {
    return isSharedRule(this.#parts.rules.switching);
  }

  /** What keeps somebody from switching to the user, beside the user's own state. */
  refusalOf(target: UserId): Outcome<never> | undefined {
    const { activeId } = this.#parts.kept.current;
    if (activeId === undefined || activeId === target) return undefined;
    if (this.isExclusive) return fail({ code: 'deniedByPolicy' });
    return this.refusalOfLeaving();
  }

  /** Anonymous users would be removed by seating another: whoever means that logs them out first. */
  refusalOfLeaving(target?: UserId): Outcome<never> | undefined {
    const { users, activeId } = this.#parts.kept.current;
    const active = activeId === undefined ? [] : [users.get(activeId)];
    const leaving = this.isExclusive ? [...users.values()] : active;
    const wouldGo = leaving.some(
      (user) => user?.state === 'authenticated' && user.id !== target && this.#wouldRemove(user),
    );
    return wouldGo ? fail({ code: 'conflict', with: 'anonymousWouldGo' }) : undefined;
  }

  /** Commits a step that seats somebody, inside the registry's queue. */
  async seat(
    step: (registry: UserRegistry, terms: SeatTerms) => Outcome<UserRegistry>,
    touched: readonly UserId[] = [],
  ): Promise<Outcome<void>> {
    const { kept, takeEndBack } = this.#parts;
    const { isShared, isExclusive } = this;
    const rule = this.#rule();
    const shutter = this.#sparingAnonymous(rule);
    const ending = isExclusive ? await this.#noteEnds(touched) : [];
    let before = kept.current;
    const outcome = await kept.commit(
      (registry) => {
        before = registry;
        const seated = step(registry, { shutter, isShared, isExclusive });
        if (!seated.ok || !isExclusive) return seated;
        // Nobody else is signed in, locked or not.
        return succeed(shutTogether(seated.value, shutter, seated.value.activeId));
      },
      isExclusive ? [...touched, ...kept.current.order] : touched,
    );
    if (!outcome.ok) for (const userId of ending) await takeEndBack(userId);
    if (outcome.ok) this.follow(before, isExclusive ? before.users.keys() : [before.activeId], rule);
    return outcome;
  }

  /** What locking one user comes to. */
  get lockShutter(): Shutter {
    return this.isShared ? this.#whenShut : whoeverCan;
  }

  /** Locks everybody, at once in memory; under a shared rule nobody stays open. */
  shutAll(): void {
    this.#shut(this.lockShutter);
  }

  /** The rule came to hold: whoever is not active is as if they had been left under it. */
  shutOthers(): void {
    this.#shut(this.#rule(), this.#parts.kept.current.activeId);
  }

  #shut(shutter: Shutter, except?: UserId): void {
    const { kept } = this.#parts;
    const before = kept.current;
    const sparing = this.#sparingAnonymous(shutter);
    kept.takeEffect((registry) => succeed(shutTogether(registry, sparing, except)), before.order);
    this.follow(before, before.order, shutter);
  }

  /** Of who was shut without a PIN or passphrase nothing is kept; anonymous users that would be logged out are gone. */
  follow(before: UserRegistry, candidates: Iterable<UserId | undefined>, shutter: Shutter): void {
    const { kept, endSession, remove } = this.#parts;
    const { users, activeId } = kept.current;
    for (const id of candidates) {
      const user = id === undefined ? undefined : before.users.get(id);
      if (user?.state !== 'authenticated' || user.id === activeId) continue;
      const now = users.get(user.id);
      if (now?.state === 'authenticated' && isAnonymous(now) && shutter(now) === 'loggedOut') remove(user.id);
      else if (
        now?.state === 'loggedOut' ||
        (now?.sessionKept === 'nowhere' && user.sessionKept !== 'nowhere')
      )
        endSession(user);
    }
  }

  /** Of those whom a step will log out that seats somebody else. */
  async #noteEnds(seated: readonly UserId[]): Promise<readonly UserId[]> {
    const ending = [...this.#parts.kept.current.users.values()].filter(
      (user) => user.state === 'authenticated' && !isAnonymous(user) && !seated.includes(user.id),
    );
    for (const { id } of ending) await this.#parts.noteEnd(id);
    return ending.map(({ id }) => id);
  }

  #wouldRemove(user: AuthenticatedUser): boolean {
    return isAnonymous(user) && this.#rule()(user) === 'loggedOut';
  }

  readonly #whenShut: Shutter = whenShut((user) => this.#canProve(user));

  #rule(): Shutter {
    return whenLeft(this.#parts.rules.switching, (user) => this.#canProve(user));
  }

  /** Anonymous users are not logged out but removed, which has steps of its own. */
  #sparingAnonymous(shutter: Shutter): Shutter {
    return (user) => {
      const shutting = shutter(user);
      return shutting === 'loggedOut' && isAnonymous(user) ? 'stays' : shutting;
    };
  }

  #canProve(user: AuthenticatedUser): boolean {
    return !isAnonymous(user) && this.#parts.canProveAtService(user.serviceId);
  }
}
