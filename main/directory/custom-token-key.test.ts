import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCustomTokenKey } from './custom-token-key.ts';

const pem = (type: 'spki' | 'pkcs8', pair: ReturnType<typeof pairs>) =>
  Buffer.from(
    type === 'spki'
      ? pair.publicKey.export({ type, format: 'pem' })
      : pair.privateKey.export({ type, format: 'pem' }),
  );

const pairs = (kind: 'ed25519' | 'rsa') =>
  kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');

describe('a key for custom tokens', () => {
  it('is an Ed25519 public key, or a secret', () => {
    expect(readCustomTokenKey(pem('spki', pairs('ed25519')))).toMatchObject({ key: { algorithm: 'EdDSA' } });
    expect(readCustomTokenKey(randomBytes(32))).toMatchObject({ key: { algorithm: 'HS256' } });
  });

  it.each([
    ['an RSA public key', pem('spki', pairs('rsa'))],
    ['a private key', pem('pkcs8', pairs('ed25519'))],
    ['a certificate', Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')],
    ['a broken public key', Buffer.from('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n')],
    ['both', Buffer.concat([pem('pkcs8', pairs('ed25519')), pem('spki', pairs('rsa'))])],
    ['a short secret', randomBytes(31)],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s: nothing public is taken for a secret', (_, content) => {
    expect(readCustomTokenKey(content).kind).toBe('refused');
  });
});
