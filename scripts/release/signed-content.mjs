import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { Stop } from '../script.mjs';

/**
 * Reads an Ed25519 private key.
 * @param {string} pem
 */
export function readPrivateKey(pem) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Nothing of it is told: it may be a key in another form.
  }
  throw new Stop('That is no Ed25519 private key in PEM.');
}

/**
 * The public half as builds carry it: SPKI in base64.
 * @param {import('node:crypto').KeyObject} privateKey
 */
export const publicKeyOf = (privateKey) =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');

/**
 * The detached signature of a file under its name, as main/updates/metadata-signature.ts takes it.
 * @param {import('node:crypto').KeyObject} privateKey
 * @param {string} name
 * @param {Uint8Array} content
 */
export const signatureOf = (privateKey, name, content) =>
  sign(null, Buffer.concat([Buffer.from(`hotseat-update\n${name}\n`), content]), privateKey).toString(
    'base64',
  );
