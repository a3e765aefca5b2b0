import type { Outcome } from '../../app/outcome.ts';
import type { Tombstones, WebSessions } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';
import { within } from './within.ts';

export interface EndableWebSessions {
  endWebSession(userId: UserId): Promise<Outcome<void>>;
}

/** Ends web sessions at log out, with a mark on disk until it is done. */
export class WebSessionNotes implements WebSessions {
  readonly #marks: Tombstones;
  readonly #due: readonly UserId[];
  readonly #webSessions: EndableWebSessions;

  /** `marks` are empty files named by their users, as tombstones are; `due`, who has one from an earlier run. */
  constructor(
    { marks, due }: { readonly marks: Tombstones; readonly due: readonly UserId[] },
    webSessions: EndableWebSessions,
  ) {
    this.#marks = marks;
    this.#due = due;
    this.#webSessions = webSessions;
  }

  noted(): readonly UserId[] {
    return this.#due;
  }

  noteEnd(userId: UserId): Promise<Outcome<void>> {
    return this.#marks.raise([userId]);
  }

  takeEndBack(userId: UserId): Promise<Outcome<void>> {
    return this.#marks.lower([userId]);
  }

  async end(userId: UserId): Promise<Outcome<void>> {
    const ended = await within(() => this.#webSessions.endWebSession(userId));
    return ended.ok ? this.#marks.lower([userId]) : ended;
  }
}
