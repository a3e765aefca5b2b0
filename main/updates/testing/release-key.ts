import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key pair as those who release Hotseat have one. */
export interface ReleaseKey {
  readonly publicKey: KeyObject;
  /** SPKI in base64, as builds carry it. */
  readonly publicText: string;
  sign(name: string, content: string): string;
}

export const releaseKey = (): ReleaseKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey,
    publicText: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (name, content) =>
      sign(undefined, Buffer.from(`hotseat-update\n${name}\n${content}`), privateKey).toString('base64'),
  };
};
