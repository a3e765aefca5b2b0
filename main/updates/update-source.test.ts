import { expect, test } from 'vitest';
import { releaseKey } from './testing/release-key.ts';
import { updateSourceIn } from './update-source.ts';

const { publicText: publicKey } = releaseKey();
const source = (updates: unknown, mayBeLocal = false) =>
  updateSourceIn(JSON.stringify({ name: 'hotseat', updates }), { mayBeLocal })?.url;

test('a build with an address and a key may update itself', () => {
  expect(source({ url: 'https://releases.example.org/hotseat', publicKey })).toBe(
    'https://releases.example.org/hotseat/',
  );
});

test('a build without either, or with something else, may not', () => {
  for (const updates of [
    undefined,
    {},
    { url: 'https://releases.example.org/' },
    { url: 'https://releases.example.org/', publicKey: 'AAAA' },
    { url: 'ftp://releases.example.org/', publicKey },
    { url: 'https://ada@releases.example.org/', publicKey },
    { url: 'https://releases.example.org/?a=b', publicKey },
    { url: 'http://releases.example.org/', publicKey },
  ])
    expect(source(updates, true)).toBeUndefined();
  expect(updateSourceIn('no JSON', { mayBeLocal: true })).toBeUndefined();
});

test('plain http is for this computer only, and for builds that nobody publishes', () => {
  const local = { url: 'http://localhost:4000/', publicKey };
  expect(source(local)).toBeUndefined();
  expect(source(local, true)).toBe('http://localhost:4000/');
});
