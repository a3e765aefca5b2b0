/** Links as they arrive, whoever hands them over; those that come before anybody listens wait. */
export class LinkInbox {
  #listener: ((text: string) => void) | undefined;
  #waiting: readonly string[] = [];

  put(text: string): void {
    if (this.#listener) this.#listener(text);
    else this.#waiting = [...this.#waiting, text];
  }

  open(listener: (text: string) => void): void {
    this.#listener = listener;
    for (const text of this.#waiting) listener(text);
    this.#waiting = [];
  }
}
