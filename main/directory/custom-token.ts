import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { IdentityClaim } from './account.ts';
import { identityDescription } from './identity-description.ts';
import { identitySubject } from './identity-subject.ts';
import type { Clock } from './ports.ts';

/** Whose JWTs are trusted. One algorithm and its key, so that no token chooses how it is checked. */
export interface CustomTokenTrust {
  readonly key:
    | { readonly algorithm: 'HS256'; readonly secret: Uint8Array }
    | { readonly algorithm: 'EdDSA'; readonly publicKey: KeyObject };
  /** Checked where given. */
  readonly audience?: string;
}

export type CheckedCustomToken =
  | { readonly kind: 'accepted'; readonly claim: IdentityClaim }
  /** No JWT, or one that names nobody. */
  | { readonly kind: 'malformed' }
  /** A JWT of somebody else, for somebody else, or of another time. */
  | { readonly kind: 'refused' };

/** Checks the JWTs (RFC 7519) of `custom-token`: algorithm, signature, `exp`, `nbf`, `sub`, and `aud` if asked for. */
export interface CustomTokens {
  check(token: string): Promise<CheckedCustomToken>;
}

/** The hash's length (RFC 7518, section 3.2). */
export const MIN_SECRET_BYTES = 32;

export function createCustomTokens({ key, audience }: CustomTokenTrust, clock: Clock): CustomTokens {
  if (key.algorithm === 'HS256' && key.secret.byteLength < MIN_SECRET_BYTES) {
    throw new RangeError(`The key of custom tokens must have at least ${MIN_SECRET_BYTES} bytes.`);
  }
  const verifier = key.algorithm === 'HS256' ? createSecretKey(key.secret) : key.publicKey;
  return {
    async check(token) {
      try {
        const { payload } = await jwtVerify(token, verifier, {
          algorithms: [key.algorithm],
          currentDate: new Date(clock()),
          requiredClaims: ['exp', 'sub'],
          ...(audience !== undefined && { audience }),
        });
        return claimIn(payload);
      } catch (cause) {
        const isMalformed = cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid;
        return { kind: isMalformed ? 'malformed' : 'refused' };
      }
    },
  };
}

function claimIn(payload: JWTPayload): CheckedCustomToken {
  const subject = identitySubject.safeParse(payload.sub);
  if (!subject.success) return { kind: 'malformed' };
  const claim = { provider: 'custom-token', subject: subject.data, ...identityDescription(payload) } as const;
  return { kind: 'accepted', claim };
}
