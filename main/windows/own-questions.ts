/** Dialogs of the system that Hotseat has open: they are no windows of its own, so the system has the focus elsewhere. */
export class OwnQuestions {
  readonly #listeners = new Set<() => void>();
  #count = 0;

  get isOpen(): boolean {
    return this.#count > 0;
  }

  /** Hears of each that is closed. */
  onClosed(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async during<T>(ask: () => Promise<T>): Promise<T> {
    const close = this.open();
    try {
      return await ask();
    } finally {
      close();
    }
  }

  /** Returns its end. */
  open(): () => void {
    let isOver = false;
    this.#count += 1;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#count -= 1;
      for (const listener of this.#listeners) listener();
    };
  }
}
