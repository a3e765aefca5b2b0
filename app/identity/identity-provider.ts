import type { Outcome } from '../outcome.ts';
import type { Session } from '../sessions/session.ts';
import type { Identity, Profile } from '../users/user.ts';
import type { Cancellation, JsonValue } from '../ports.ts';

/** How a person proves who they are. */
export type LogInMethod =
  | { readonly kind: 'emailPassword'; readonly email: string; readonly password: string }
  /** `isReused` (the default of the multi-user model): the anonymous user that is there, if there is one. */
  | { readonly kind: 'anonymous'; readonly isReused: boolean };

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
}

/**
 * The port to one service. Every call fails with `authenticationRejected` when the service refuses the
 * credentials or token (401), `networkUnavailable` when no answer came, `serverError` for any other answer that
 * is not the promised one, `cancelled` when its cancellation was raised. None stores anything.
 */
export interface IdentityProvider {
  logIn(method: LogInMethod, cancellation?: Cancellation): Promise<Outcome<Login>>;
  /** Also fails with `conflict` (`emailTaken`) and `invalidInput`. */
  createAccount(account: NewAccount, cancellation?: Cancellation): Promise<Outcome<void>>;
  refresh(session: Session): Promise<Outcome<Session>>;
  /** Ends the session at the service. Ending one that has ended is a success. */
  revoke(refreshToken: string): Promise<Outcome<void>>;
  deleteAccount(accessToken: string): Promise<Outcome<void>>;
  callFunction(accessToken: string, name: string, args: readonly JsonValue[]): Promise<Outcome<JsonValue>>;
}
