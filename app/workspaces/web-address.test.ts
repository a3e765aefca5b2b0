import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeOriginOf, webAddressOf } from './web-address.ts';

describe('an address', () => {
  it.each([
    ['https://api.example.test/v1?x=1#y', 'https://api.example.test', true],
    ['HTTPS://API.Example.test', 'https://api.example.test', true],
    ['https://api.example.test:443/', 'https://api.example.test', true],
    ['https://api.example.test:8443/', 'https://api.example.test:8443', true],
    ['http://127.0.0.1:80/', 'http://127.0.0.1', true],
    ['http://localhost:3000', 'http://localhost:3000', true],
    ['http://[::1]:3000/', 'http://[::1]:3000', true],
    ['http://api.example.test/', 'http://api.example.test', false],
    ['directory://hotseat/', 'directory://hotseat', true],
  ])('C8: %s is of %s', (address, origin, isSafe) => {
    expect(webAddressOf(address)).toMatchObject({ origin, isSafe });
    expect(safeOriginOf(address)).toBe(isSafe ? origin : undefined);
  });

  it.each([
    'https://ada@api.example.test/',
    'https://api.example.test@evil.test/',
    'https://api.example.test:pass@evil.test/',
    'https://api.example.test./',
    'https://api.example.test\\@evil.test/',
    'https://api.example.test:0/',
    'https://api.example.test:65536/',
    'https://exämple.test/',
    'https://0x7f.1/',
    'https:///api.example.test/',
    '//api.example.test/',
    'directory://hotseat.evil/',
    'directory://hotseat:80/',
    'directory://ada@hotseat/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('C8: %s is of nobody', (address) => {
    expect(webAddressOf(address)).toBeUndefined();
  });

  it('C8: is of an origin exactly when a browser’s parser says so', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const found = webAddressOf(address);
        if (found) expect(found.origin).toBe(new URL(address).origin);
      }),
      { numRuns: 2_000 },
    );
  });

  it('C8: whatever is written around a host does not make it another’s', () => {
    const marks = [
      'https:',
      'http:',
      '/',
      '//',
      '\\',
      '@',
      ':',
      '.',
      '?',
      '#',
      '%2f',
      '%40',
      ' ',
      '\t',
      '。',
      '[',
      ']',
    ];
    const names = [
      'api.example.test',
      'API.EXAMPLE.TEST',
      'evil.test',
      '443',
      '127.0.0.1',
      '2130706433',
      '0x7f',
      'ada',
    ];
    const pieces = fc.constantFrom(...marks, ...names);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const address = parts.join('');
        const found = webAddressOf(address);
        const parsed = URL.parse(address);
        if (found) expect(found.origin).toBe(parsed?.origin);
        if (found) expect([parsed?.username, parsed?.password]).toEqual(['', '']);
      }),
      { numRuns: 20_000 },
    );
  });
});
