import type { AccountRequests, Registration } from '../account-requests.ts';
import { accountDetailsSchema, type AccountDetails } from '../contract/views.ts';
import type {
  ApiKey,
  AppServicesCalls,
  EmailPasswordRequest,
  LogInMethod,
} from '../identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Services } from '../ports.ts';
import type { KeptRegistry } from '../users/kept-registry.ts';
import { mayBeActive, type ServiceId, type UserId } from '../users/user.ts';
import { profileRefreshed } from '../users/user-registry.ts';
import { endOf } from './session.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { TokenDoor } from './token-door.ts';

const { customData: customDataSchema } = accountDetailsSchema.shape;

const notOffered = fail({ code: 'conflict', with: 'notOffered' });

/** What users ask of their own service, through the one door to their tokens. */
export class OwnRequests implements AccountRequests {
  readonly #services: Services;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;
  readonly #door: TokenDoor;

  constructor(services: Services, kept: KeptRegistry, sessions: SessionKeeper, door: TokenDoor) {
    this.#services = services;
    this.#kept = kept;
    this.#sessions = sessions;
    this.#door = door;
  }

  async details(userId: UserId): Promise<Outcome<AccountDetails>> {
    const user = this.#kept.current.users.get(userId);
    if (user && mayBeActive(user)) await this.#sessions.open(userId);
    return this.#detailsNow(userId);
  }

  async refreshProfile(userId: UserId): Promise<Outcome<AccountDetails>> {
    const user = this.#kept.current.users.get(userId);
    const provider = user && this.#services.providerOf(user.serviceId);
    if (provider && !provider.appServices) return notOffered;
    // Custom data come with the access token, so a new one is asked for first.
    const renewed = await this.#door.renew(userId);
    return renewed.ok ? this.#readProfile(userId) : renewed;
  }

  async linkIdentity(userId: UserId, method: LogInMethod): Promise<Outcome<AccountDetails>> {
    const generation = this.#sessions.generationOf(userId);
    const linked = await this.#asAppUser(userId, (calls, token) => calls.link(token, method));
    if (!linked.ok) return linked;
    this.#sessions.replaceAccessToken(userId, generation, linked.value);
    return this.#readProfile(userId);
  }

  listApiKeys(userId: UserId): Promise<Outcome<readonly ApiKey[]>> {
    return this.#asKeyOwner(userId, ({ apiKeys }, token) => apiKeys.list(token));
  }

  createApiKey(
    userId: UserId,
    name: string,
  ): Promise<Outcome<{ readonly apiKey: ApiKey; readonly key: string }>> {
    return this.#asKeyOwner(userId, ({ apiKeys }, token) => apiKeys.create(token, name));
  }

  setApiKeyEnabled(userId: UserId, keyId: string, isEnabled: boolean): Promise<Outcome<void>> {
    return this.#asKeyOwner(userId, ({ apiKeys }, token) => apiKeys.setEnabled(token, keyId, isEnabled));
  }

  deleteApiKey(userId: UserId, keyId: string): Promise<Outcome<void>> {
    return this.#asKeyOwner(userId, ({ apiKeys }, token) => apiKeys.delete(token, keyId));
  }

  async requestForEmail(
    serviceId: ServiceId,
    request: EmailPasswordRequest | Registration,
  ): Promise<Outcome<void>> {
    const provider = this.#services.providerOf(serviceId);
    if (!provider) return fail({ code: 'serviceNotFound' });
    if (!provider.appServices) return notOffered;
    return request.kind === 'register'
      ? provider.appServices.createAccount({ email: request.email, password: request.password })
      : provider.appServices.ask(request);
  }

  async endSessionUrl(userId: UserId): Promise<Outcome<string>> {
    const user = this.#kept.current.users.get(userId);
    if (!user) return fail({ code: 'userNotFound' });
    const provider = this.#services.providerOf(user.serviceId);
    if (!provider) return fail({ code: 'serviceNotFound' });
    return provider.endSessionUrl ? provider.endSessionUrl({ email: user.profile.email }) : notOffered;
  }

  async #readProfile(userId: UserId): Promise<Outcome<AccountDetails>> {
    const read = await this.#asAppUser(userId, (calls, token) => calls.profile(token));
    if (!read.ok) return read;
    const saved = await this.#kept.queue.run(() =>
      this.#kept.commit((registry) => profileRefreshed(registry, userId, read.value), [userId]),
    );
    return saved.ok ? this.#detailsNow(userId) : saved;
  }

  #detailsNow(userId: UserId): Outcome<AccountDetails> {
    const user = this.#kept.current.users.get(userId);
    if (!user) return fail({ code: 'userNotFound' });
    const session = mayBeActive(user) ? this.#sessions.held(userId) : undefined;
    const calls = this.#services.providerOf(user.serviceId)?.appServices;
    return succeed({
      subject: user.subject,
      identities: user.identities,
      customData: customDataSchema.safeParse(session && calls?.customDataOf(session.accessToken)).data,
      sessionEndsAtMs: session && endOf(session),
    });
  }

  #asAppUser<T>(
    userId: UserId,
    call: (calls: AppServicesCalls, accessToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#door.asUser(userId, async ({ appServices }, token) =>
      appServices ? call(appServices, token) : notOffered,
    );
  }

  #asKeyOwner<T>(
    userId: UserId,
    call: (calls: AppServicesCalls, refreshToken: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#door.asHolder(userId, async ({ appServices }, token) =>
      appServices ? call(appServices, token) : notOffered,
    );
  }
}
