/** A command that was asked, to be told how it ended; one that is never told may have been done or not. */
export interface Asked {
  done(): void;
  refused(): void;
}

/** What something may be found to be: what was answered, and what is asked and perhaps done. One command at a time. */
export class Possible<T> {
  #values: readonly T[];

  constructor(value: T) {
    this.#values = [value];
  }

  get all(): readonly T[] {
    return this.#values;
  }

  isPossibly(value: T): boolean {
    return this.#values.includes(value);
  }

  isCertainly(value: T): boolean {
    return this.#values.every((one) => one === value);
  }

  ask(become: (before: T) => T): Asked {
    const before = this.#values;
    const after = before.map(become);
    this.#values = [...before, ...after];
    return {
      done: () => (this.#values = after),
      refused: () => (this.#values = before),
    };
  }
}

export const all = (...parts: readonly Asked[]): Asked => ({
  done: () => parts.forEach((part) => part.done()),
  refused: () => parts.forEach((part) => part.refused()),
});
