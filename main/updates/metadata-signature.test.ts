import { expect, test } from 'vitest';
import { isSigned, readPublicKey } from './metadata-signature.ts';
import { releaseKey } from './testing/release-key.ts';

const key = releaseKey();
const name = 'latest-linux.yml';
const yaml = 'version: 1.2.0\n';
const file = { name, content: Buffer.from(yaml) };

test('takes the signature that the release’s script makes: the same vector is in its test', () => {
  // The public key of RFC 8032, 7.1, test 1.
  const rfcKey = readPublicKey('MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=');
  const signature =
    'hC5nDQDx8VZcEbuUT8exWhsGV0idxTaEEE1n2fMIOd33cFGHSvbTmc6fneI5KL4O7vb0R2e09PCDHCWQw3rgCg==';
  expect(rfcKey && isSigned(rfcKey, file, signature)).toBe(true);
});

test('a good signature is taken with and without an end of line', () => {
  expect(isSigned(key.publicKey, file, key.sign(name, yaml))).toBe(true);
  expect(isSigned(key.publicKey, file, `${key.sign(name, yaml)}\n`)).toBe(true);
});

test('any other byte of the file, any other name, and any other key is refused', () => {
  const signature = key.sign(name, yaml);
  for (let at = 0; at < file.content.length; at += 1) {
    const content = Buffer.from(file.content);
    content[at] = (content[at] ?? 0) ^ 1;
    expect(isSigned(key.publicKey, { name, content }, signature)).toBe(false);
  }
  expect(isSigned(key.publicKey, { name, content: Buffer.from(`${yaml} `) }, signature)).toBe(false);
  expect(isSigned(key.publicKey, { ...file, name: 'latest-mac.yml' }, signature)).toBe(false);
  expect(isSigned(releaseKey().publicKey, file, signature)).toBe(false);
});

test.each(['', ' ', 'AAAA', 'not base64 at all!', 'A'.repeat(86) + '==', '<html>', '\u0000'])(
  '%j is no signature',
  (signature) => {
    expect(isSigned(key.publicKey, file, signature)).toBe(false);
  },
);

test('only an Ed25519 key is a key', () => {
  expect(readPublicKey(key.publicText)?.asymmetricKeyType).toBe('ed25519');
  for (const text of ['', 'AAAA', '!', key.publicText.slice(4), `${key.publicText}\n${key.publicText}`])
    expect(readPublicKey(text)).toBeUndefined();
});
