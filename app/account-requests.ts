import type { AccountDetails } from './contract/views.ts';
import type { ApiKey, EmailPasswordRequest, LogInMethod } from './identity/identity-provider.ts';
import type { Outcome } from './outcome.ts';
import type { ServiceId, UserId } from './users/user.ts';

/** A new e-mail and password at a service, without logging in: about to be linked. */
export interface Registration {
  readonly kind: 'register';
  readonly email: string;
  readonly password: string;
}

/**
 * What a named user asks of its own service, with its own token, whoever is active. All fail with `conflict`
 * (`notOffered`) where the service does not have it.
 */
export interface AccountRequests {
  /** What is known without asking the service. */
  details(userId: UserId): Promise<Outcome<AccountDetails>>;
  /** Profile, identities and custom data as the service has them now. */
  refreshProfile(userId: UserId): Promise<Outcome<AccountDetails>>;
  /** Also fails with `conflict` (`identityLinked`) (peer cases T18, T19). */
  linkIdentity(userId: UserId, method: LogInMethod): Promise<Outcome<AccountDetails>>;
  listApiKeys(userId: UserId): Promise<Outcome<readonly ApiKey[]>>;
  createApiKey(
    userId: UserId,
    name: string,
  ): Promise<Outcome<{ readonly apiKey: ApiKey; readonly key: string }>>;
  setApiKeyEnabled(userId: UserId, keyId: string, isEnabled: boolean): Promise<Outcome<void>>;
  deleteApiKey(userId: UserId, keyId: string): Promise<Outcome<void>>;
  /** Needs nobody to be logged in, and carries no token. */
  requestForEmail(serviceId: ServiceId, request: EmailPasswordRequest | Registration): Promise<Outcome<void>>;
  /** Where the issuer ends its own session in the browser. */
  endSessionUrl(userId: UserId): Promise<Outcome<string>>;
}
