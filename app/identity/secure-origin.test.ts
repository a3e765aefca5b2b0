import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecureEnough, safetyOf } from './secure-origin.ts';

describe('the safety of an address', () => {
  it.each([
    'https://example.org',
    'https://example.org/',
    'HTTPS://Example.ORG:8443/path?query#fragment',
    'https://192.0.2.7/',
    'https://[2001:db8::7]:8443/',
    'https://xn--bcher-kva.example/',
    'http://localhost:8080/a',
    'http://127.0.0.1',
    'http://127.9.8.7:1/',
    'http://[::1]:3000/',
  ])('%s is secure', (url) => {
    expect(safetyOf(url)).toBe('secure');
  });

  it.each([
    'http://example.org',
    'http://10.0.0.1/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://evil-localhost/',
    'http://[::2]/',
    'http://0.0.0.0/',
  ])('%s is insecure', (url) => {
    expect(safetyOf(url)).toBe('insecure');
  });

  it.each([
    '',
    'example.org',
    '//example.org',
    'ftp://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https:example.org',
    'https:///example.org',
    'https:\\\\example.org',
    'https://example.org\\@evil.example/',
    'http://127.1/',
    'http://2130706433/',
    'https://0x7f.0.0.1/',
    'https://127.0.0.010/',
    'https://example.0/',
    'https://256.0.0.1/',
    'https://1.2.3.4.5/',
    'https://ada@example.org/',
    'https://ada:secret@example.org/',
    'https://example.org./',
    'https://exa mple.org/',
    'https://example.org/a b',
    ' https://example.org/',
    'https://exam\tple.org/',
    'https://bücher.example/',
    'https://example。org/',
    'https://example.org%2eevil.example/',
    'https://example.org:port/',
    'http://localhost%00.evil.example/',
  ])('C8: %j is malformed', (url) => {
    expect(safetyOf(url)).toBe('malformed');
  });

  it('C8: what is secure enough is https or this computer to whoever parses it, and names no user', () => {
    const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
    const part = fc.oneof(
      fc.constantFrom(
        'http://',
        'https://',
        'localhost',
        '127.0.0.1',
        '[::1]',
        '@',
        ':',
        '/',
        '\\',
        '.',
        '#',
        '?',
      ),
      fc.constantFrom('evil.example', '%2e', '%40', '。', '\t', '\n', '\u00ad', 'ß', '0x7f.1', '..', '//'),
      fc.string({ maxLength: 4 }),
      fc.webUrl(),
    );
    let secureCount = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        if (!isSecureEnough(text)) return;
        const url = URL.parse(text);
        if (!url) return;
        secureCount += 1;
        expect(url.username + url.password).toBe('');
        expect(text.toLowerCase()).toContain(`://${url.hostname}`);
        if (url.protocol === 'https:') return;
        expect(url.protocol).toBe('http:');
        expect(url.hostname).toMatch(loopback);
      }),
      { numRuns: 20_000 },
    );
    expect(secureCount).toBeGreaterThan(100);
  });
});
