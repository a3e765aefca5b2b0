import { brokenInvariants } from '../../app/users/registry-invariants.ts';
import type { ListPlace } from '../../app/users/reordering.ts';
import type { User, UserId } from '../../app/users/user.ts';
import { all, Possible, type Asked } from './possible.ts';
import type { ProfileReading } from './profile-reading.ts';
import { PromisedSeat } from './promised-seat.ts';

type State = User['state'] | 'gone';

interface PromisedUser {
  readonly email: string;
  readonly state: Possible<State>;
  readonly nickname: Possible<string | undefined>;
  readonly hasLock: Possible<boolean>;
}

export type FoundProfile = Pick<ProfileReading, 'registry' | 'storedActiveId' | 'sessionsToErase'>;

/**
 * What a person was promised by the answers of a Hotseat that is killed at any moment. What was answered is durable;
 * what was not may be done or not, and nothing in between. Of each user one command is under way at most, and one
 * of the order of the list.
 */
export class Promises {
  readonly #users = new Map<UserId, PromisedUser>();
  readonly #arriving = new Set<string>();
  /** Of those who were there at the start. */
  readonly #order: Possible<readonly UserId[]>;
  readonly #seat: PromisedSeat;
  /** Sessions that the kill before has left of who has none; empty once a start has erased them. */
  readonly #orphans: ReadonlySet<UserId>;

  /** What a start has found is what holds from then on. One that is killed itself may not have come to erase. */
  constructor(
    { registry, storedActiveId, sessionsToErase }: FoundProfile,
    { isInStart }: { readonly isInStart: boolean },
  ) {
    this.#orphans = new Set(isInStart ? sessionsToErase : []);
    for (const user of registry.users.values()) this.#users.set(user.id, promisedAs(user));
    this.#order = new Possible(registry.order);
    // The start itself may close the seat of who has a lock.
    this.#seat = new PromisedSeat(storedActiveId, registry.activeId);
  }

  in(state: User['state']): readonly UserId[] {
    return [...this.#users].flatMap(([id, user]) => (user.state.isCertainly(state) ? [id] : []));
  }

  /** A move beside somebody who has come since would put the others in an order that is not known here. */
  wasThereAtStart(id: UserId): boolean {
    return this.#order.all.some((order) => order.includes(id));
  }

  hasLock(id: UserId): boolean {
    return this.#users.get(id)?.hasLock.isPossibly(true) ?? false;
  }

  emailOf(id: UserId): string {
    return this.#of(id).email;
  }

  arrival(email: string): { doneAs(id: UserId): void; refused(): void } {
    this.#arriving.add(email);
    const seat = this.#seat.ask('open');
    return {
      doneAs: (id) => {
        this.#arriving.delete(email);
        this.#users.set(id, {
          email,
          state: new Possible<State>('authenticated'),
          nickname: new Possible<string | undefined>(undefined),
          hasLock: new Possible(false),
        });
        seat.done();
      },
      refused: () => {
        this.#arriving.delete(email);
        seat.refused();
      },
    };
  }

  logIn(id: UserId): Asked {
    return all(
      this.#of(id).state.ask(() => 'authenticated'),
      this.#seat.ask('open'),
    );
  }

  /** With the session goes the lock that it was under. */
  logOut(id: UserId): Asked {
    const { state, hasLock } = this.#of(id);
    return all(
      state.ask(() => 'loggedOut'),
      hasLock.ask(() => false),
      this.#seat.ask('open'),
    );
  }

  remove(id: UserId): Asked {
    return all(
      this.#of(id).state.ask(() => 'gone'),
      this.#seat.ask('open'),
    );
  }

  rename(id: UserId, nickname: string): Asked {
    return this.#of(id).nickname.ask(() => nickname);
  }

  setUpLock(id: UserId): Asked {
    return this.#of(id).hasLock.ask(() => true);
  }

  /** That somebody is locked is over with the run: the next start locks whoever has a lock. */
  lock(): Asked {
    return this.#seat.ask('open');
  }

  switchTo(id: UserId): Asked {
    return this.#seat.ask(id);
  }

  move(id: UserId, { side, userId }: ListPlace): Asked {
    return this.#order.ask((order) => {
      const others = order.filter((one) => one !== id);
      const index = others.indexOf(userId);
      return index === -1 || !order.includes(id)
        ? order
        : others.toSpliced(index + (side === 'after' ? 1 : 0), 0, id);
    });
  }

  /** What of it is broken in what was found, as sentences. */
  brokenIn({ registry, sessions, storedActiveId, notices }: ProfileReading): readonly string[] {
    const broken = [...brokenInvariants(registry), ...notices];
    for (const [id, promised] of this.#users)
      broken.push(...brokenOf(promised, registry.users.get(id), sessions.has(id) && !this.#orphans.has(id)));
    for (const { id, profile, state } of registry.users.values()) {
      const { email = '' } = profile;
      if (!this.#users.has(id) && !this.#arriving.has(email)) broken.push(`${email} came from nowhere`);
      if (state === 'authenticated' && !sessions.has(id)) broken.push(`${email} is half a user`);
    }
    const isOrderKept = this.#order.all.some(
      (order) =>
        order.filter((id) => registry.users.has(id)).join() ===
        registry.order.filter((id) => order.includes(id)).join(),
    );
    if (!isOrderKept) broken.push('the order of the list is another');
    const isNewcomer = storedActiveId !== undefined && !this.#users.has(storedActiveId);
    if (!isNewcomer && !this.#seat.isPossibly(storedActiveId)) broken.push('somebody else is in the seat');
    return broken;
  }

  #of(id: UserId): PromisedUser {
    const user = this.#users.get(id);
    if (!user) throw new Error('Nobody was promised that user');
    return user;
  }
}

const promisedAs = (user: User): PromisedUser => ({
  email: user.profile.email ?? '',
  state: new Possible<State>(user.state),
  nickname: new Possible(user.nickname),
  hasLock: new Possible(user.state === 'authenticated' && user.hasWayToUnlock),
});

const brokenOf = (
  promised: PromisedUser,
  found: User | undefined,
  hasSession: boolean,
): readonly string[] => {
  const { email, state, nickname, hasLock } = promised;
  const broken: string[] = [];
  const foundState = found?.state ?? 'gone';
  if (!state.isPossibly(foundState)) broken.push(`${email} is ${foundState}, not ${state.all.join(' or ')}`);
  if ((state.isCertainly('loggedOut') || state.isCertainly('gone')) && hasSession)
    broken.push(`of ${email}, who is ${foundState}, a session is left`);
  if (found && !nickname.isPossibly(found.nickname)) broken.push(`${email} is called otherwise`);
  if (found?.state === 'authenticated' && !hasLock.isPossibly(found.hasWayToUnlock))
    broken.push(`the lock of ${email} is not as it was`);
  return broken;
};
