import type { IdentityProvider } from '../../../app/identity/identity-provider.ts';
import { fail } from '../../../app/outcome.ts';
import type { Timers } from '../../../app/ports.ts';
import { logInByBrowser, type SystemBrowser } from './browser-log-in.ts';
import { logInByDeviceCode } from './device-log-in.ts';
import { createIssuerAccess, type IssuerAccessOptions } from './issuer-access.ts';
import { runLogIn } from './log-in-run.ts';
import { endSessionUrlOf, refreshSession, revokeToken } from './upkeep.ts';

/**
 * `clientSecret` is asked where the service has one, and answers undefined while it cannot be read. `clock` must be
 * the system's: openid-client compares claims with that.
 */
export interface OpenIdConnectOptions extends IssuerAccessOptions {
  readonly timers: Timers;
  readonly browser: SystemBrowser;
}

/** One OpenID Connect issuer (OpenID Connect Core 1.0), as a native app uses it (RFC 8252). */
export const createOpenIdConnectProvider = (options: OpenIdConnectOptions): IdentityProvider => {
  const { service, timers, browser, log } = options;
  const access = createIssuerAccess(options);
  return {
    logIn: (method, circumstances) => {
      const { kind } = method;
      const isOffered = (kind === 'browser' || kind === 'deviceCode') && service.ways.includes(kind);
      if (!isOffered) return Promise.resolve(fail({ code: 'conflict', with: 'notOffered' }));
      return runLogIn(circumstances, (run) =>
        kind === 'browser'
          ? logInByBrowser({ access, timers, browser, log }, circumstances, run)
          : logInByDeviceCode({ access, timers }, circumstances, run),
      );
    },
    apiOrigins: async () => service.apiOrigins,
    refresh: (session) => refreshSession(access, session),
    revoke: (token) => revokeToken({ access, log }, token),
    endSessionUrl: (user) => endSessionUrlOf(access, user),
  };
};
