import { done, fail, type Outcome } from '../outcome.ts';
import type { Unlocking } from '../ports.ts';
import type { UserId } from '../users/user.ts';

/** What is on the disk of locks. */
export interface FakeLocks {
  readonly locks: Map<UserId, string>;
  readonly touchIds: Set<UserId>;
  /** What the person at the sensor says. */
  readonly fakeTouchId: () => Promise<boolean>;
}

/** Keys that are in memory; a process that has died has none. */
export class OpenKeys {
  readonly #open = new Set<UserId>();
  readonly #replaced = new Set<UserId>();

  /** How the session of a user is sealed now. */
  keyOf(userId: UserId, locks: ReadonlyMap<UserId, string>): 'none' | 'open' | 'away' {
    if (!locks.has(userId) || this.#replaced.has(userId)) return 'none';
    return this.#open.has(userId) ? 'open' : 'away';
  }

  /** Locks whose secrets stand in the clear in `locks`, as no real ones do, and a Touch ID that needs no finger. */
  unlocking(
    { locks, touchIds, fakeTouchId }: FakeLocks,
    write: (work: () => void) => Promise<Outcome<void>>,
    attempts = 10,
  ): Unlocking {
    const failed = new Map<UserId, number>();
    const forget = async (userId: UserId): Promise<Outcome<void>> => {
      this.#open.delete(userId);
      locks.delete(userId);
      touchIds.delete(userId);
      return done;
    };
    return {
      setUp: (userId, secret, { mayUseTouchId } = { mayUseTouchId: false }) =>
        write(() => {
          locks.set(userId, secret.text);
          if (mayUseTouchId) touchIds.add(userId);
          else touchIds.delete(userId);
          this.#open.add(userId);
        }),
      prove: async (userId, secret) => {
        const wanted = locks.get(userId);
        if (wanted === undefined) return fail({ code: 'unlockRefused', because: 'lost' });
        if (wanted === secret) {
          this.#open.add(userId);
          failed.delete(userId);
          return done;
        }
        failed.set(userId, (failed.get(userId) ?? 0) + 1);
        const attemptsLeft = attempts - (failed.get(userId) ?? 0);
        return fail({
          code: 'unlockRefused',
          because: attemptsLeft > 0 ? 'wrong' : 'tooOften',
          attemptsLeft,
        });
      },
      proveByTouchId: async (userId) => {
        const isYes = (await fakeTouchId()) && touchIds.has(userId);
        if (isYes) this.#open.add(userId);
        return isYes ? done : fail({ code: 'unlockRefused', because: 'notConfirmed' });
      },
      close: (userId) => this.#open.delete(userId),
      forget,
      replace: async (userId, meanwhile) => {
        this.#replaced.add(userId);
        const outcome = await meanwhile();
        this.#replaced.delete(userId);
        if (outcome.ok) await forget(userId);
        return outcome;
      },
    };
  }
}
