import type { Outcome } from '../outcome.ts';
import { diagnosisReport, type DiagnosisFacts } from '../diagnosis/diagnosis-report.ts';
import { isAnonymous, isLocked, mayBeActive, type User, type UserId } from '../users/user.ts';
import { plainName } from '../users/account-name.ts';
import type { Asking } from '../surfaces/asking.ts';
import type { UserRegistry } from '../users/user-registry.ts';
import { accountCalled, type ReferableAccount } from './account-reference.ts';
import { failureOf, type AccountLine, type TerminalAnswer, type TerminalStatus } from './terminal-answer.ts';
import type { TerminalCommand } from './terminal-commands.ts';

export interface TerminalDeskParts {
  readonly asking: Asking;
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
        this.#parts.asking.openWindow();
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
    const { asking } = this.#parts;
    const outcome = await asking.choose(userId);
    if (outcome.ok && did === 'opened') asking.openWindow();
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
    return this.#done('locked', await this.#parts.asking.performForUser('lock', userId), userId);
  }

  async #lockAll(): Promise<TerminalAnswer> {
    const outcome = await this.#parts.asking.perform('lockAll');
    if (outcome.ok) return { kind: 'allLocked' };
    return { kind: 'failed', because: failureOf(outcome.error), ...this.#shown(this.#activeId) };
  }

  async #logIn(reference: string | undefined): Promise<TerminalAnswer> {
    const { asking, registry } = this.#parts;
    if (reference === undefined) return this.#opened(await asking.perform('addAccount'));
    return this.#about(reference, async ({ id }) => {
      if (!isLocked(registry().users.get(id)))
        return this.#opened(await asking.performForUser('logInAgain', id), id);
      await asking.performForUser('unlock', id);
      return { kind: 'failed', because: 'locked', ...this.#shown(id) };
    });
  }

  #opened(outcome: Outcome<void>, userId?: UserId): TerminalAnswer {
    if (!outcome.ok) return { kind: 'failed', because: failureOf(outcome.error), ...this.#shown(userId) };
    return { kind: 'done', did: 'logInOpened', ...this.#shown(userId) };
  }

  async #logOut(account: Account, isConfirmed: boolean): Promise<TerminalAnswer> {
    const user = this.#parts.registry().users.get(account.id);
    // Nobody can log in as an anonymous user again.
    if (user && isAnonymous(user) && !isConfirmed)
      return { kind: 'asksFirst', about: 'logOutAnonymous', account: lineOf(account) };
    const outcome = await this.#parts.asking.performForUser('logOut', account.id, { isConfirmed });
    return this.#done('loggedOut', outcome, account.id, account);
  }

  async #remove(account: Account, isConfirmed: boolean): Promise<TerminalAnswer> {
    if (!isConfirmed) return { kind: 'asksFirst', about: 'remove', account: lineOf(account) };
    const outcome = await this.#parts.asking.performForUser('remove', account.id, { isConfirmed });
    return this.#done('removed', outcome, account.id, account);
  }

  /** `before`: the account as it was, for one that is gone now. */
  #done(did: Did, outcome: Outcome<void>, userId: UserId, before?: Account): TerminalAnswer {
    const shown = this.#shown(userId, before);
    if (outcome.ok) return { kind: 'done', did, ...shown };
    return { kind: 'failed', because: failureOf(outcome.error), ...shown };
  }

  #shown(userId: UserId | undefined, before?: Account): { readonly account?: AccountLine } {
    if (userId === undefined) return {};
    const index = this.#parts.registry().order.indexOf(userId);
    if (index === -1) return before ? { account: lineOf(before) } : {};
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
      email: user.profile.email,
      service,
      state: this.#stateOf(user),
    };
  }

  #stateOf(user: User): AccountLine['state'] {
    if (user.state !== 'authenticated') return 'loggedOut';
    if (user.isLocked) return 'locked';
    return this.#activeId === user.id ? 'active' : 'inactive';
  }
}

const lineOf = ({ plainName: _plain, ...line }: Account): AccountLine => line;
