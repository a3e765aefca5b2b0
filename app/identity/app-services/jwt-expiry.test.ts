import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url } from './base64url.ts';
import { readJwtExpiry } from './jwt-expiry.ts';

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const jwt = (claims: string, header = '{"alg":"HS256"}'): string =>
  `${encode(header)}.${encode(claims)}.${encode('signature')}`;

describe('the expiry of a JWT', () => {
  it.each([
    ['whole seconds', '{"exp":1700000000}', 1_700_000_000_000],
    ['parts of a second', '{"exp":1700000000.25}', 1_700_000_000_250],
    ['letters beyond ASCII beside it', '{"name":"Zoë 🎉","exp":1700000000}', 1_700_000_000_000],
    ['none', '{"sub":"1"}', undefined],
  ])('is read with %s', (_name, claims, expiresAtMs) => {
    const expiry = readJwtExpiry(jwt(claims));
    expect(expiry.kind).toBe('jwt');
    expect(expiry).toEqual(expiresAtMs === undefined ? { kind: 'jwt' } : { kind: 'jwt', expiresAtMs });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['two parts', `${encode('{"alg":"HS256"}')}.${encode('{}')}`],
    ['four parts', `${jwt('{}')}.x`],
    ['no signature', `${encode('{"alg":"none"}')}.${encode('{}')}.`],
    ['a header without alg', jwt('{"exp":1}', '{}')],
    ['claims that are no JSON', jwt('{"exp":')],
    ['claims that are no object', jwt('[1]')],
    ['an expiry as text', jwt('{"exp":"1700000000"}')],
    ['an expiry before the epoch', jwt('{"exp":-1}')],
    ['an expiry beyond all dates', jwt('{"exp":1e400}')],
    ['null', jwt('{"exp":null}')],
    ['a line break', `${jwt('{"exp":1}')}\r\nX-Evil: 1`],
    ['padding', `${jwt('{"exp":1}')}==`],
    ['a token without end', jwt(`{"exp":1,"x":"${'a'.repeat(20_000)}"}`)],
  ])('T38: %s is malformed', (_name, token) => {
    expect(readJwtExpiry(token)).toEqual({ kind: 'malformed' });
  });

  it.each([
    ['{"exp":1700000000,"iat":1699998200}', 1_699_998_200_000],
    ['{"exp":1700000000,"iat":"1699998200"}', undefined],
    ['{"exp":1700000000,"iat":-1}', undefined],
  ])('comes with when it was issued, as far as the token says so: %s', (claims, issuedAtMs) => {
    expect(readJwtExpiry(jwt(claims))).toEqual({ kind: 'jwt', expiresAtMs: 1_700_000_000_000, issuedAtMs });
  });

  it('is read from anything without throwing', () => {
    const part = fc.oneof(fc.base64String(), fc.string(), fc.json().map(encode));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const { kind } = readJwtExpiry(parts.join('.'));
        expect(['jwt', 'malformed']).toContain(kind);
      }),
    );
  });
});

describe('base64url', () => {
  it('gives back every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(decodeBase64Url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA=', 'AA==', 'A+A/', 'AB', 'AAB', ' AA', 'ÀA'])('refuses %j', (text) => {
    expect(decodeBase64Url(text)).toBeUndefined();
  });
});
