/** Decides when what is awaited comes: a test releases the turns one by one, in any order it likes. */
export class Turns {
  #pending: (() => void)[] = [];

  readonly turn = (): Promise<void> => new Promise((resolve) => this.#pending.push(resolve));

  get count(): number {
    return this.#pending.length;
  }

  release(index: number): void {
    const [released] = this.#pending.splice(index % Math.max(1, this.#pending.length), 1);
    released?.();
  }

  /** The process dies: nothing that it awaited comes any more. */
  dropAll(): void {
    this.#pending = [];
  }
}
