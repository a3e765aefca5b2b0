import type { Outcome } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import type { UserId } from '../users/user.ts';
import { EndingSessions } from './ending-sessions.ts';
import { HealthChecks } from './health-checks.ts';
import type { Session } from './session.ts';
import type { SessionEvents, SessionKeeper } from './session-keeper.ts';
import { SessionUpkeep } from './session-upkeep.ts';

/** All that is done for sessions without anybody asking. Nothing before `begin`, and nothing after `stop`. */
export class SessionCare {
  readonly #sessions: SessionKeeper;
  readonly #upkeep: SessionUpkeep;
  readonly #health: HealthChecks;
  readonly #ending: EndingSessions;
  readonly #renew: (userId: UserId) => Promise<Outcome<Session>>;
  #isRunning = false;
  #isAskingAgain = false;

  constructor(
    { clock, timers, random, connection }: Pick<Ports, 'clock' | 'timers' | 'random' | 'connection'>,
    kept: KeptRegistry,
    sessions: SessionKeeper,
    renew: (userId: UserId) => Promise<Outcome<Session>>,
  ) {
    this.#sessions = sessions;
    this.#renew = renew;
    const upkeep = new SessionUpkeep({ clock, timers, random, kept, sessions, renew });
    const isTended = (userId: UserId) => upkeep.isTended(userId);
    this.#upkeep = upkeep;
    this.#health = new HealthChecks({ clock, timers, random, connection, kept, isTended, renew });
    this.#ending = new EndingSessions({ clock, timers, kept });
    kept.subscribe(({ users }) => {
      this.#upkeep.usersChanged();
      this.#ending.usersChanged(users);
    });
  }

  begin(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#upkeep.begin();
    this.#health.begin();
    this.#ending.begin();
  }

  stop(): void {
    this.#isRunning = false;
    this.#upkeep.stop();
    this.#health.stop();
    this.#ending.stop();
  }

  setLive(userIds: Iterable<UserId>): void {
    this.#upkeep.setLive(userIds);
  }

  isEndingSoon(userId: UserId): boolean {
    return this.#ending.isSoon(userId);
  }

  wake(): void {
    this.#upkeep.planAnew();
    this.#ending.look();
  }

  /** Users whose requests found no service are asked for once more, one after another. */
  async networkReturned(unreachable: readonly UserId[]): Promise<void> {
    this.#upkeep.networkReturned();
    if (!this.#isRunning || this.#isAskingAgain) return;
    this.#isAskingAgain = true;
    for (const userId of unreachable)
      if (this.#isRunning && !this.#upkeep.isTryingAgain(userId)) await this.#renew(userId);
    this.#isAskingAgain = false;
  }

  keyStoreReturned(): void {
    this.#upkeep.planAnew();
  }

  readonly sessionChanged: SessionEvents['changed'] = (userId, how) => {
    const session = this.#sessions.held(userId);
    this.#upkeep.sessionChanged(userId, session);
    this.#ending.sessionChanged(userId, session);
    if (how === 'begun' || how === 'refreshed') this.#health.noteGood(userId);
    else if (how === 'ended') this.#health.noteGone(userId);
  };

  noteUnreachable(): void {
    this.#health.noteTrouble();
  }
}
