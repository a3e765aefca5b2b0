import type { ErrorReport } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import { diagnosisReport, type DiagnosisFacts } from '../diagnosis/diagnosis-report.ts';
import { isAnonymous, isLocked, mayBeActive, type UserId } from '../users/user.ts';
import { plainName } from '../users/account-name.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { accountCalled, type ReferableAccount } from './account-reference.ts';
import type { Performing } from './performing.ts';
import { failureOf, type AccountLine, type TerminalAnswer, type TerminalStatus } from './terminal-answer.ts';
import type { TerminalCommand } from './terminal-commands.ts';

export interface TerminalDeskParts {
  readonly perform: Performing;
  readonly registry: () => UserRegistry;
  /** Names of an account and of its service, as they are on screen. */
  readonly namesOf: (userId: UserId) => { readonly account: string; readonly service: string };
  readonly diagnose: () => Promise<DiagnosisFacts>;
  readonly circumstances: () => Pick<TerminalStatus, 'version' | 'storage' | 'switching' | 'policy'>;
}

type Account = AccountLine & ReferableAccount;
type Did = Extract<TerminalAnswer, { kind: 'done' }>['did'];

/** Answers what a terminal asks, by the same rules as the window. */
export class TerminalDesk {
  readonly #parts: TerminalDeskParts;

  constructor(parts: TerminalDeskParts) {
    this.#parts = parts;
  }

  async answer(command: TerminalCommand): Promise<TerminalAnswer> {
    const { perform } = this.#parts;
    switch (command.kind) {
      case 'list':
        return { kind: 'accounts', accounts: this.#accounts().map(lineOf) };
      case 'whoami':
        return { kind: 'active', ...this.#shown(this.#activeId) };
      case 'status':
        return { kind: 'status', status: this.#status() };
      case 'diagnose':
        return {
          kind: 'diagnosis',
          report: diagnosisReport(await this.#parts.diagnose(), command),
        };
      case 'next':
      case 'previous':
        return this.#step(command.kind);
      case 'switch':
        return this.#about(command.account, ({ id }) => this.#switchTo(id, 'switched'));
      case 'lock':
        return this.#lock(command.account);
      case 'lockAll':
        return this.#lockAll();
      case 'login':
        return this.#logIn(command.account);
      case 'logout':
        return this.#about(command.account, (account) => this.#logOut(account, command.isConfirmed));
      case 'remove':
        return this.#about(command.account, (account) => this.#remove(account, command.isConfirmed));
      default:
        if (command.account !== undefined)
          return this.#about(command.account, ({ id }) => this.#switchTo(id, 'opened'));
        perform.openWindow();
        return { kind: 'done', did: 'opened' };
    }
  }

  get #activeId(): UserId | undefined {
    return this.#parts.registry().activeId;
  }

  async #about(
    reference: string,
    answer: (account: Account) => Promise<TerminalAnswer> | TerminalAnswer,
  ): Promise<TerminalAnswer> {
    const found = accountCalled(reference, this.#accounts());
    if (found.kind === 'unknown') return { kind: 'unknownAccount', reference };
    if (found.kind === 'ambiguous')
      return { kind: 'ambiguous', reference, candidates: found.candidates.map(lineOf) };
    return answer(found.account);
  }

  async #switchTo(userId: UserId, did: 'switched' | 'opened'): Promise<TerminalAnswer> {
    const { perform } = this.#parts;
    const user = this.#parts.registry().users.get(userId);
    // Opened in the window, where the person proves who they are.
    if (isLocked(user)) perform.openUnlock(userId);
    const outcome = await perform.switchTo(userId);
    if (outcome.ok && did === 'opened') perform.openWindow();
    return this.#done(did, outcome, userId);
  }

  async #step(direction: 'next' | 'previous'): Promise<TerminalAnswer> {
    const { order, users, activeId } = this.#parts.registry();
    const inOrder = direction === 'next' ? order : order.toReversed();
    const at = activeId === undefined ? -1 : inOrder.indexOf(activeId);
    const others = [...inOrder.slice(at + 1), ...inOrder.slice(0, Math.max(at, 0))];
    const userId = others.find((id) => mayBeActive(users.get(id)));
    if (userId === undefined) return { kind: 'nobody', to: 'switchTo' };
    return this.#switchTo(userId, 'switched');
  }

  #lock(reference: string | undefined): Promise<TerminalAnswer> | TerminalAnswer {
    if (reference !== undefined) return this.#about(reference, ({ id }) => this.#lockUser(id));
    const activeId = this.#activeId;
    return activeId === undefined ? { kind: 'nobody', to: 'lock' } : this.#lockUser(activeId);
  }

  async #lockUser(userId: UserId): Promise<TerminalAnswer> {
    const outcome = await this.#parts.perform.lock(userId);
    if (!outcome.ok) this.#offerLock(userId, outcome.error);
    return this.#done('locked', outcome, userId);
  }

  async #lockAll(): Promise<TerminalAnswer> {
    const outcome = await this.#parts.perform.lockAll();
    const activeId = this.#activeId;
    if (activeId !== undefined) {
      this.#parts.perform.openSetUpUnlocking(activeId);
      return { kind: 'failed', because: 'noWayToUnlock', ...this.#shown(activeId) };
    }
    return outcome.ok ? { kind: 'allLocked' } : { kind: 'failed', because: failureOf(outcome.error) };
  }

  #offerLock(userId: UserId, error: ErrorReport): void {
    if (failureOf(error) === 'noWayToUnlock') this.#parts.perform.openSetUpUnlocking(userId);
  }

  #logIn(reference: string | undefined): Promise<TerminalAnswer> | TerminalAnswer {
    const { perform, registry } = this.#parts;
    if (reference === undefined) {
      perform.openLogIn();
      return { kind: 'done', did: 'logInOpened' };
    }
    return this.#about(reference, ({ id }) => {
      if (isLocked(registry().users.get(id))) {
        perform.openUnlock(id);
        return { kind: 'failed', because: 'locked', ...this.#shown(id) };
      }
      perform.openLogIn(id);
      return { kind: 'done', did: 'logInOpened', ...this.#shown(id) };
    });
  }

  async #logOut(account: Account, isConfirmed: boolean): Promise<TerminalAnswer> {
    const user = this.#parts.registry().users.get(account.id);
    // Nobody can log in as an anonymous user again.
    if (user && isAnonymous(user) && !isConfirmed)
      return { kind: 'asksFirst', about: 'logOutAnonymous', account: lineOf(account) };
    return this.#done('loggedOut', await this.#parts.perform.logOut(account.id), account.id, account);
  }

  async #remove(account: Account, isConfirmed: boolean): Promise<TerminalAnswer> {
    if (!isConfirmed) return { kind: 'asksFirst', about: 'remove', account: lineOf(account) };
    return this.#done('removed', await this.#parts.perform.remove(account.id), account.id, account);
  }

  /** `before`: the account as it was, for one that is gone now. */
  #done(did: Did, outcome: Outcome<void>, userId: UserId, before?: Account): TerminalAnswer {
    const shown = this.#shown(userId, before);
    if (outcome.ok) return { kind: 'done', did, ...shown };
    return { kind: 'failed', because: failureOf(outcome.error), ...shown };
  }

  #shown(userId: UserId | undefined, before?: Account): { readonly account?: AccountLine } {
    const index = userId === undefined ? -1 : this.#parts.registry().order.indexOf(userId);
    if (userId === undefined || index === -1) return before ? { account: lineOf(before) } : {};
    const account = this.#accountAt(userId, index);
    return account ? { account: lineOf(account) } : {};
  }

  #status(): TerminalStatus {
    const { users } = this.#parts.registry();
    const all = [...users.values()];
    const { account } = this.#shown(this.#activeId);
    return {
      ...this.#parts.circumstances(),
      ...(account ? { active: account } : {}),
      accounts: all.length,
      locked: all.filter(isLocked).length,
      loggedOut: all.filter(({ state }) => state === 'loggedOut').length,
    };
  }

  #accounts(): readonly Account[] {
    return this.#parts.registry().order.flatMap((id, index) => this.#accountAt(id, index) ?? []);
  }

  #accountAt(userId: UserId, index: number): Account | undefined {
    const user = this.#parts.registry().users.get(userId);
    if (!user) return undefined;
    const { account, service } = this.#parts.namesOf(userId);
    return {
      number: index + 1,
      id: userId,
      name: account,
      plainName: plainName(user),
      ...(user.profile.email === undefined ? {} : { email: user.profile.email }),
      service,
      state: this.#stateOf(userId),
    };
  }

  #stateOf(userId: UserId): AccountLine['state'] {
    const { users, activeId } = this.#parts.registry();
    const user = users.get(userId);
    if (user?.state !== 'authenticated') return 'loggedOut';
    if (user.isLocked) return 'locked';
    return activeId === userId ? 'active' : 'inactive';
  }
}

const lineOf = ({ plainName: _plain, ...line }: Account): AccountLine => line;
