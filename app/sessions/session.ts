import { z } from 'zod';
import type { RevocableToken } from '../identity/identity-provider.ts';
import type { LogOutCause } from '../users/user.ts';

/** A user's tokens. Lives in the main process only; never cross a process boundary with one. */
export const sessionSchema = z.object({
  accessToken: z.string().min(1),
  /** Absent where the service grants none: then the session ends with its access token. */
  refreshToken: z.string().min(1).optional(),
  /** Milliseconds since the epoch by this computer's clock; absent where the service did not say. */
  accessExpiresAtMs: z.number().optional(),
  refreshExpiresAtMs: z.number().optional(),
  /** The service's id of the user, where an answer to a refresh must name it again (OpenID Connect Core, 12.2). */
  subject: z.string().min(1).optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** When the session ends by itself, whoever refreshes it; absent where that is not known. */
export const endOf = ({
  refreshToken,
  accessExpiresAtMs,
  refreshExpiresAtMs,
}: Session): number | undefined => (refreshToken === undefined ? accessExpiresAtMs : refreshExpiresAtMs);

/** An end that can be foreseen, and since when it counts as soon. */
export interface SessionEnd {
  readonly atMs: number;
  readonly soonFromMs: number;
}

const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;
const shortLifeShare = 0.1;

/**
 * The end of a session, as far as it can be foreseen. Soon is seven days ahead; for a session that lives no longer
 * than that as a whole, its last tenth, or it would always end soon. `known` is what was foreseen before: as long as
 * the end is the same, give or take a minute, the session is not taken for a younger one.
 */
export const foreseenEnd = (
  session: Session,
  nowMs: number,
  known: SessionEnd | undefined,
): SessionEnd | undefined => {
  const atMs = endOf(session);
  if (atMs === undefined) return undefined;
  if (known && Math.abs(known.atMs - atMs) < minuteMs) return known;
  const lifeMs = Math.max(0, atMs - nowMs);
  return { atMs, soonFromMs: atMs - (lifeMs > weekMs ? weekMs : lifeMs * shortLifeShare) };
};

/** The token whose revocation ends the session. */
export const revocableTokenOf = ({
  accessToken,
  refreshToken,
}: Pick<Session, 'accessToken' | 'refreshToken'>): RevocableToken =>
  refreshToken === undefined
    ? { kind: 'accessToken', token: accessToken }
    : { kind: 'refreshToken', token: refreshToken };

/** Taken for expired this long before it is, so that a token does not end on its way. */
const expiryMarginMs = 30_000;

export const isAccessFresh = (session: Session, nowMs: number): boolean =>
  session.accessExpiresAtMs === undefined || nowMs < session.accessExpiresAtMs - expiryMarginMs;

/**
 * New tokens as far as their expiry can be believed: one that comes with a token that has run out already is a
 * clock that is wrong, here or there. Then a refusal (401) says when to refresh, and nothing refreshes for ever.
 */
export const believed = (session: Session, nowMs: number): Session =>
  session.refreshToken !== undefined &&
  session.accessExpiresAtMs !== undefined &&
  session.accessExpiresAtMs <= nowMs
    ? { ...session, accessExpiresAtMs: undefined }
    : session;

/** Does ending the one at the service end the other too? */
export const isSameSession = (one: Session, other: Session): boolean =>
  revocableTokenOf(one).token === revocableTokenOf(other).token;

/** Why a service refused to refresh a session, as far as its own expiry tells. */
export const causeOfRefusal = (session: Session, nowMs: number): LogOutCause => {
  const endsAtMs = endOf(session);
  return endsAtMs !== undefined && endsAtMs <= nowMs ? 'sessionExpired' : 'sessionRevoked';
};
