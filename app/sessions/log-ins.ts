import type {
  IdentityProvider,
  Login,
  LogInCircumstances,
  LogInMethod,
  NewAccount,
} from '../identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Cancellation, Services } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { isAnonymous, isLocked, type ServiceId, type User, type UserId } from '../users/user.ts';
import { findBySubject } from '../users/user-registry.ts';
import type { AdmissionTerms, Seated } from './admission.ts';
import { isOffered } from './offered-services.ts';
import type { Session } from './session.ts';

/** What goes along with a login while it is under way. */
export type Accompaniment = Pick<LogInCircumstances, 'cancellation' | 'onStep' | 'confirmed'>;

export interface LogInRequest {
  readonly serviceId: ServiceId;
  readonly method: LogInMethod;
  readonly expectedUserId?: UserId | undefined;
}

export interface CreateAccountRequest {
  readonly serviceId: ServiceId;
  readonly account: NewAccount;
}

/** What becomes of a login at its service. */
export interface LogInEnds {
  admit(login: Login, terms: AdmissionTerms): Promise<Outcome<Seated>>;
  switchTo(userId: UserId): Promise<Outcome<void>>;
  /** Nobody is asked for a password before it is known that they may be let in. */
  refusalOfLeaving(target?: UserId): Outcome<never> | undefined;
  giveBack(serviceId: ServiceId, session: Pick<Session, 'accessToken' | 'refreshToken'>): void;
}

/** Logins as far as their service: who is asked, for whom, and what is known of the expected user. */
export class LogIns {
  readonly #services: Services;
  readonly #kept: KeptRegistry;
  readonly #ends: LogInEnds;

  constructor(services: Services, kept: KeptRegistry, ends: LogInEnds) {
    this.#services = services;
    this.#kept = kept;
    this.#ends = ends;
  }

  async logIn(request: LogInRequest, accompaniment: Accompaniment): Promise<Outcome<Seated>> {
    const { serviceId, method, expectedUserId } = request;
    const expected = expectedUserId === undefined ? undefined : this.#userOf(expectedUserId);
    if (expectedUserId !== undefined && !expected) return fail({ code: 'userNotFound' });
    if (expected && expected.serviceId !== serviceId)
      return fail({ code: 'invalidInput', field: 'command', problem: 'malformed' });
    const reused = method.kind === 'anonymous' && method.isReused ? this.#anonymousOf(serviceId) : undefined;
    if (reused && (!expected || expected.id === reused.id)) {
      const switched = await this.#ends.switchTo(reused.id);
      return switched.ok ? succeed({ userId: reused.id, seat: 'active' }) : switched;
    }
    const refusal = this.#ends.refusalOfLeaving(expectedUserId);
    if (refusal) return refusal;
    const { epoch } = this.#kept;
    const provider = this.#providerOf(serviceId);
    if (!provider) return fail({ code: 'serviceNotFound' });
    const login = await provider.logIn(method, this.#circumstances(serviceId, accompaniment, expected));
    const { cancellation } = accompaniment;
    return login.ok
      ? this.#ends.admit(login.value, { serviceId, expectedUserId, epoch, cancellation })
      : login;
  }

  async createAccount(
    { serviceId, account }: CreateAccountRequest,
    cancellation: Cancellation | undefined,
  ): Promise<Outcome<Seated>> {
    const refusal = this.#ends.refusalOfLeaving();
    if (refusal) return refusal;
    const { epoch } = this.#kept;
    const provider = this.#providerOf(serviceId);
    if (!provider) return fail({ code: 'serviceNotFound' });
    if (!provider.appServices) return fail({ code: 'conflict', with: 'notOffered' });
    const created = await provider.appServices.createAccount(account, cancellation);
    if (!created.ok) return created;
    const { email, password } = account;
    const method: LogInMethod = { kind: 'emailPassword', email, password };
    const login = await provider.logIn(method, this.#circumstances(serviceId, { cancellation }));
    return login.ok ? this.#ends.admit(login.value, { serviceId, epoch, cancellation }) : login;
  }

  #circumstances(
    serviceId: ServiceId,
    { cancellation, onStep, confirmed }: Accompaniment,
    expected?: User,
  ): LogInCircumstances {
    return {
      cancellation,
      confirmed,
      userIdOf: (subject) => findBySubject(this.#kept.current, serviceId, subject)?.id,
      isLocked: (userId) => isLocked(this.#userOf(userId)),
      expected: expected && { subject: expected.subject, ...expected.profile },
      ...(onStep && { onStep }),
      giveBack: (session) => this.#ends.giveBack(serviceId, session),
    };
  }

  #providerOf(serviceId: ServiceId): IdentityProvider | undefined {
    return isOffered(this.#services, serviceId) ? this.#services.providerOf(serviceId) : undefined;
  }

  #anonymousOf(serviceId: ServiceId): User | undefined {
    for (const user of this.#kept.current.users.values())
      if (user.serviceId === serviceId && user.state === 'authenticated' && isAnonymous(user)) return user;
    return undefined;
  }

  #userOf(userId: UserId): User | undefined {
    return this.#kept.current.users.get(userId);
  }
}
