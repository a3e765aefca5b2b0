import type { RefusalCause, SeveralResult } from './contract/several-views.ts';
import type { ErrorReport } from './errors.ts';
import { succeed, type Outcome } from './outcome.ts';
import type { Switcher } from './switcher.ts';
import { isLocked, type User, type UserId } from './users/user.ts';

/** So many are begun together and share their writes; between the parts others have their turn. */
const atOnce = 32;

interface SeveralUsersParts extends Pick<Switcher, 'registry' | 'logOut' | 'removeTogether'> {
  readonly locking: Pick<Switcher['locking'], 'lock'>;
}

/** What a person asks for several users together, by the rules that hold for each of them alone. */
export class SeveralUsers {
  readonly #switcher: SeveralUsersParts;

  constructor(switcher: SeveralUsersParts) {
    this.#switcher = switcher;
  }

  lock(userIds: readonly UserId[]): Promise<SeveralResult> {
    return this.#each(userIds, isLocked, (id) => this.#switcher.locking.lock(id));
  }

  /** Anonymous users are removed by it. */
  logOut(userIds: readonly UserId[]): Promise<SeveralResult> {
    const isOut = (user: User): boolean => user.state === 'loggedOut';
    return this.#each(userIds, isOut, (id) => this.#switcher.logOut(id));
  }

  /** All of them in one removal; but whom nobody may remove because they are locked. */
  async remove(
    userIds: readonly UserId[],
    tell?: (removed: number) => void,
  ): Promise<Outcome<SeveralResult>> {
    const there = this.#there(userIds);
    const { users } = this.#switcher.registry;
    const locked = new Set(there.filter((id) => isLocked(users.get(id))));
    const whole = await this.#switcher.removeTogether(there, tell);
    if (whole.ok) return succeed(resultOf(userIds, there, []));
    if (whole.error.code !== 'locked') return whole;
    const removable = there.filter((id) => !locked.has(id));
    const rest = await this.#switcher.removeTogether(removable, tell);
    if (!rest.ok) return rest;
    return succeed(
      resultOf(
        userIds,
        there,
        Array.from(locked, (userId) => ({ userId, because: 'locked' })),
      ),
    );
  }

  async #each(
    userIds: readonly UserId[],
    isSo: (user: User) => boolean,
    ask: (userId: UserId) => Promise<Outcome<void>>,
  ): Promise<SeveralResult> {
    const { registry } = this.#switcher;
    const concerned = this.#there(userIds).filter((id) => {
      const user = registry.users.get(id);
      return user && !isSo(user);
    });
    // The active one last, so that none of the others takes the seat for a moment.
    const ids = concerned.toSorted(
      (one, other) => Number(one === registry.activeId) - Number(other === registry.activeId),
    );
    const refused: SeveralResult['refused'][number][] = [];
    let gone = 0;
    for (let start = 0; start < ids.length; start += atOnce) {
      const part = ids.slice(start, start + atOnce);
      const outcomes = await Promise.all(part.map(ask));
      for (const [index, outcome] of outcomes.entries()) {
        const userId = part[index];
        if (outcome.ok || userId === undefined) continue;
        if (outcome.error.code === 'userNotFound') gone += 1;
        else refused.push({ userId, because: causeOf(outcome.error) });
      }
    }
    return resultOf(userIds, ids, refused, gone);
  }

  #there(userIds: readonly UserId[]): readonly UserId[] {
    return [...new Set(userIds)].filter((id) => this.#switcher.registry.users.has(id));
  }
}

const resultOf = (
  asked: readonly UserId[],
  concerned: readonly UserId[],
  refused: SeveralResult['refused'],
  gone = 0,
): SeveralResult => ({
  done: concerned.length - refused.length - gone,
  unchanged: new Set(asked).size - concerned.length + gone,
  refused,
});

const causeOf = (error: ErrorReport): RefusalCause => {
  switch (error.code) {
    case 'conflict':
      return error.with === 'noWayToUnlock' ? 'noWayToUnlock' : 'other';
    case 'userLoggedOut':
      return 'loggedOut';
    case 'locked':
      return 'locked';
    case 'storageUnavailable':
      return 'notSaved';
    default:
      return 'other';
  }
};
