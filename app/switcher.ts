import type { AccountRequests } from './account-requests.ts';
import { Handover, type DeskRules } from './desk/handover.ts';
import { Locking } from './desk/locking.ts';
import type { Login } from './identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from './outcome.ts';
import type { Cancellation, JsonValue, Ports } from './ports.ts';
import { Admission, type Seated } from './sessions/admission.ts';
import { Departure } from './sessions/departure.ts';
import {
  LogIns,
  type Accompaniment,
  type CreateAccountRequest,
  type LogInRequest,
} from './sessions/log-ins.ts';
import { OwnRequests } from './sessions/own-requests.ts';
import { canProveAt } from './sessions/offered-services.ts';
import { RefreshedSessions } from './sessions/refreshed-sessions.ts';
import { SessionCare } from './sessions/session-care.ts';
import { Revoker } from './sessions/revoker.ts';
import { isSameSession, type Session } from './sessions/session.ts';
import { SessionKeeper, type SessionEvents } from './sessions/session-keeper.ts';
import { WebSessionEnds } from './sessions/web-session-ends.ts';
import { TokenDoor, type ActingUsers } from './sessions/token-door.ts';
import { FlaggedUsers } from './users/flagged-users.ts';
import type { IdentityColour } from './users/identity-colour.ts';
import { imported, strangersTo, type ImportedUser } from './users/imported-users.ts';
import { KeptRegistry } from './users/kept-registry.ts';
import type { RegistryListener } from './users/registry-event.ts';
import { Removal, type RemovalOptions } from './users/removal.ts';
import { moved, type ListPlace } from './users/reordering.ts';
import type { RestoredRegistry } from './users/restored-registry.ts';
import { SwitchLine } from './users/switch-line.ts';
import {
  isAnonymous,
  isLocked,
  type LogOutCause,
  type ServiceId,
  type User,
  type UserId,
} from './users/user.ts';
import * as transitions from './users/user-registry.ts';
import type { Succession, UserRegistry } from './users/user-registry.ts';

export interface SwitcherOptions {
  /** Who follows when the active user logs out or is removed by the person. */
  readonly succession: Succession;
  readonly rules: DeskRules;
}

const notOffered = fail({ code: 'conflict', with: 'notOffered' });

/** What a user is to somebody who holds its id. */
export type UserState = 'active' | 'inactive' | 'loggedOut' | 'removed';

/**
 * Hotseat's one stateful object: commands in, events out. Every command answers with an outcome and never
 * rejects for an expected failure; the transitions it makes are those of the multi-user model.
 */
export class Switcher {
  /** What users ask of their own services, with their own tokens. */
  readonly accounts: AccountRequests;
  /** For what leaves by another way than a call: workspaces and requests. Main only, and nothing of it stays. */
  readonly bearers: ActingUsers;
  /** Locks, what opens them, and whom the rules shut. */
  readonly locking: Locking;
  readonly #ports: Ports;
  readonly #options: SwitcherOptions;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #revoker: Revoker;
  readonly #handover: Handover;
  readonly #switches: SwitchLine;
  readonly #admission: Admission;
  readonly #departure: Departure;
  readonly #removal: Removal;
  readonly #webSessionEnds: WebSessionEnds;
  readonly #refreshed: RefreshedSessions;
  readonly #door: TokenDoor;
  readonly #logIns: LogIns;
  readonly #care: SessionCare;
  readonly #loggedOutByStart: readonly UserId[];
  readonly #unreachable = new FlaggedUsers();
  readonly #unreadable = new FlaggedUsers();
  #isClosed = false;

  constructor(ports: Ports, restored: RestoredRegistry, options: SwitcherOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#loggedOutByStart = restored.loggedOutByStart;
    this.#kept = new KeptRegistry(ports.registryStore, restored, ports.log);
    // Before anybody else hears of it.
    this.#kept.subscribe(({ users }) => this.locking.usersChanged(users));
    this.#revoker = new Revoker(ports, (id, isRevoked) => ports.receipts.revocationEnded(id, isRevoked));
    this.#webSessionEnds = new WebSessionEnds(ports.webSessions, ports.log);
    this.#sessions = new SessionKeeper(ports.vault, ports.clock, this.#sessionEvents());
    this.#refreshed = new RefreshedSessions(ports, this.#kept, this.#sessions);
    this.#door = new TokenDoor(ports.services, this.#kept, this.#sessions);
    this.bearers = this.#door;
    this.#care = new SessionCare(ports, this.#kept, this.#sessions, (userId) => this.#door.renew(userId));
    this.accounts = new OwnRequests(ports.services, this.#kept, this.#sessions, this.#door);
    this.#logIns = new LogIns(ports.services, this.#kept, {
      admit: (login, terms) => this.#admit(login, terms),
      switchTo: (userId) => this.switchTo(userId),
      refusalOfLeaving: (target) => this.#handover.refusalOfLeaving(target),
      giveBack: (serviceId, session) => void this.#revoke(serviceId, session),
    });
    this.#handover = new Handover({
      rules: options.rules,
      kept: this.#kept,
      canProveAtService: (serviceId) => canProveAt(ports.services, serviceId),
      noteEnd: (userId) => this.#webSessionEnds.note(userId),
      takeEndBack: (userId) => this.#webSessionEnds.takeBack(userId),
      endSession: (user) => void this.#departure.follow(user).then(() => this.#revoker.deliver()),
      remove: (userId) => void this.#remove([userId]),
    });
    this.#switches = new SwitchLine(this.#kept, this.#handover, ports.heardAll);
    const parts = [ports, this.#kept, this.#sessions, this.#revoker] as const;
    this.#departure = new Departure(...parts, this.#webSessionEnds);
    this.#admission = new Admission(...parts, this.#webSessionEnds, this.#handover);
    this.#removal = new Removal(...parts, restored);
    this.locking = new Locking({
      ports,
      kept: this.#kept,
      sessions: this.#sessions,
      door: this.#door,
      handover: this.#handover,
      departure: this.#departure,
      logOut: (userId) => this.logOut(userId),
      switchTo: (userId) => this.switchTo(userId),
    });
  }

  get registry(): UserRegistry {
    return this.#kept.current;
  }

  get activeUser(): User | undefined {
    const { activeId, users } = this.registry;
    return activeId === undefined ? undefined : users.get(activeId);
  }

  stateOf(userId: UserId): UserState {
    const user = this.registry.users.get(userId);
    if (!user) return 'removed';
    if (user.state === 'loggedOut') return 'loggedOut';
    return this.registry.activeId === userId ? 'active' : 'inactive';
  }

  /** Does this process hold the user's tokens in the clear? */
  isSessionOpen(userId: UserId): boolean {
    return this.#sessions.held(userId) !== undefined;
  }

  /** Did its service not answer, when it was last asked? */
  isUnreachable(userId: UserId): boolean {
    return this.#unreachable.has(userId) && this.#isIn(userId);
  }

  /** Is the user's session stored, but the key store did not open it when it was last needed? */
  isUnreadable(userId: UserId): boolean {
    return this.#unreadable.has(userId) && this.#isIn(userId);
  }

  /** Hears every step, or with `only` the steps that change that user. Returns the end of it. */
  subscribe(listener: RegistryListener, only?: UserId): () => void {
    return this.#kept.subscribe(listener, only);
  }

  /**
   * Logs in a new user or a known one. The user becomes active, unless the person has switched meanwhile: then
   * it is stored as Inactive (`seat`) and only to be offered. With `expectedUserId`, another identity is refused
   * with `identityMismatch`, and nothing changes.
   */
  logIn(request: LogInRequest, accompaniment: Accompaniment = {}): Promise<Outcome<Seated>> {
    return this.#logIns.logIn(request, accompaniment);
  }

  /** Creates an account at the service and logs it in. */
  createAccount(request: CreateAccountRequest, cancellation?: Cancellation): Promise<Outcome<Seated>> {
    return this.#logIns.createAccount(request, cancellation);
  }

  /**
   * Makes a signed-in user active. Bursts coalesce: the last one asked for wins, the ones before that have not
   * begun are answered `superseded`, and one durable write follows. Who leaves the seat by it is locked in the same
   * write, where the rule says so.
   */
  switchTo(userId: UserId): Promise<Outcome<void>> {
    return this.#switches.switchTo(userId);
  }

  /**
   * The tokens leave memory before this returns its promise, whatever the disk does; the disk and the service
   * follow. Whoever is not signed in is logged out already; the answer still waits until the disk knows. An
   * anonymous user is removed instead.
   */
  async logOut(userId: UserId, because?: LogOutCause): Promise<Outcome<void>> {
    const user = this.registry.users.get(userId);
    if (user?.state !== 'authenticated') return this.#kept.queue.run(() => this.#kept.save());
    // Who cannot come back is removed, locked or not: logging out is open to everybody at the desk.
    if (isAnonymous(user)) return this.#remove([userId]);
    const succession = because ? 'nobody' : this.#options.succession;
    const outcome = await this.#departure.byPerson(user, succession, because);
    this.#unflag(userId);
    void this.#revoker.deliver();
    return outcome;
  }

  /**
   * Removes everything this computer has of a user; the account at the service lives on. On a shared desk nobody
   * removes who is locked: `locked`.
   */
  remove(userId: UserId): Promise<Outcome<void>> {
    return this.#refusalOfRemoval([userId]) ?? this.#remove([userId]);
  }

  /** As many removals, together: whoever of them is gone already is no failure. `tell` hears how many are erased. */
  async removeTogether(userIds: readonly UserId[], tell?: (removed: number) => void): Promise<Outcome<void>> {
    const there = userIds.filter((id) => this.registry.users.has(id));
    if (there.length === 0) return done;
    return this.#refusalOfRemoval(there) ?? this.#remove(there, tell && { tell });
  }

  /** Was the user's removal begun, and is it not over? */
  isLeaving(userId: UserId): boolean {
    return this.#removal.isUnfinished(userId);
  }

  /** Removes every user. Goes on where something of one cannot be erased, and answers with that failure. */
  removeAll(tell: (removed: number, total: number) => void): Promise<Outcome<void>> {
    const all = this.registry.order;
    return this.removeTogether(all, (removed) => tell(removed, all.length));
  }

  /** Deletes the account at its service with the named user's own token, active or not, then removes the user. */
  async deleteAccount(userId: UserId): Promise<Outcome<void>> {
    let isDeleted = false;
    const outcome = await this.#door.asUser(userId, async ({ appServices }, token) => {
      if (!appServices) return notOffered;
      const deleted = await appServices.deleteAccount(token);
      isDeleted = deleted.ok;
      return deleted;
    });
    // The account is gone, even if the user has logged out here meanwhile.
    return isDeleted ? this.#remove([userId], { isAccountDeleted: true }) : outcome;
  }

  rename(userId: UserId, nickname: string | undefined): Promise<Outcome<void>> {
    return this.#kept.queue.run(() =>
      this.#kept.commit((registry) => transitions.renamed(registry, userId, nickname), [userId]),
    );
  }

  /** Without a colour, Hotseat’s own holds again. */
  chooseColour(userId: UserId, colour: IdentityColour | undefined): Promise<Outcome<void>> {
    return this.#kept.queue.run(() =>
      this.#kept.commit((registry) => transitions.recoloured(registry, userId, colour), [userId]),
    );
  }

  /** The person's own reordering of the list. */
  move(userId: UserId, place: ListPlace): Promise<Outcome<void>> {
    return this.#kept.queue.run(() => this.#kept.commit((registry) => moved(registry, userId, place)));
  }

  /**
   * Adds users that nobody has logged in, as Logged out. `choose` names them, `atMost` that many, as the registry is
   * when they are added. Answers with the ids of those who were.
   */
  async addLoggedOut(
    atMost: number,
    choose: (registry: UserRegistry) => readonly ImportedUser[],
  ): Promise<Outcome<readonly UserId[]>> {
    const { random, clock } = this.#ports;
    const ids = Array.from({ length: atMost }, () => random.newUserId());
    const nowMs = clock.nowMs();
    // Chosen once: somebody who is removed while this is written does not come back with it.
    let chosen: readonly ImportedUser[] | undefined;
    const added = await this.#kept.queue.run(() =>
      this.#kept.commit((registry) => {
        chosen ??= strangersTo(registry, choose(registry));
        return succeed(imported(registry, chosen, { ids, nowMs }));
      }, ids),
    );
    return added.ok ? succeed(ids.filter((id) => this.registry.users.has(id))) : added;
  }

  /** Policy: sessions may not be on disk any more. Those that are not open would have to be opened for it, so they end. */
  async keepSessionsInMemory(): Promise<void> {
    const unopened = await this.#refreshed.keepInMemory();
    for (const userId of unopened) void this.logOut(userId, 'sessionNotSaved');
  }

  /** Runs a function of the service as the named user, whoever is active. */
  callFunction(userId: UserId, name: string, args: readonly JsonValue[]): Promise<Outcome<JsonValue>> {
    return this.#door.asUser(userId, async ({ appServices }, token) =>
      appServices ? appServices.callFunction(token, name, args) : notOffered,
    );
  }

  /**
   * Makes what the start had to put right durable, finishes removals that were interrupted and delivers
   * revocations that wait; from then on sessions are looked after. Not on the start path.
   */
  async finishWhatWasLeft(): Promise<void> {
    await this.#removal.finish();
    for (const userId of this.#loggedOutByStart) await this.#webSessionEnds.note(userId);
    const saved = await this.#kept.queue.run(() => this.#kept.save());
    if (!saved.ok) this.#ports.log.warn('what was put right could not be saved', { code: saved.error.code });
    for (const userId of this.#webSessionEnds.due())
      await this.#kept.queue.run(() => this.#webSessionEnds.carryOut(userId));
    await this.#endSessionsKeptNowhere();
    await this.#refreshed.saveInMemory();
    if (!this.#isClosed) this.#care.begin();
    await this.#revoker.deliver();
    await this.#removal.giveUpLostRevocations();
  }

  /** The start has locked users without a PIN or passphrase: what the disk still has of their sessions goes. */
  async #endSessionsKeptNowhere(): Promise<void> {
    for (const user of this.registry.users.values())
      if (
        user.state === 'authenticated' &&
        user.sessionKept === 'nowhere' &&
        (await this.#ports.vault.has(user.id))
      )
        await this.#departure.follow(user);
  }

  /** Writes sessions that live in memory, for a key store that has appeared; what waits to be revoked opens too. */
  async saveSessionsInMemory(): Promise<void> {
    await this.#refreshed.saveInMemory();
    this.#care.keyStoreReturned();
    void this.#revoker.deliver();
  }

  /** The computer was asleep: what was due meanwhile is due now. */
  wake(): void {
    this.#care.wake();
    void this.#revoker.deliver();
  }

  /** Services that could not be reached are asked again. */
  networkReturned(): void {
    void this.#care.networkReturned(this.#unreachable.all());
    void this.#revoker.deliver();
  }

  /** Users whose workspaces are kept alive: their sessions are refreshed ahead of expiry, as the active user's is. */
  setLive(userIds: Iterable<UserId>): void {
    this.#care.setLive(userIds);
  }

  /** Will the user's session end soon, whatever is done for it but a login? */
  isEndingSoon(userId: UserId): boolean {
    return this.#care.isEndingSoon(userId);
  }

  /** Refuses logins that are still under way, and waits for what is being written and revoked. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#care.stop();
    this.#revoker.close();
    this.#admission.close();
    await this.#refreshed.saveInMemory();
    await this.#removal.close();
    await this.#kept.queue.idle();
    // One that was being stored may have turned out to be in memory only.
    await this.#refreshed.saveInMemory();
    await this.#revoker.deliver();
    await this.#kept.queue.idle();
  }

  #sessionEvents(): SessionEvents {
    return {
      ended: (userId, because) => void this.#endByItself(userId, because),
      refreshed: (userId, refresh) => void this.#refreshed.store(userId, refresh),
      arrivedLate: (userId, session, serviceId) => this.#revokeLate(userId, session, serviceId),
      changed: (userId, how) => this.#care.sessionChanged(userId, how),
      reached: (userId, isReached) => {
        if (!isReached) this.#care.noteUnreachable();
        this.#flag(this.#unreachable, userId, !isReached);
      },
      opened: (userId, isOpen) => this.#flag(this.#unreadable, userId, !isOpen),
    };
  }

  #flag(flags: FlaggedUsers, userId: UserId, isFlagged: boolean): void {
    if (flags.note(userId, isFlagged && this.#isIn(userId))) this.#kept.announce([userId]);
  }

  #isIn(userId: UserId): boolean {
    return this.registry.users.get(userId)?.state === 'authenticated';
  }

  async #remove(
    userIds: readonly UserId[],
    options: Pick<RemovalOptions, 'isAccountDeleted' | 'tell'> = {},
  ): Promise<Outcome<void>> {
    const { succession } = this.#options;
    const outcome = await this.#removal.remove(userIds, { succession, ...options });
    for (const userId of userIds) {
      if (this.registry.users.has(userId)) continue;
      this.#ports.unlocking.close(userId);
      this.#unflag(userId);
    }
    void this.#revoker.deliver();
    return outcome;
  }

  #refusalOfRemoval(userIds: readonly UserId[]): Promise<Outcome<void>> | undefined {
    const isRefused =
      this.#handover.isShared && userIds.some((userId) => isLocked(this.registry.users.get(userId)));
    return isRefused ? Promise.resolve(fail({ code: 'locked' })) : undefined;
  }

  #unflag(userId: UserId): void {
    this.#unreachable.note(userId, false);
    this.#unreadable.note(userId, false);
  }

  async #admit(login: Login, terms: Parameters<Admission['admit']>[1]): Promise<Outcome<Seated>> {
    const seated = await this.#kept.queue.run(() =>
      this.#admission.admit(login, terms, (userId, because) => void this.#endByItself(userId, because)),
    );
    if (seated.ok) {
      this.#flag(this.#unreachable, seated.value.userId, false);
      this.#flag(this.#unreadable, seated.value.userId, false);
    }
    void this.#revoker.deliver();
    return seated;
  }

  async #endByItself(userId: UserId, because: LogOutCause | undefined): Promise<void> {
    const user = this.registry.users.get(userId);
    if (user?.state !== 'authenticated' || this.#admission.replaces(userId, because)) return;
    const outcome = isAnonymous(user)
      ? await this.#removal.remove([userId], { succession: 'nobody', isByItself: true })
      : await this.#departure.byItself(user, because);
    if (!outcome.ok)
      this.#ports.log.warn('an ended session could not be erased', { code: outcome.error.code });
  }

  /** What came late is given back, unless the user's own session ends with it. */
  #revokeLate(userId: UserId, session: Session, serviceId: ServiceId): void {
    const held = this.#sessions.held(userId);
    if (!held || !isSameSession(held, session)) void this.#revoke(serviceId, session);
  }

  async #revoke(serviceId: ServiceId, session: Pick<Session, 'accessToken' | 'refreshToken'>): Promise<void> {
    await this.#kept.queue.run(() => this.#revoker.queue(serviceId, session));
    await this.#revoker.deliver();
  }
}
