import { z } from 'zod';
import type { JsonValue } from '../../ports.ts';
import { decodeBase64Url } from './base64url.ts';
import { parseJson } from './parsed-json.ts';
import { decodeUtf8 } from './utf8.ts';

const lengthLimit = 16_384;

const headerSchema = z.looseObject({ alg: z.string() });

/**
 * The claims of a signed JWT (RFC 7519), or undefined for what is not one. Nothing is verified: a client has no
 * key to verify with, and the service decides at every call.
 */
export const readJwtClaims = (token: string): JsonValue | undefined => {
  const parts = token.split('.');
  const [header, claims, signature] = parts;
  if (token.length > lengthLimit || parts.length !== 3 || !signature) return undefined;
  if (!decodeBase64Url(signature) || !headerSchema.safeParse(decodePart(header)).success) return undefined;
  return decodePart(claims);
};

const decodePart = (part: string | undefined): JsonValue | undefined => {
  const bytes = decodeBase64Url(part ?? '');
  const text = bytes && decodeUtf8(bytes);
  const parsed = parseJson(text ?? '');
  return parsed.kind === 'json' ? parsed.value : undefined;
};
