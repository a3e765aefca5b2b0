import type { WebsiteService } from '../../app/identity/service.ts';
import type { SignInPage } from '../../app/identity/website/website-provider.ts';
import type { Timers } from '../../app/ports.ts';
import type { UserId } from '../../app/users/user.ts';

/** Between the person's word and the user that comes of it lies a write to the disk, perhaps a locked key store. */
const arrivalWithinMs = 60_000;

/** What sign-ins on a page need of the web sessions. */
export interface SignInParts {
  /** Resolves when the site has set its cookie of a signed-in person, unless `stop` came first. */
  awaitCookie(userId: UserId, service: WebsiteService): { readonly set: Promise<void>; stop(): void };
  /** Nothing stays of a user who came to nothing. */
  eraseWebSession(userId: UserId): Promise<unknown>;
  /** A logged-out user stays as logged out as before. */
  endWebSession(userId: UserId): Promise<unknown>;
}

export interface SignInWorkspaces {
  begin(userId: UserId, service: WebsiteService): void;
  end(userId: UserId): void;
  isKnown(userId: UserId): boolean;
  maySignIn(userId: UserId): boolean;
}

/** Sign-ins on pages of websites: each in the web session of the user that comes of it, on the stage meanwhile. */
export class SignIns {
  readonly #parts: SignInParts;
  readonly #timers: Timers;
  readonly #workspaces: SignInWorkspaces;
  /** How many are under way for a user; the one begun last is last. */
  readonly #underWay = new Map<UserId, number>();
  /** Said to be signed in, and not users yet; ending each takes it back. */
  readonly #arriving = new Map<UserId, () => void>();
  #onStage: UserId | undefined;

  constructor(parts: SignInParts, timers: Timers, workspaces: SignInWorkspaces) {
    this.#parts = parts;
    this.#timers = timers;
    this.#workspaces = workspaces;
  }

  /** Whose page takes the stage from the active user's. */
  get onStage(): UserId | undefined {
    return this.#onStage;
  }

  isUnderWay(userId: UserId): boolean {
    return this.#underWay.has(userId);
  }

  open(userId: UserId, service: WebsiteService): SignInPage {
    const cookie = this.#parts.awaitCookie(userId, service);
    this.#underWay.set(userId, (this.#underWay.get(userId) ?? 0) + 1);
    this.#onStage = userId;
    this.#workspaces.begin(userId, service);
    let isOver = false;
    return {
      signedIn: cookie.set,
      close: (isKept) => {
        if (isOver) return;
        isOver = true;
        cookie.stop();
        if (isKept) this.#await(userId);
        else this.#end(userId);
      },
    };
  }

  /** The person went to another account: its page is what they want to see. Or the user has come of it. */
  registryChanged(activeId: UserId | undefined, isActiveChanged: boolean): void {
    for (const [userId, cancel] of this.#arriving)
      if (this.#workspaces.maySignIn(userId)) {
        cancel();
        this.#arriving.delete(userId);
        this.#leave(userId);
      }
    if (this.#onStage === undefined) return;
    if (this.#onStage === activeId || (isActiveChanged && activeId !== undefined)) this.#onStage = undefined;
  }

  /** The user is gone, and the page with them; what still comes of the sign-in is refused. */
  userRemoved(userId: UserId): void {
    this.#arriving.get(userId)?.();
    this.#arriving.delete(userId);
    this.#underWay.delete(userId);
    if (this.#onStage === userId) this.#onStage = undefined;
  }

  #await(userId: UserId): void {
    this.#arriving.get(userId)?.();
    if (this.#arriving.has(userId)) this.#leave(userId);
    const cancel = this.#timers.after(arrivalWithinMs, () => {
      this.#arriving.delete(userId);
      this.#end(userId);
    });
    this.#arriving.set(userId, cancel);
  }

  /** Answers whether no other sign-in of the user is under way. */
  #leave(userId: UserId): boolean {
    const left = (this.#underWay.get(userId) ?? 1) - 1;
    if (left > 0) this.#underWay.set(userId, left);
    else this.#underWay.delete(userId);
    return left <= 0;
  }

  #end(userId: UserId): void {
    if (!this.#leave(userId)) return;
    if (this.#onStage === userId) this.#onStage = undefined;
    this.#workspaces.end(userId);
    if (!this.#workspaces.isKnown(userId)) void this.#parts.eraseWebSession(userId);
    else if (!this.#workspaces.maySignIn(userId)) void this.#parts.endWebSession(userId);
  }
}
