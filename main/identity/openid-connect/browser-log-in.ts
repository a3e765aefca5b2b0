import * as client from 'openid-client';
import type { Login, LogInCircumstances } from '../../../app/identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Log, Timers } from '../../../app/ports.ts';
import { authorizationRequestOf, createTies } from './authorization-request.ts';
import { openCallbackListener } from './callback-listener.ts';
import type { IssuerAccess } from './issuer-access.ts';
import { waysOf } from './issuer-metadata.ts';
import type { LogInRun } from './log-in-run.ts';
import { loginOfTokens } from './login-of-tokens.ts';
import type { TalkFailure } from './talk-failure.ts';

/** The program that shows the issuer's pages: the person's own browser, where they are signed in and have keys. */
export interface SystemBrowser {
  open(url: string): Promise<Outcome<void>>;
}

export interface BrowserLogInOptions {
  readonly access: IssuerAccess;
  readonly timers: Timers;
  readonly browser: SystemBrowser;
  readonly log: Log;
}

/** The time that a login can take, for an issuer's clock that was set meanwhile. */
const longestLogInSeconds = 600;

/** Authorization code with PKCE (RFC 7636) in the system browser, back over loopback (RFC 8252). */
export const logInByBrowser = async (
  { access, timers, browser, log }: BrowserLogInOptions,
  circumstances: LogInCircumstances,
  { signal, grants }: LogInRun,
): Promise<Outcome<Login>> => {
  const issuer = await access.find();
  if (!issuer.ok) return issuer;
  const { metadata } = issuer.value;
  const { service } = access;
  if (!waysOf(metadata).includes('browser')) return fail({ code: 'conflict', with: 'notOffered' });

  const openPage = async (url: string): Promise<void> => {
    const opened = await browser.open(url);
    // The person can still take the address elsewhere.
    if (!opened.ok) log.warn('the browser was not opened', { code: opened.error.code });
  };

  const ties = createTies();
  const listener = await openCallbackListener({
    state: ties.state,
    port: service.redirectPort,
    timers,
    signal,
  });
  if (!listener.ok) return listener;
  const { redirectUri, callback } = listener.value;
  const begunAtMs = access.issuerNowMs();
  const { parameters, isFreshProofAsked } = await authorizationRequestOf({
    metadata,
    scopes: service.scopes,
    redirectUri,
    ties,
    expected: circumstances.expected,
  });
  const page = await access.talk(issuer.value, async (config) =>
    Promise.resolve(client.buildAuthorizationUrl(config, parameters)),
  );
  if (!page.ok) return page;
  if (signal.aborted) return fail({ code: 'cancelled' });
  circumstances.onStep?.({ kind: 'browser', url: page.value.href });
  // Not waited for: some systems say that it is open when it is closed again.
  void openPage(page.value.href);

  const arrived = await callback;
  if (!arrived.ok) return arrived;
  /** `max_age` counts from the authentication; what it asks for is one since this login began. */
  const maxAge = (): number =>
    Math.min(Math.max(Math.ceil((access.issuerNowMs() - begunAtMs) / 1000), 0), longestLogInSeconds);
  const tokens = await access.talk(
    issuer.value,
    (config) =>
      client.authorizationCodeGrant(config, arrived.value.url, {
        pkceCodeVerifier: ties.verifier,
        expectedState: ties.state,
        expectedNonce: ties.nonce,
        idTokenExpected: true,
        ...(isFreshProofAsked ? { maxAge: maxAge() } : {}),
      }),
    { onGrant: (granted) => grants.receive(granted) },
  );
  const login = tokens.ok
    ? await loginOfTokens(tokens.value, issuer.value, access, isFreshProofAsked)
    : fail(rejectionOf(tokens) ?? tokens.error);
  arrived.value.show(login.ok ? 'signedIn' : 'notSignedIn');
  return login.ok ? succeed(login.value) : fail(login.error);
};

/** `access_denied`: the person or the issuer said no. `invalid_grant`: the code is not good, or not any more. */
const rejectionOf = ({ refusal }: TalkFailure) => {
  if (refusal === 'access_denied') return { code: 'authenticationRejected', because: 'denied' } as const;
  return refusal === 'invalid_grant' ? ({ code: 'authenticationRejected' } as const) : undefined;
};
