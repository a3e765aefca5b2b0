import { createPublicKey } from 'node:crypto';
import { MIN_SECRET_BYTES } from './custom-token.ts';
import type { CustomTokenTrust } from './custom-token.ts';

export type ReadCustomTokenKey =
  | { readonly kind: 'key'; readonly key: CustomTokenTrust['key'] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * An Ed25519 public key as PEM, or any other bytes as they are, as a secret for HS256. A PEM of any other kind is
 * refused: a public key that is taken for a secret would let everybody sign.
 */
export function readCustomTokenKey(content: Buffer): ReadCustomTokenKey {
  if (content.includes('-----BEGIN')) return readPublicKey(content);
  return content.byteLength < MIN_SECRET_BYTES
    ? refused(`a secret for custom tokens has at least ${MIN_SECRET_BYTES} bytes`)
    : { kind: 'key', key: { algorithm: 'HS256', secret: content } };
}

function readPublicKey(pem: Buffer): ReadCustomTokenKey {
  const reason = 'the key for custom tokens is no Ed25519 public key';
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) return refused(reason);
  try {
    const publicKey = createPublicKey(pem);
    return publicKey.asymmetricKeyType === 'ed25519'
      ? { kind: 'key', key: { algorithm: 'EdDSA', publicKey } }
      : refused(reason);
  } catch {
    return refused(reason);
  }
}

function refused(reason: string): ReadCustomTokenKey {
  return { kind: 'refused', reason };
}
