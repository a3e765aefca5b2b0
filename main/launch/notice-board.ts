import type { Notice } from '../../app/contract/views.ts';

/** Notices that the person has not read yet; each thing that happened stands there once. */
export class NoticeBoard {
  readonly #listeners = new Set<() => void>();
  #notices: readonly Notice[] = [];

  list(): readonly Notice[] {
    return this.#notices;
  }

  post(notices: Iterable<Omit<Notice, 'id'>>): void {
    const posted = new Map(this.#notices.map((notice) => [notice.id, notice]));
    for (const { kind, what } of notices)
      posted.set(`${kind}-${what}`, { id: `${kind}-${what}`, kind, what });
    this.#become([...posted.values()]);
  }

  dismiss(noticeId: string): void {
    this.#become(this.#notices.filter(({ id }) => id !== noticeId));
  }

  /** Returns the end of the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #become(notices: readonly Notice[]): void {
    if (notices.length === this.#notices.length) return;
    this.#notices = notices;
    for (const listener of Array.from(this.#listeners)) listener();
  }
}
