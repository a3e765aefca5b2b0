import type { IdentityProvider } from '../identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from '../outcome.ts';
import type { Services } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import type { UserId } from '../users/user.ts';
import type { Session } from './session.ts';
import type { OwnService, SessionKeeper } from './session-keeper.ts';

/** The access tokens of users who may act, for what leaves by another way than a call of their provider. */
export interface BearerSource {
  /** Good now: refreshed where it has to be. */
  bearerOf(userId: UserId): Promise<Outcome<string>>;
  /** The service refused this token (401). */
  noteRejected(userId: UserId, accessToken: string): Promise<void>;
  /** The exact origins that the user's tokens may go to. */
  originsOf(userId: UserId): Promise<Outcome<readonly string[]>>;
}

/** Users as whom something may be asked of their own service, in ways that no call of their provider has. */
export interface ActingUsers extends BearerSource {
  /** Refreshed and repeated as calls are: once, where `call` fails with `authenticationRejected` (peer case T27). */
  asUser<T>(
    userId: UserId,
    call: (provider: IdentityProvider, accessToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>>;
  /** What keeps the user from acting just now. */
  refusalOf(userId: UserId): Refusal | undefined;
}

export type Refusal = {
  readonly ok: false;
  readonly error: { readonly code: 'userNotFound' | 'userLoggedOut' | 'locked' };
};

/** The one way to a user's tokens: only a user who may act, acts, and only at its own service. */
export class TokenDoor implements ActingUsers {
  readonly #services: Services;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;

  constructor(services: Services, kept: KeptRegistry, sessions: SessionKeeper) {
    this.#services = services;
    this.#kept = kept;
    this.#sessions = sessions;
  }

  asUser<T>(
    userId: UserId,
    call: (provider: IdentityProvider, accessToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#pass(userId, (service) =>
      this.#sessions.withAccessToken(userId, service, (token) => call(service.provider, token)),
    );
  }

  /** For calls that the protocol wants the refresh token for. */
  asHolder<T>(
    userId: UserId,
    call: (provider: IdentityProvider, refreshToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#pass(userId, (service) =>
      this.#sessions.withRefreshToken(userId, service, (token) => call(service.provider, token)),
    );
  }

  bearerOf(userId: UserId): Promise<Outcome<string>> {
    return this.#pass(userId, (service) => this.#sessions.accessToken(userId, service));
  }

  async noteRejected(userId: UserId, accessToken: string): Promise<void> {
    await this.#pass(userId, async (service) => {
      await this.#sessions.noteRejected(userId, service, accessToken);
      return done;
    });
  }

  originsOf(userId: UserId): Promise<Outcome<readonly string[]>> {
    return this.#pass(userId, async ({ provider }) => succeed(await provider.apiOrigins()));
  }

  renew(userId: UserId): Promise<Outcome<Session>> {
    return this.#pass(userId, (service) => this.#sessions.renew(userId, service));
  }

  refusalOf(userId: UserId): Refusal | undefined {
    const user = this.#kept.current.users.get(userId);
    if (!user) return { ok: false, error: { code: 'userNotFound' } };
    if (user.state === 'loggedOut') return { ok: false, error: { code: 'userLoggedOut' } };
    return user.isLocked ? { ok: false, error: { code: 'locked' } } : undefined;
  }

  /** Checked again when the answer comes: the user may have left meanwhile. */
  async #pass<T>(userId: UserId, act: (service: OwnService) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const refused = this.refusalOf(userId);
    if (refused) return refused;
    const serviceId = this.#kept.current.users.get(userId)?.serviceId;
    const provider = serviceId && this.#services.providerOf(serviceId);
    if (!provider) return fail({ code: 'serviceNotFound' });
    const outcome = await act({ id: serviceId, provider });
    return this.refusalOf(userId) ?? outcome;
  }
}
