import * as client from 'openid-client';
import { z } from 'zod';
import type { Login } from '../../../app/identity/identity-provider.ts';
import { plainText } from '../../../app/identity/plain-text.ts';
import { fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Session } from '../../../app/sessions/session.ts';
import type { Profile } from '../../../app/users/user.ts';
import type { Issuer } from './discovery.ts';
import { clockToleranceSeconds, type IssuerAccess, type Talked } from './issuer-access.ts';

export type Tokens = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers;

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });

/**
 * What openid-client does not check of an id_token: `azp` where there is one audience (Core, section 3.1.3.7, 5), and
 * that it was not issued in the future (10 there; fault row D5).
 */
export const isMeantForUs = (claims: client.IDToken, access: IssuerAccess): boolean => {
  const isOurs = claims.azp === undefined || claims.azp === access.service.clientId;
  const latestMs = access.issuerNowMs() + clockToleranceSeconds * 1000;
  return isOurs && claims.iat * 1000 <= latestMs;
};

/**
 * A login of the tokens whose signature and claims openid-client has checked; asks for the profile if need be.
 * `isProvenNow`: the time of the person's proof was asked for and checked (Core, section 3.1.2.1, `max_age`).
 */
export const loginOfTokens = async (
  tokens: Tokens,
  issuer: Issuer,
  access: IssuerAccess,
  isProvenNow = false,
): Promise<Outcome<Login>> => {
  const claims = tokens.claims();
  if (!claims) return fail({ code: 'serverError', problem: 'otherProtocol' });
  if (!isMeantForUs(claims, access) || claims.sub.length > subjectLimit || claims.sub === '')
    return untrusted;
  const subject = claims.sub;
  const session = sessionOf(tokens, { nowMs: access.nowMs(), subject });
  const profile = await profileOf(claims, { issuer, access, accessToken: session.accessToken });
  if (!profile.ok) return profile;
  const identities = [{ id: subject, providerType: 'openid-connect' }];
  return succeed({ session, subject, profile: profile.value, identities, isAnonymous: false, isProvenNow });
};

/** Core, section 2, has 255; some issuers have more. */
const subjectLimit = 1024;

interface SessionContext {
  readonly nowMs: number;
  readonly subject?: string | undefined;
  /** What is refreshed: a refresh token that was not replaced goes on being good. */
  readonly previous?: Session | undefined;
}

export const sessionOf = (tokens: Tokens, { nowMs, subject, previous }: SessionContext): Session => {
  const refreshToken = tokens.refresh_token ?? previous?.refreshToken;
  const isKept = tokens.refresh_token === undefined || tokens.refresh_token === previous?.refreshToken;
  const refreshSeconds = refreshLifeSecondsOf(tokens);
  const refreshEndMs = refreshSeconds === undefined ? undefined : nowMs + refreshSeconds * 1000;
  return {
    accessToken: tokens.access_token,
    refreshToken,
    accessExpiresAtMs: tokens.expires_in === undefined ? undefined : nowMs + tokens.expires_in * 1000,
    refreshExpiresAtMs: refreshEndMs ?? (isKept ? previous?.refreshExpiresAtMs : undefined),
    subject: subject ?? previous?.subject,
  };
};

/** No standard has it. Keycloak says 0 of those without an end. */
const refreshLifeSecondsOf = (tokens: Tokens): number | undefined => {
  const seconds = tokens['refresh_expires_in'] ?? tokens['refresh_token_expires_in'];
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
};

const text = z.string().optional().catch(undefined);
const personSchema = z.object({
  name: text,
  given_name: text,
  family_name: text,
  preferred_username: text,
  email: text,
});

const nameLimit = 200;
const emailLimit = 320;

const readProfile = (claims: unknown): Profile => {
  const person = personSchema.parse(claims);
  const parts = [person.given_name, person.family_name].filter(Boolean).join(' ');
  return {
    email: plainText(person.email ?? '', emailLimit) || undefined,
    name: plainText(person.name || parts || person.preferred_username || '', nameLimit) || undefined,
  };
};

const profileOf = async (
  claims: client.IDToken,
  {
    issuer,
    access,
    accessToken,
  }: { readonly issuer: Issuer; readonly access: IssuerAccess; readonly accessToken: string },
): Promise<Talked<Profile>> => {
  const profile = readProfile(claims);
  const isSaid = profile.email !== undefined || profile.name !== undefined;
  if (isSaid || issuer.metadata.userinfo_endpoint === undefined) return succeed(profile);
  const answer = await access.talk(issuer, (config) => client.fetchUserInfo(config, accessToken, claims.sub));
  return answer.ok ? succeed(readProfile(answer.value)) : answer;
};
