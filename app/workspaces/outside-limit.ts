/** What leads a page's link out of Hotseat. `isAsked`: the person has just pressed something in that view. */
export interface WayOut {
  readonly atMs: number;
  readonly isAsked: boolean;
  /** Absent for mail. */
  readonly host?: string | undefined;
}

const limit = { windowMs: 10_000, asked: 5 };

/** Keeps a page from flooding the person with pages of the system browser: one for each view. */
export class OutsideLimit {
  #asked: readonly number[] = [];
  #lastUnaskedMs = Number.NEGATIVE_INFINITY;
  readonly #unaskedHosts = new Set<string>();

  /** Counts what it allows. A page that leaves by itself may do so once for each host; it never writes mail. */
  mayOpen({ atMs, isAsked, host }: WayOut): boolean {
    this.#asked = this.#asked.filter((openedMs) => atMs - openedMs < limit.windowMs);
    if (isAsked) {
      if (this.#asked.length >= limit.asked) return false;
      this.#asked = [...this.#asked, atMs];
      return true;
    }
    if (host === undefined || this.#unaskedHosts.has(host)) return false;
    if (atMs - this.#lastUnaskedMs < limit.windowMs) return false;
    this.#unaskedHosts.add(host);
    this.#lastUnaskedMs = atMs;
    return true;
  }
}
