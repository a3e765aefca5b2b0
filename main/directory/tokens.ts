import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { UserData } from './account.ts';
import type { Clock, Random } from './ports.ts';
import { signingKeyBytes } from './signing-key-size.ts';

export type TokenType = 'access' | 'refresh';

/** App Services' own lifetimes: 30 minutes and 60 days. */
export const ACCESS_TOKEN_SECONDS = 30 * 60;
export const REFRESH_TOKEN_SECONDS = 60 * 24 * 60 * 60;

/** App Services' value for a client that has no device id; realm-web takes it as none. */
export const NO_DEVICE_ID = '000000000000000000000000';

export interface TokenSubject {
  readonly accountId: string;
  readonly sessionId: string;
}

export interface IssuedSubject extends TokenSubject {
  /** Custom data, for the claim `user_data` of an access token, where clients read it. */
  readonly userData?: UserData | undefined;
}

export type VerifiedToken =
  | { readonly kind: 'valid'; readonly subject: TokenSubject }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

/** Issues and checks the JWTs (RFC 7519) of the directory. */
export interface Tokens {
  issue(type: TokenType, subject: IssuedSubject): Promise<string>;
  /** A token of the other type is `invalid`: a refresh token opens nothing, an access token renews nothing. */
  verify(token: string, type: TokenType): Promise<VerifiedToken>;
}

export interface TokensOptions {
  /** 32 bytes, for HS256. */
  readonly signingKey: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
}

const ISSUER = 'hotseat-directory';
const ALGORITHM = 'HS256';
const LIFETIMES: Record<TokenType, number> = { access: ACCESS_TOKEN_SECONDS, refresh: REFRESH_TOKEN_SECONDS };

const claimsSchema = z.object({ sub: z.string(), sid: z.string(), typ: z.enum(['access', 'refresh']) });

export function createTokens({ signingKey, clock, random }: TokensOptions): Tokens {
  if (signingKey.byteLength !== signingKeyBytes) throw new RangeError('The signing key must have 32 bytes.');
  const key = createSecretKey(signingKey);
  return {
    async issue(type, { accountId, sessionId, userData }) {
      const issuedAt = Math.floor(clock() / 1000);
      const customData = type === 'access' && userData !== undefined && { user_data: userData };
      const device = { baas_id: sessionId, baas_device_id: NO_DEVICE_ID };
      return new SignJWT({ typ: type, sid: sessionId, ...device, ...customData })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(accountId)
        .setIssuer(ISSUER)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIMES[type])
        .setJti(Buffer.from(random(16)).toString('hex'))
        .sign(key);
    },
    async verify(token, type) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          currentDate: new Date(clock()),
          requiredClaims: ['exp', 'iat'],
        });
        const claims = claimsSchema.safeParse(payload);
        if (!claims.success || claims.data.typ !== type) return { kind: 'invalid' };
        return { kind: 'valid', subject: { accountId: claims.data.sub, sessionId: claims.data.sid } };
      } catch (cause) {
        return { kind: cause instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}
