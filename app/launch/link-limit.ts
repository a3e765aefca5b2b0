const limit = { windowMs: 60_000, count: 3 };

/** Keeps links from being a nuisance: three in a minute are heard, and the others nobody is told of. */
export class LinkLimit {
  #heard: readonly number[] = [];

  /** Counts what it allows. `atMs` never goes back. */
  mayBeHeard(atMs: number): boolean {
    this.#heard = this.#heard.filter((heardMs) => atMs - heardMs < limit.windowMs);
    if (this.#heard.length >= limit.count) return false;
    this.#heard = [...this.#heard, atMs];
    return true;
  }
}
