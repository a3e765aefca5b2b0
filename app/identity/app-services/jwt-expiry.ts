import { z } from 'zod';
import { readJwtClaims } from './jwt-claims.ts';

/** By the clock of whoever issued it. Both are absent where the token does not say. */
export interface JwtTimes {
  readonly expiresAtMs?: number | undefined;
  readonly issuedAtMs?: number | undefined;
}

export type JwtExpiry = ({ readonly kind: 'jwt' } & JwtTimes) | { readonly kind: 'malformed' };

/** The last second that a date can hold (ECMA-262, time values). */
const lastSecond = 8_640_000_000_000;

const second = z.number().nonnegative().max(lastSecond);
/** An odd `iat` is as good as none: it only helps to read `exp`. */
const claimsSchema = z.looseObject({ exp: second.optional(), iat: second.optional().catch(undefined) });

/** Reads `exp` and `iat` of a JWT (RFC 7519, section 4.1). They only say when to ask for a new token. */
export const readJwtExpiry = (token: string): JwtExpiry => {
  const read = claimsSchema.safeParse(readJwtClaims(token));
  if (!read.success) return { kind: 'malformed' };
  const { exp, iat } = read.data;
  return {
    kind: 'jwt',
    ...(exp === undefined ? {} : { expiresAtMs: Math.floor(exp * 1000) }),
    ...(iat === undefined ? {} : { issuedAtMs: Math.floor(iat * 1000) }),
  };
};
