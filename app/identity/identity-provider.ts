import type { Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';
import type { Identity, Profile, UserId } from '../users/user.ts';
import type { Cancellation, JsonValue } from '../ports.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** How a person proves who they are. */
export type LogInMethod =
  | { readonly kind: 'emailPassword'; readonly email: string; readonly password: string }
  /** `isReused` (the default of the multi-user model): the anonymous user that is there, if there is one. */
  | { readonly kind: 'anonymous'; readonly isReused: boolean }
  | { readonly kind: 'apiKey'; readonly key: string }
  /** A JWT of another issuer that the service trusts. */
  | { readonly kind: 'customToken'; readonly token: string }
  /** Whatever the service's own log-in function expects. */
  | { readonly kind: 'customFunction'; readonly arguments: JsonObject }
  /** Authorization code with PKCE in the system browser (RFC 8252). */
  | { readonly kind: 'browser' }
  /** Device authorization grant (RFC 8628). */
  | { readonly kind: 'deviceCode' }
  /** A website, where the person says who they are: `name` is what they call the account. */
  | { readonly kind: 'website'; readonly name: string };

/** What a login under way waits for the person to do. */
export type LogInStep =
  /** The browser shows the issuer's page; `url` is that page, to open it again or elsewhere. */
  | { readonly kind: 'browser'; readonly url: string }
  | {
      readonly kind: 'deviceCode';
      readonly userCode: string;
      readonly verificationUrl: string;
      /** With the code in it, for a QR code. */
      readonly completeUrl?: string | undefined;
      readonly expiresAtMs: number;
    }
  /** The page of a website, in the workspace of the user to be. */
  | { readonly kind: 'page'; readonly workspaceId: UserId };

/** Who is logging in again, as the service knows them. */
export interface ExpectedPerson extends Pick<Profile, 'email' | 'name'> {
  readonly subject: string;
}

/** What surrounds one login. */
export interface LogInCircumstances {
  readonly cancellation?: Cancellation | undefined;
  /** Logging in again as this user: the service is asked for a fresh proof of that very person. */
  readonly expected?: ExpectedPerson | undefined;
  /** Resolves when the person says that they have done what the login waits for. */
  readonly confirmed?: Promise<void> | undefined;
  /** The user of this computer that has the subject, if there is one. */
  userIdOf?(subject: string): UserId | undefined;
  isLocked?(userId: UserId): boolean;
  onStep?(step: LogInStep): void;
  /** Takes a session that was granted to a login which then failed, to end it at the service. */
  giveBack(session: Pick<Session, 'accessToken' | 'refreshToken'>): void;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name?: string | undefined;
}

/** A login that has succeeded whole: tokens and profile. */
export interface Login {
  readonly session: Session;
  readonly subject: string;
  readonly profile: Profile;
  readonly identities: readonly Identity[];
  readonly isAnonymous: boolean;
  /**
   * Did the person prove who they are in this very login? Not so where a browser was signed in already and the
   * issuer does not say when, and on a page that tells nothing.
   */
  readonly isProvenNow: boolean;
  /** The id that a new user gets, where something is kept under it already. */
  readonly newUserId?: UserId | undefined;
}

/** What a service says of a user whose session it knows. */
export interface ServiceProfile {
  readonly profile: Profile;
  readonly identities: readonly Identity[];
  readonly isAnonymous: boolean;
}

/**
 * The port to one service. Every call fails with `authenticationRejected` when the service refuses the
 * credentials or token, `networkUnavailable` when no answer came, `serverError` for any other answer that
 * is not the promised one, `cancelled` when its cancellation was raised, `conflict` (`notOffered`) for a way to
 * log in that the service does not have. None stores anything.
 */
export interface IdentityProvider {
  logIn(method: LogInMethod, circumstances: LogInCircumstances): Promise<Outcome<Login>>;
  /**
   * New tokens, or the same session if it is still good where there is no refresh token.
   * `authenticationRejected` only when the service says that this session has ended.
   */
  refresh(session: Session): Promise<Outcome<Session>>;
  /** Ends the session at the service. Ending one that has ended is a success. */
  revoke(token: RevocableToken): Promise<Outcome<void>>;
  /** The exact origins that its accounts' access tokens may be sent to; never fails, offline it may be fewer. */
  apiOrigins(): Promise<readonly string[]>;
  /** What only the App Services protocol has. */
  readonly appServices?: AppServicesCalls | undefined;
  /** The address at which the issuer ends its own session in the browser; holds no token. */
  endSessionUrl?(user: { readonly email?: string | undefined }): Promise<Outcome<string>>;
}

/** The token whose revocation ends a session: the refresh token where there is one (RFC 7009, section 2.1). */
export type RevocableToken =
  | { readonly kind: 'refreshToken'; readonly token: string }
  | { readonly kind: 'accessToken'; readonly token: string };

/** Requests about an e-mail and password account that need nobody to be logged in. Carry no token. */
export type EmailPasswordRequest =
  | { readonly kind: 'confirm'; readonly token: string; readonly tokenId: string }
  | { readonly kind: 'sendConfirmation'; readonly email: string }
  | { readonly kind: 'callConfirmation'; readonly email: string }
  | { readonly kind: 'sendReset'; readonly email: string }
  | {
      readonly kind: 'reset';
      readonly token: string;
      readonly tokenId: string;
      readonly password: string;
    }
  | {
      readonly kind: 'callReset';
      readonly email: string;
      readonly password: string;
      readonly arguments: readonly JsonValue[];
    };

/** An API key of a user, without the key itself. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
}

/** The calls of the App Services protocol that a signed-in user, or somebody about to become one, can make. */
export interface AppServicesCalls {
  /** Also fails with `conflict` (`emailTaken`) and `invalidInput`. */
  createAccount(account: NewAccount, cancellation?: Cancellation): Promise<Outcome<void>>;
  ask(request: EmailPasswordRequest, cancellation?: Cancellation): Promise<Outcome<void>>;
  deleteAccount(accessToken: string): Promise<Outcome<void>>;
  callFunction(
    accessToken: string,
    name: string,
    args: readonly JsonValue[],
    cancellation?: Cancellation,
  ): Promise<Outcome<JsonValue>>;
  profile(accessToken: string): Promise<Outcome<ServiceProfile>>;
  /**
   * Adds a way in to the user of the token; the id stays. Answers the new access token. Fails with `conflict`
   * (`identityLinked`) when the identity belongs to somebody else.
   */
  link(
    accessToken: string,
    method: LogInMethod,
  ): Promise<Outcome<Pick<Session, 'accessToken' | 'accessExpiresAtMs'>>>;
  /** The protocol wants the refresh token for API keys. */
  readonly apiKeys: {
    list(refreshToken: string): Promise<Outcome<readonly ApiKey[]>>;
    /** The only answer that ever has the key. */
    create(
      refreshToken: string,
      name: string,
    ): Promise<Outcome<{ readonly apiKey: ApiKey; readonly key: string }>>;
    setEnabled(refreshToken: string, id: string, isEnabled: boolean): Promise<Outcome<void>>;
    delete(refreshToken: string, id: string): Promise<Outcome<void>>;
  };
  /** The user's custom data as the access token carries it (claim `user_data`). */
  customDataOf(accessToken: string): JsonObject | undefined;
}
