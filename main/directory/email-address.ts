/** An address as its owner wrote it, and the key under which it is unique. */
export interface EmailAddress {
  readonly text: string;
  readonly key: string;
}

export type ParsedEmailAddress =
  | { readonly kind: 'valid'; readonly email: EmailAddress }
  | { readonly kind: 'invalid'; readonly error: string };

const MAX_LENGTH = 254;

/**
 * Characters that cannot be seen or change how others are seen: controls, zero-width and bidi marks, every kind
 * of space, fillers. U+2800 is a blank that Unicode counts as a symbol.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

const SHAPE = /^[^@]+@[^@.]+(?:\.[^@.]+)*$/u;

const normalise = (raw: string): string => raw.trim().normalize('NFC');

/** The key of any text, address or not: trimmed, NFC, without case. */
export function emailKey(raw: string): string {
  return normalise(raw).toLowerCase().normalize('NFC');
}

/**
 * Accepts `local@domain` of at most 254 characters (RFC 5321, section 4.5.3.1.3), local parts in any script
 * (RFC 6531). Refuses unseen characters and look-alikes of `@`, which would let two accounts read the same.
 */
export function parseEmailAddress(raw: string): ParsedEmailAddress {
  const text = normalise(raw);
  if (text.length > MAX_LENGTH) return invalid(`email must be at most ${MAX_LENGTH} characters`);
  if (UNSEEN.test(text)) return invalid('email must not contain spaces, invisible or control characters');
  const hasOneAt = text.normalize('NFKC').split('@').length === 2;
  if (!hasOneAt || !SHAPE.test(text)) return invalid('email must be an address like name@example.com');
  return { kind: 'valid', email: { text, key: emailKey(text) } };
}

function invalid(error: string): ParsedEmailAddress {
  return { kind: 'invalid', error };
}
