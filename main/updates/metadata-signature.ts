import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Ed25519 (RFC 8032) has signatures of this length. */
const signatureBytes = 64;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/u;

/** An Ed25519 key as SPKI in base64; undefined for anything else. */
export const readPublicKey = (text: string): KeyObject | undefined => {
  if (!base64.test(text)) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Was that file signed by those who release Hotseat, under that very name? The name is signed too, so that what is
 * meant for one system is never taken for another's. scripts/release/signed-content.mjs signs the same.
 */
export const isSigned = (
  key: KeyObject,
  file: { readonly name: string; readonly content: Uint8Array },
  signature: string,
): boolean => {
  const text = signature.trim();
  if (!base64.test(text)) return false;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.byteLength !== signatureBytes) return false;
  const signed = Buffer.concat([Buffer.from(`hotseat-update\n${file.name}\n`), file.content]);
  return verify(undefined, signed, key, bytes);
};
