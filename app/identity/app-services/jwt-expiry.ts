import { z } from 'zod';
import { decodeBase64Url } from './base64url.ts';
import { parseJson } from './parsed-json.ts';

/** `expiresAtMs` is absent where the token does not say. */
export type JwtExpiry =
  { readonly kind: 'jwt'; readonly expiresAtMs?: number | undefined } | { readonly kind: 'malformed' };

const lengthLimit = 16_384;

/** The last second that a date can hold (ECMA-262, time values). */
const lastSecond = 8_640_000_000_000;

const headerSchema = z.looseObject({ alg: z.string() });
const claimsSchema = z.looseObject({ exp: z.number().nonnegative().max(lastSecond).optional() });

/**
 * Reads `exp` of a JWT (RFC 7519, section 4.1.4). Nothing is verified: a client has no key to verify with, and
 * the service decides at every call. So the expiry only says when to ask for a new token.
 */
export const readJwtExpiry = (token: string): JwtExpiry => {
  const parts = token.split('.');
  const [header, claims, signature] = parts;
  if (token.length > lengthLimit || parts.length !== 3 || !signature) return { kind: 'malformed' };
  if (!decodeBase64Url(signature)) return { kind: 'malformed' };
  if (!headerSchema.safeParse(decodePart(header)).success) return { kind: 'malformed' };
  const read = claimsSchema.safeParse(decodePart(claims));
  if (!read.success) return { kind: 'malformed' };
  const { exp } = read.data;
  return exp === undefined ? { kind: 'jwt' } : { kind: 'jwt', expiresAtMs: Math.floor(exp * 1000) };
};

const decodePart = (part: string | undefined): unknown => {
  const bytes = decodeBase64Url(part ?? '');
  if (!bytes) return undefined;
  // Byte by byte, not as UTF-8: whatever is not ASCII stands inside strings, and none of those is read.
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const parsed = parseJson(text);
  return parsed.kind === 'json' ? parsed.value : undefined;
};
