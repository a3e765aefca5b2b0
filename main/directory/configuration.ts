import type { CustomTokenTrust } from './custom-token.ts';
import type { Outbox } from './outbox.ts';

/** `pending`: the person has to come back with the token that goes to the outbox. */
export type Verdict = 'success' | 'pending' | 'fail';

/** Who confirms that an e-mail address is its owner's. */
export type Confirmation =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'email' }
  | { readonly kind: 'function'; confirm(email: string): Verdict | Promise<Verdict> };

export interface ResetRequest {
  readonly email: string;
  /** As the client sent them: nothing is known about them. */
  readonly arguments: readonly unknown[];
}

/** Whom a log-in function has recognised. */
export interface CustomLogin {
  /** Unique among all whom the function knows; 1 to 256 characters. */
  readonly subject: string;
  readonly email?: string;
  readonly name?: string;
}

/** What whoever starts the directory decides. Embedded in Hotseat all of it is left out. */
export interface DirectoryConfiguration {
  /** `automatic` unless given. */
  readonly confirmation?: Confirmation;
  /** Tokens go nowhere unless given. */
  readonly outbox?: Outbox;
  /** Without it nobody logs in by `custom-token`. */
  readonly customTokens?: CustomTokenTrust;
  /** The function behind `reset/call`. */
  readonly resetPassword?: (request: ResetRequest) => Verdict | Promise<Verdict>;
  /** The function behind `custom-function`; undefined refuses. Its argument is any JSON object. */
  readonly logIn?: (
    credentials: Readonly<Record<string, unknown>>,
  ) => CustomLogin | undefined | Promise<CustomLogin | undefined>;
}
