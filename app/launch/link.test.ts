import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkIn, noteLimit } from './link.ts';

const id = '5f3c1c9e-0001-4a7e-9d51-0c1d2e3f4a5b';

const good = [
  `hotseat://switch/${id}`,
  `hotseat://open/${id}?address=https%3A%2F%2Fshop.example%2Fa%3Fb%3D1&note=Your%20order`,
  'hotseat://add-service?kind=website&name=Shop&url=https%3A%2F%2Fshop.example%2F',
  'hotseat://add-service?kind=appServices&name=Lab&baseUrl=https%3A%2F%2Flab.example&appId=lab-1',
  'hotseat://add-service?kind=openIdConnect&name=Work&issuer=https%3A%2F%2Fid.example&clientId=hotseat&scopes=openid+email&apiOrigins=https%3A%2F%2Fapi.example',
];

test('what links ask for', () => {
  expect(linkIn(good[0] ?? '')).toEqual({ kind: 'switch', userId: id });
  expect(linkIn(`HOTSEAT://Switch/${id}/`)).toEqual({ kind: 'switch', userId: id });
  expect(linkIn(good[1] ?? '')).toEqual({
    kind: 'open',
    userId: id,
    address: 'https://shop.example/a?b=1',
    note: 'Your order',
  });
  expect(linkIn(good[2] ?? '')).toEqual({
    kind: 'addService',
    draft: { kind: 'website', name: 'Shop', url: 'https://shop.example/', signInOrigins: [] },
  });
  expect(linkIn(good[3] ?? '')).toStrictEqual({
    kind: 'addService',
    draft: { kind: 'appServices', name: 'Lab', baseUrl: 'https://lab.example', appId: 'lab-1' },
  });
  expect(linkIn(`${good[4]}&redirectPort=65535`)).toMatchObject({ draft: { redirectPort: 65_535 } });
  expect(linkIn(good[4] ?? '')).toMatchObject({
    draft: { kind: 'openIdConnect', scopes: ['openid', 'email'], apiOrigins: ['https://api.example'] },
  });
});

test('what is left out is absent, and what is written twice over is read once', () => {
  expect(linkIn(`hotseat://open/${id}`)).toStrictEqual({ kind: 'open', userId: id });
  expect(linkIn(`hotseat://open/${id}?address=https%3A%2F%2Fshop.example%2F?a=b=c`)).toMatchObject({
    address: 'https://shop.example/?a=b=c',
  });
  expect(linkIn('hotseat://add-service?kind=website&name=Shop&url=https%3A%2F%2Fshop.example')).toStrictEqual(
    {
      kind: 'addService',
      draft: { kind: 'website', name: 'Shop', url: 'https://shop.example', signInOrigins: [] },
    },
  );
  const spaced = good[4]?.replace('openid+email', '+openid++email+') ?? '';
  expect(linkIn(spaced)).toMatchObject({ draft: { scopes: ['openid', 'email'] } });
});

describe('E3: whatever is not exactly a link is none', () => {
  test.each([
    'hotseat:',
    'hotseat://',
    'hotseat:///../../',
    'hotseat:switch',
    'hotseat://x" --inspect --no-sandbox',
    `hotseat://switch/${id}" --inspect`,
    `hotseat://switch/${id} --no-sandbox`,
    `hotseat://switch/${id}\n`,
    `hotseat://switch/${id}%00`,
    `hotseat://switch/${id}\u202e`,
    `hotseat://switch/${id}#note`,
    `hotseat://switch/${id}/more`,
    `hotseat://switch/../${id}`,
    `hotseat://switch//${id}`,
    `hotseat://somebody@switch/${id}`,
    `hotseat://switch:80/${id}`,
    'hotseat://switch',
    'hotseat://switch/short',
    `hotseat://remove/${id}`,
    `hotseat://logout/${id}`,
    `hotseat://unlock/${id}?pin=123456`,
    `hotseat://add-service/${id}?kind=website&name=a&url=https%3A%2F%2Fa.example`,
    `hotseat://switch/${id}?token=x`,
    `hotseat://switch/${id}?note=a&note=b`,
    `hotseat://switch/${id}?%6eote=a&note=b`,
    `hotseat://switch/${id}?%=note`,
    `hotseat://switch/${id}?note=%`,
    `hotseat://switch/${id}?note=%ff`,
    `hotseat://switch/${id}?__proto__=x`,
    `hotseat://switch/${id}?constructor=x`,
    `hotseat://open/${id}?address=`,
    `hotseat://open/${id}?address=https%3A%2F%2Fa.example%2F%0d%0aX`,
    `hotseat://open/${id}?address=https%3A%2F%2Fa.example%2F%E2%80%AEb`,
    'hotseat://add-service?kind=website&name=a',
    'hotseat://add-service?kind=website&name=a&url=javascript%3Aalert(1)',
    'hotseat://add-service?kind=website&name=a&url=http%3A%2F%2Fshop.example',
    'hotseat://add-service?kind=directory&name=a',
    'hotseat://add-service?kind=openIdConnect&name=a&issuer=https%3A%2F%2Fid.example&clientId=a&clientSecret=b',
    'hotseat://add-service?kind=openIdConnect&name=a&issuer=https%3A%2F%2Fid.example&clientId=a&redirectPort=80',
    'hotseat://add-service?kind=openIdConnect&name=a&issuer=https%3A%2F%2Fid.example&clientId=a&redirectPort=65536',
    `hotseat://add-service?kind=website&name=a&url=https%3A%2F%2Fa.example%2F${'a'.repeat(2_048)}`,
    `hotseat://switch/${id}?note=${'a'.repeat(1_000_000)}`,
    'https://switch/',
  ])('%j', (text) => {
    expect(linkIn(text)).toBeUndefined();
  });
});

test('E3: a note is one short line of plain text', () => {
  const noteOf = (text: string) => linkIn(`hotseat://switch/${id}?note=${encodeURIComponent(text)}`)?.note;
  expect(noteOf('one\r\ntwo\u0000three\u001b[31m')).toBe('one two three [31m');
  expect(noteOf('a\u202eb\u2066c\ufeff')).toBe('abc');
  expect(noteOf(' \u0000 ')).toBeUndefined();
  expect(Array.from(noteOf('x'.repeat(1_000)) ?? '')).toHaveLength(noteLimit);
});

describe('E5: there is no room for a secret in a link, whoever takes the scheme', () => {
  const secretNames =
    'token access_token refresh_token id_token code state password pin passphrase key apiKey secret clientSecret session cookie';
  test.each(secretNames.split(' '))('none carries a %s', (name) => {
    expect(good.length).toBeGreaterThan(0);
    for (const link of good) {
      expect(linkIn(link)).toBeDefined();
      const spelt = [name, name.toUpperCase(), `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`];
      for (const written of spelt)
        expect(linkIn(`${link}${link.includes('?') ? '&' : '?'}${written}=CANARY`)).toBeUndefined();
    }
  });

  test('nor as the place where an issuer sends its answer: an account is all that its path holds', () => {
    for (const path of ['callback', 'oauth', 'auth/callback', `switch/${id}/CANARY`, 'login?code=CANARY'])
      expect(linkIn(`hotseat://${path}`)).toBeUndefined();
  });
});

test('whatever it is handed, it never throws, and a link that it takes is one to a URL parser too', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'hotseat://',
      'switch',
      'open',
      'add-service',
      '/',
      id,
      '?',
      '&',
      '=',
      'note',
      'address',
      '%00',
    ),
  );
  const anything = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const changed = fc
    .tuple(
      fc.constantFrom(...good),
      fc.nat(),
      fc.oneof(fc.constantFrom('', '@', '#', '..', '"', ' '), fc.string()),
    )
    .map(([link, at, put]) => link.slice(0, at % link.length) + put + link.slice(at % link.length));
  fc.assert(
    fc.property(fc.oneof(anything, changed), (text) => {
      const link = linkIn(text);
      if (!link) return;
      const url = new URL(text);
      expect(url.protocol).toBe('hotseat:');
      expect(url.host.toLowerCase()).toBe(
        { switch: 'switch', open: 'open', addService: 'add-service' }[link.kind],
      );
      expect(url.username + url.password + url.port + url.hash).toBe('');
      if ('userId' in link) expect(url.pathname.replace(/\/$/u, '')).toBe(`/${link.userId}`);
      if (link.kind === 'open') expect(url.searchParams.get('address') ?? undefined).toBe(link.address);
    }),
    { numRuns: 500 },
  );
});
