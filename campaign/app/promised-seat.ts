import type { UserId } from '../../app/users/user.ts';
import type { Asked } from './possible.ts';

/** Who a command seats; `open`: whoever follows, or whoever logs in. */
type Target = UserId | 'open';

/** Who may be found in the hot seat, while several commands about it are under way at once. */
export class PromisedSeat {
  /** Undefined: anybody may. */
  #possible: ReadonlySet<UserId | undefined> | undefined;
  #underWay = 0;
  #asked = 0;

  constructor(...possible: readonly (UserId | undefined)[]) {
    this.#possible = new Set(possible);
  }

  isPossibly(id: UserId | undefined): boolean {
    return this.#possible?.has(id) ?? true;
  }

  /** Whoever asked alone is certain of the seat by the answer; of several at once, any may have it. */
  ask(target: Target): Asked {
    this.#asked += 1;
    const mark = this.#asked;
    const wasAlone = this.#underWay === 0;
    const before = this.#possible;
    this.#underWay += 1;
    this.#possible = target === 'open' || !before ? undefined : new Set([...before, target]);
    const isAlone = (): boolean => wasAlone && mark === this.#asked;
    return {
      done: () => {
        this.#underWay -= 1;
        if (isAlone() && target !== 'open') this.#possible = new Set([target]);
      },
      refused: () => {
        this.#underWay -= 1;
        if (isAlone()) this.#possible = before;
      },
    };
  }
}
