import type { IdentityProvider } from '../../../app/identity/identity-provider.ts';
import type { OpenIdConnectService } from '../../../app/identity/service.ts';
import { fail, type Outcome } from '../../../app/outcome.ts';
import type { Clock, Log, Timers } from '../../../app/ports.ts';
import type { Fetch } from './fetch.ts';

export interface OpenIdConnectOptions {
  readonly service: OpenIdConnectService;
  /** Read when it is needed; undefined where it cannot be read now. Not asked for clients that have none. */
  readonly clientSecret: () => Promise<string | undefined>;
  readonly fetch: Fetch;
  /** The system's: claims are compared with the same one. */
  readonly clock: Clock;
  readonly timers: Timers;
  readonly browser: { open(url: string): Promise<Outcome<void>> };
  readonly log: Log;
}

/** One OpenID Connect issuer (OpenID Connect Core 1.0), as a native app uses it (RFC 8252). */
export const createOpenIdConnectProvider = (_options: OpenIdConnectOptions): IdentityProvider => ({
  logIn: () => Promise.resolve(fail({ code: 'conflict', with: 'notOffered' })),
  refresh: () => Promise.resolve(fail({ code: 'networkUnavailable' })),
  revoke: () => Promise.resolve(fail({ code: 'networkUnavailable' })),
});
