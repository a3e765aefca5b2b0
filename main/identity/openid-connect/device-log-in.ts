import * as client from 'openid-client';
import type { Login, LogInCircumstances } from '../../../app/identity/identity-provider.ts';
import { plainText } from '../../../app/identity/plain-text.ts';
import { isSecureEnough } from '../../../app/identity/secure-origin.ts';
import { fail, type Outcome } from '../../../app/outcome.ts';
import type { Timers } from '../../../app/ports.ts';
import { poll } from './device-polling.ts';
import type { IssuerAccess } from './issuer-access.ts';
import { deviceGrant, waysOf } from './issuer-metadata.ts';
import type { LogInRun } from './log-in-run.ts';
import { loginOfTokens } from './login-of-tokens.ts';

export interface DeviceLogInOptions {
  readonly access: IssuerAccess;
  readonly timers: Timers;
}

const codeLimit = 64;
const longestLifeSeconds = 60 * 60;

/** Device authorization grant (RFC 8628): the person goes on with a browser anywhere. */
export const logInByDeviceCode = async (
  { access, timers }: DeviceLogInOptions,
  circumstances: LogInCircumstances,
  { signal, grants }: LogInRun,
): Promise<Outcome<Login>> => {
  const found = await access.find();
  if (!found.ok) return found;
  const issuer = found.value;
  if (!waysOf(issuer.metadata).includes('deviceCode')) return fail({ code: 'conflict', with: 'notOffered' });

  const scope = [...new Set(['openid', ...access.service.scopes])].join(' ');
  const begun = await access.talk(issuer, (config) => client.initiateDeviceAuthorization(config, { scope }));
  if (!begun.ok) return fail(begun.error);
  const { device_code, interval, verification_uri, verification_uri_complete } = begun.value;
  const userCode = plainText(begun.value.user_code, codeLimit);
  const pages = [verification_uri, ...(verification_uri_complete ? [verification_uri_complete] : [])];
  // They are opened in the browser (fault row D7).
  if (userCode === '' || !pages.every(isSecureEnough)) {
    return fail({ code: 'serverError', problem: 'untrusted' });
  }
  if (signal.aborted) return fail({ code: 'cancelled' });
  const lifeMs = Math.min(begun.value.expires_in, longestLifeSeconds) * 1000;
  circumstances.onStep?.({
    kind: 'deviceCode',
    userCode,
    verificationUrl: verification_uri,
    completeUrl: verification_uri_complete,
    expiresAtMs: access.nowMs() + lifeMs,
  });

  const tokens = await poll({
    ask: () =>
      access.talk(issuer, (config) => client.genericGrantRequest(config, deviceGrant, { device_code }), {
        onGrant: (granted) => grants.receive(granted),
      }),
    intervalSeconds: interval,
    lifeMs,
    timers,
    signal,
  });
  return tokens.ok ? loginOfTokens(tokens.value, issuer, access) : tokens;
};
