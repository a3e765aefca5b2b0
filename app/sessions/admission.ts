import type { Handover } from '../desk/handover.ts';
import type { Login } from '../identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Cancellation, Ports } from '../ports.ts';
import { plainName } from '../users/account-name.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import {
  isLocked,
  mayBeActive,
  type LogOutCause,
  type ServiceId,
  type User,
  type UserId,
} from '../users/user.ts';
import { arrived, findBySubject, type ArrivedUser } from '../users/user-registry.ts';
import { isOffered } from './offered-services.ts';
import type { Revoker } from './revoker.ts';
import { foreseenEnd, isSameSession, type Session } from './session.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { WebSessionEnds } from './web-session-ends.ts';

/** Who is in after a login; `inactive` when the person has switched meanwhile. */
export interface Seated {
  readonly userId: UserId;
  readonly seat: 'active' | 'inactive';
}

export interface AdmissionTerms {
  readonly serviceId: ServiceId;
  readonly expectedUserId?: UserId | undefined;
  /** The switch epoch when the login began. */
  readonly epoch: number;
  readonly cancellation?: Cancellation | undefined;
}

/** The user being let in, and whether its old session has ended by itself meanwhile. */
interface UnderWay {
  readonly userId: UserId;
  ended?: { readonly because: LogOutCause | undefined };
}

type AdmissionPorts = Pick<Ports, 'vault' | 'services' | 'unlocking' | 'random' | 'clock' | 'log'>;

/**
 * Lets a login that has succeeded at its service in: session first, then the registry, then memory, so that a
 * crash at any point leaves no half user. A login that is not let in is revoked.
 */
export class Admission {
  readonly #ports: AdmissionPorts;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #revoker: Revoker;
  readonly #webSessionEnds: WebSessionEnds;
  readonly #handover: Handover;
  #underWay: UnderWay | undefined;
  #isClosed = false;

  constructor(
    ports: AdmissionPorts,
    kept: KeptRegistry,
    sessions: SessionKeeper,
    revoker: Revoker,
    webSessionEnds: WebSessionEnds,
    handover: Handover,
  ) {
    this.#handover = handover;
    this.#ports = ports;
    this.#kept = kept;
    this.#sessions = sessions;
    this.#revoker = revoker;
    this.#webSessionEnds = webSessionEnds;
  }

  close(): void {
    this.#isClosed = true;
  }

  /**
   * Is a login of this user being let in? Then the end of its old session does not concern it: the new one is in
   * place of it, and only a login that fails leaves the old one to be ended.
   */
  replaces(userId: UserId, because: LogOutCause | undefined): boolean {
    if (this.#underWay?.userId !== userId) return false;
    this.#underWay.ended = { because };
    return true;
  }

  /** Call it inside the registry's queue. `ended` says that the old session of a login that failed has ended. */
  async admit(
    login: Login,
    terms: AdmissionTerms,
    ended: (userId: UserId, because: LogOutCause | undefined) => void,
  ): Promise<Outcome<Seated>> {
    const known = findBySubject(this.#kept.current, terms.serviceId, login.subject);
    const refusal = this.#refusal(login, known, terms);
    if (refusal) return this.#turnAway(login, terms, refusal);
    const userId = known?.id ?? login.newUserId ?? this.#ports.random.newUserId();
    const underWay: UnderWay = { userId };
    this.#underWay = underWay;
    // What becomes of the user from here on counts, before anything is waited for.
    const generation = this.#sessions.generationOf(userId);
    await this.#webSessionEnds.carryOut(userId);
    const seating = () => this.#seat(login, terms, { userId, known, generation });
    // What was there to unlock with opens what is no more, also where a start has logged the user out.
    const isShut = known !== undefined && !mayBeActive(known);
    const seated = await (isShut ? this.#ports.unlocking.replace(userId, seating) : seating());
    this.#underWay = undefined;
    if (!seated.ok && underWay.ended) ended(userId, underWay.ended.because);
    return seated;
  }

  async #seat(
    login: Login,
    terms: AdmissionTerms,
    { userId, known, generation }: { userId: UserId; known: User | undefined; generation: number },
  ): Promise<Outcome<Seated>> {
    const replaced = known ? await this.#storedSession(userId) : undefined;
    const written = await this.#ports.vault.write(userId, login.session);
    if (!written.ok) return this.#turnAway(login, terms, written);
    const arrival: ArrivedUser = {
      ...arrivalOf(login, terms.serviceId),
      sessionKept: written.value,
      sessionEnd: foreseenEnd(login.session, this.#ports.clock.nowMs(), undefined),
    };
    // Where only one may be signed in, whoever logs in has the seat.
    const seatUnder = (isExclusive: boolean): Seated['seat'] =>
      terms.epoch === this.#kept.epoch || isExclusive ? 'active' : 'inactive';
    const options = { newId: userId, nowMs: this.#ports.clock.nowMs() };
    let seated: Seated['seat'] = 'inactive';
    const committed = await this.#handover.seat(
      (registry, { shutter, isShared, isExclusive }) => {
        if (generation !== this.#sessions.generationOf(userId)) return fail({ code: 'cancelled' });
        // Locked meanwhile: this login has not answered for that.
        if (isLocked(registry.users.get(userId)) && !isLocked(known)) return fail({ code: 'locked' });
        seated = seatUnder(isExclusive);
        // Who would be left open beside somebody else, or at a desk that was locked, comes too late.
        if (isShared && seated === 'inactive') return fail({ code: 'superseded' });
        const activate = seated === 'active';
        return succeed(arrived(registry, arrival, { ...options, activate, shutter }).registry);
      },
      [userId],
    );
    if (!committed.ok) {
      // A newcomer that a start may find keeps the session until then: an account is there with it, or not at all.
      if (!known && this.#kept.isUnsure) {
        this.#kept.onceSure(async () => {
          await this.#restore(userId, undefined);
          await this.#revoker.queue(terms.serviceId, login.session);
        });
        return committed;
      }
      // A refresh may have brought newer tokens of the old session meanwhile.
      await this.#restore(userId, this.#sessions.held(userId) ?? replaced);
      return this.#turnAway(login, terms, committed);
    }
    const displaced = this.#sessions.begin(userId, login.session) ?? replaced;
    if (displaced && !isSameSession(displaced, login.session))
      await this.#revoker.queue(terms.serviceId, displaced);
    return succeed({ userId, seat: seated });
  }

  #refusal(login: Login, known: User | undefined, terms: AdmissionTerms): Outcome<never> | undefined {
    if (this.#isClosed || terms.cancellation?.aborted) return fail({ code: 'cancelled' });
    // It may have been removed, or moved, while the person was signing in.
    if (!isOffered(this.#ports.services, terms.serviceId)) return fail({ code: 'serviceNotFound' });
    if (!known && this.#hasLeft(login.newUserId)) return fail({ code: 'userNotFound' });
    const notWanted = this.#handover.refusalOfEntry({
      service: this.#ports.services.list().find(({ id }) => id === terms.serviceId),
      email: login.profile.email,
      isKnown: known !== undefined,
    });
    if (notWanted) return notWanted;
    // A browser that is still signed in, or a page that nobody can look behind, opens no lock.
    if (isLocked(known) && !login.isProvenNow) return fail({ code: 'locked' });
    const wouldRemove = this.#handover.refusalOfLeaving(known?.id);
    if (wouldRemove) return wouldRemove;
    if (terms.expectedUserId === undefined) return undefined;
    const expected = this.#kept.current.users.get(terms.expectedUserId);
    if (!expected) return fail({ code: 'userNotFound' });
    if (expected.id === known?.id) return undefined;
    const actual = login.profile.email ?? login.profile.name ?? login.subject;
    return fail({
      code: 'identityMismatch',
      expected: expected.profile.email ?? plainName(expected),
      actual,
    });
  }

  /** Whoever had this id was removed while the person was signing in: its tombstone would take the newcomer too. */
  #hasLeft(userId: UserId | undefined): boolean {
    return userId !== undefined && this.#sessions.generationOf(userId) > 0;
  }

  async #turnAway(
    login: Login,
    { serviceId }: AdmissionTerms,
    refusal: Outcome<never>,
  ): Promise<Outcome<never>> {
    await this.#revoker.queue(serviceId, login.session);
    return refusal;
  }

  /** The session that the new one replaces: in memory, or still in the vault (a log out may be waiting). */
  async #storedSession(userId: UserId): Promise<Session | undefined> {
    const held = this.#sessions.held(userId);
    if (held) return held;
    const stored = await this.#ports.vault.read(userId);
    return stored.kind === 'session' ? stored.session : undefined;
  }

  /** Who has left meanwhile is erased by that: what stood before is put back all the same. */
  async #restore(userId: UserId, replaced: Session | undefined): Promise<void> {
    const restored = replaced
      ? await this.#ports.vault.write(userId, replaced)
      : await this.#ports.vault.erase(userId);
    if (!restored.ok) this.#ports.log.warn('a login could not be taken back', { code: restored.error.code });
  }
}

/** Field by field: the tokens of a login never get near a user's record. */
const arrivalOf = (
  { subject, profile, identities, isAnonymous }: Login,
  serviceId: ServiceId,
): Omit<ArrivedUser, 'sessionKept' | 'sessionEnd'> => ({
  serviceId,
  subject,
  profile,
  identities,
  isAnonymous,
});
