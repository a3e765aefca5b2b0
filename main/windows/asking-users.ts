import type { Push } from '../../app/contract/views.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import {
  userCommands,
  type DeskState,
  type HowAsked,
  type UserCommand,
} from '../../app/surfaces/user-commands.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { UserId } from '../../app/users/user.ts';

export interface AskingUsersParts {
  readonly switcher: Pick<Switcher, 'registry' | 'switchTo' | 'logOut' | 'remove'> & {
    readonly locking: Pick<Switcher['locking'], 'lock' | 'lockAll'>;
  };
  readonly desk: () => DeskState;
  /** Has the window come up and ask the person. */
  readonly tell: (push: Push) => void;
}

/** What surfaces ask about accounts. What takes the person is asked in the window. */
export class AskingUsers {
  readonly #parts: AskingUsersParts;

  constructor(parts: AskingUsersParts) {
    this.#parts = parts;
  }

  async choose(userId: UserId): Promise<Outcome<void>> {
    const { switcher, tell } = this.#parts;
    const user = switcher.registry.users.get(userId);
    if (!user) return fail({ code: 'userNotFound' });
    if (user.state === 'loggedOut') {
      tell({ kind: 'logInAgain', userId });
      return fail({ code: 'userLoggedOut' });
    }
    if (user.isLocked) {
      tell({ kind: 'unlock', userId });
      return fail({ code: 'locked' });
    }
    return switcher.switchTo(userId);
  }

  async perform(command: UserCommand, userId: UserId, how?: HowAsked): Promise<Outcome<void>> {
    const { switcher, desk, tell } = this.#parts;
    const user = switcher.registry.users.get(userId);
    if (!user) return fail({ code: 'userNotFound' });
    const { effect, isEnabled } = userCommands[command];
    const wanted = effect(user, how);
    switch (wanted.kind) {
      case 'lock':
        return this.#lock(userId);
      case 'logOut':
        return switcher.logOut(userId);
      case 'remove':
        return switcher.remove(userId);
      default:
        if (!isEnabled(user, desk())) return fail({ code: 'deniedByPolicy' });
        tell({ kind: wanted.what, userId });
        return done;
    }
  }

  /** With nobody active there is nobody to lock. */
  async lockActive(): Promise<Outcome<void>> {
    const { activeId } = this.#parts.switcher.registry;
    return activeId === undefined ? done : this.#lock(activeId);
  }

  /** All who can be locked; fails where the active user is not among them. */
  async lockAll(): Promise<Outcome<void>> {
    const { switcher, tell } = this.#parts;
    const outcome = await switcher.locking.lockAll();
    const { activeId } = switcher.registry;
    if (activeId === undefined) return outcome;
    tell({ kind: 'setUpUnlocking', userId: activeId });
    return fail({ code: 'conflict', with: 'noWayToUnlock' });
  }

  /** Where there is nothing to unlock with, the window offers to set that up. */
  async #lock(userId: UserId): Promise<Outcome<void>> {
    const outcome = await this.#parts.switcher.locking.lock(userId);
    if (!outcome.ok && isWithoutWay(outcome.error)) this.#parts.tell({ kind: 'setUpUnlocking', userId });
    return outcome;
  }
}

const isWithoutWay = (error: ErrorReport): boolean =>
  error.code === 'conflict' && error.with === 'noWayToUnlock';

/** Of these failures the window has told already, or there is nothing to tell. */
export const isAnswered = (error: ErrorReport): boolean =>
  error.code === 'superseded' ||
  error.code === 'locked' ||
  error.code === 'userLoggedOut' ||
  error.code === 'userNotFound' ||
  isWithoutWay(error);
