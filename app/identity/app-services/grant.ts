import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Session } from '../../sessions/session.ts';
import { loginSchema, readAnswer, refreshTokenSchema } from './answers.ts';
import { wrongAnswer } from './error-mapping.ts';
import type { HttpResponse } from './http.ts';
import { readJwtExpiry } from './jwt-expiry.ts';
import { localExpiryOf } from './local-expiry.ts';

/** What a login has granted, before its profile is known. */
export interface Grant {
  readonly session: Session;
  readonly subject: string;
}

/** An access token with its end by this computer's clock; a malformed JWT is refused here (T38). */
export const readAccessToken = (
  token: string,
  response: HttpResponse,
  nowMs: number,
): Outcome<Pick<Session, 'accessToken' | 'accessExpiresAtMs'>> => {
  const expiry = readJwtExpiry(token);
  return expiry.kind === 'malformed'
    ? fail(wrongAnswer(response))
    : succeed({ accessToken: token, accessExpiresAtMs: localExpiryOf(expiry, response, nowMs) });
};

/** The tokens of a login that has just been answered. */
export const readGrant = (response: HttpResponse, nowMs: number): Outcome<Grant> => {
  const read = readAnswer(response, loginSchema);
  if (!read.ok) return read;
  const { access_token, refresh_token, user_id } = read.value;
  const access = readAccessToken(access_token, response, nowMs);
  if (!access.ok) return access;
  // Refresh tokens may be opaque.
  const expiry = readJwtExpiry(refresh_token);
  const refreshExpiresAtMs = expiry.kind === 'jwt' ? localExpiryOf(expiry, response, nowMs) : undefined;
  return succeed({
    session: { ...access.value, refreshToken: refresh_token, refreshExpiresAtMs },
    subject: user_id,
  });
};

/**
 * What ends the session that an answer granted, however wrong the rest of it is. Here only the refresh token
 * does, so the access token is left out where it is no token.
 */
export const readGivenBack = (
  response: HttpResponse,
): Pick<Session, 'accessToken' | 'refreshToken'> | undefined => {
  const read = readAnswer(response, refreshTokenSchema);
  if (!read.ok) return undefined;
  const login = readAnswer(response, loginSchema);
  return {
    accessToken: login.ok ? login.value.access_token : '',
    refreshToken: read.value.refresh_token,
  };
};
