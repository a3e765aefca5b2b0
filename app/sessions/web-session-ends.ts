import type { Log, WebSessions } from '../ports.ts';
import type { UserId } from '../users/user.ts';

/**
 * Signs the workspace of who logs out out as well. What cannot be done now keeps nobody from logging out: it is
 * noted, and done before that user's next login is let in, or at the next start.
 */
export class WebSessionEnds {
  readonly #webSessions: WebSessions;
  readonly #log: Log;
  readonly #due: Set<UserId>;

  constructor(webSessions: WebSessions, log: Log) {
    this.#webSessions = webSessions;
    this.#log = log;
    this.#due = new Set(webSessions.noted());
  }

  /** Call it before anything can save the log out. */
  async note(userId: UserId): Promise<void> {
    this.#due.add(userId);
    const noted = await this.#webSessions.noteEnd(userId);
    if (!noted.ok) this.#log.warn('the end of a web session could not be noted', { code: noted.error.code });
  }

  /** The log out did not come: what was noted for it is not due. */
  async takeBack(userId: UserId): Promise<void> {
    const takenBack = await this.#webSessions.takeEndBack(userId);
    if (takenBack.ok) this.#due.delete(userId);
  }

  /** Does what is due for the user. Call it inside the registry's queue. */
  async carryOut(userId: UserId): Promise<void> {
    if (!this.#due.has(userId)) return;
    const ended = await this.#webSessions.end(userId);
    if (ended.ok) this.#due.delete(userId);
    else this.#log.warn('a web session could not be ended', { code: ended.error.code });
  }

  /** Who still has something due. */
  due(): readonly UserId[] {
    return [...this.#due];
  }
}
