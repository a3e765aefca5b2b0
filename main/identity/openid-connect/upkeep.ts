import * as client from 'openid-client';
import type { RevocableToken } from '../../../app/identity/identity-provider.ts';
import { done, fail, succeed, type Outcome } from '../../../app/outcome.ts';
import type { Log } from '../../../app/ports.ts';
import type { Session } from '../../../app/sessions/session.ts';
import type { Issuer } from './discovery.ts';
import type { IssuerAccess } from './issuer-access.ts';
import { isMeantForUs, sessionOf } from './login-of-tokens.ts';
import type { TalkFailure } from './talk-failure.ts';

/**
 * New tokens for a session (RFC 6749, section 6). `invalid_grant` says that it has ended; some issuers refuse without
 * a word, and then it has ended if the access token is refused as well. A new id_token must
 * be about the same person (OpenID Connect Core, section 12.2).
 */
export const refreshSession = async (access: IssuerAccess, session: Session): Promise<Outcome<Session>> => {
  const { refreshToken } = session;
  const issuer = await access.find();
  if (!issuer.ok) return issuer;
  if (refreshToken === undefined) return askWhetherGood(access, issuer.value, session);
  const tokens = await access.talk(issuer.value, (config) => client.refreshTokenGrant(config, refreshToken), {
    mayGoUnverified: true,
  });
  if (!tokens.ok) {
    const hasEnded =
      tokens.refusal === 'invalid_grant' ||
      (isWordless(tokens) && (await isBad(access, issuer.value, session)));
    return fail(hasEnded ? { code: 'authenticationRejected' } : tokens.error);
  }
  const claims = tokens.value.claims();
  const isAboutUser = !claims || session.subject === undefined || claims.sub === session.subject;
  if (!isAboutUser || (claims && !isMeantForUs(claims, access))) {
    return fail({ code: 'serverError', problem: 'untrusted' });
  }
  return succeed(sessionOf(tokens.value, { nowMs: access.nowMs(), previous: session }));
};

/** The status of a refusal (RFC 6749, section 5.2), and not which one. */
const isWordless = ({ status, refusal }: TalkFailure): boolean => status === 400 && refusal === undefined;

/** The issuer must say so: that the token has run out by the clock here is why it was to be refreshed. */
const isBad = async (access: IssuerAccess, issuer: Issuer, session: Session): Promise<boolean> => {
  if (issuer.metadata.userinfo_endpoint === undefined) return false;
  const asked = await askWhetherGood(access, issuer, session);
  return !asked.ok && asked.error.code === 'authenticationRejected';
};

/** Where there is nothing to refresh with, the issuer says of whom the access token is, as long as it is good. */
const askWhetherGood = async (
  access: IssuerAccess,
  issuer: Issuer,
  session: Session,
): Promise<Outcome<Session>> => {
  const { accessToken, accessExpiresAtMs, subject = client.skipSubjectCheck } = session;
  if (issuer.metadata.userinfo_endpoint === undefined) {
    const isExpired = accessExpiresAtMs !== undefined && accessExpiresAtMs <= access.nowMs();
    return isExpired ? fail({ code: 'authenticationRejected' }) : succeed(session);
  }
  const answer = await access.talk(issuer, (config) => client.fetchUserInfo(config, accessToken, subject));
  if (answer.ok) return succeed(session);
  return fail(answer.status === 401 ? { code: 'authenticationRejected' } : answer.error);
};

/** What an issuer says of a token that it does not know: it has ended already. */
const endedAlready: ReadonlySet<string> = new Set(['invalid_token', 'invalid_grant']);

/** What an issuer says that does not revoke such a token, or for such a client (RFC 7009, sections 2.2.1 and 2.1). */
const refusedForGood: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_token_type',
]);

/**
 * Ends a session at the issuer (RFC 7009). Where the issuer does not offer that, or refuses it for good, there is
 * nothing more to do: it ends by itself.
 */
export const revokeToken = async (
  { access, log }: { readonly access: IssuerAccess; readonly log: Log },
  { kind, token }: RevocableToken,
): Promise<Outcome<void>> => {
  const issuer = await access.find();
  if (!issuer.ok) return issuer;
  if (issuer.value.metadata.revocation_endpoint === undefined) return done;
  const hint = kind === 'refreshToken' ? 'refresh_token' : 'access_token';
  const answer = await access.talk(issuer.value, (config) =>
    client.tokenRevocation(config, token, { token_type_hint: hint }),
  );
  if (answer.ok || endedAlready.has(answer.refusal ?? '')) return done;
  const { refusal = '', status, error } = answer;
  const isKnown = refusedForGood.has(refusal);
  // Some refuse a client that has no secret without a word; a secret that is wrong can be put right.
  const isForGood = access.service.hasClientSecret
    ? isKnown && refusal !== 'invalid_client'
    : isKnown || status === 401;
  if (!isForGood) return fail(error);
  log.warn('an issuer does not revoke a session for this client', {
    status,
    refusal: isKnown ? refusal : undefined,
  });
  return done;
};

/** RP-initiated logout 1.0, section 2: the person is asked there, since no token is in the address. */
export const endSessionUrlOf = async (
  access: IssuerAccess,
  { email }: { readonly email?: string | undefined },
): Promise<Outcome<string>> => {
  const issuer = await access.find();
  if (!issuer.ok) return issuer;
  if (issuer.value.metadata.end_session_endpoint === undefined) {
    return fail({ code: 'conflict', with: 'notOffered' });
  }
  const parameters = email === undefined ? undefined : { logout_hint: email };
  const page = await access.talk(issuer.value, async (config) =>
    Promise.resolve(client.buildEndSessionUrl(config, parameters ?? {})),
  );
  return page.ok ? succeed(page.value.href) : fail(page.error);
};
