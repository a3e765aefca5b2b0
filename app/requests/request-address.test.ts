import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryOrigin } from '../identity/directory-scheme.ts';
import { addressOf } from './request-address.ts';

const origins = ['https://api.example.com', 'http://127.0.0.1:8080', 'https://[2001:db8::1]:8443'];

const of = (written: string, own: readonly string[] = origins) => {
  const found = addressOf(written, own);
  if (found.ok) return `${found.value.origin} ${found.value.path}`;
  return found.error.code === 'invalidInput' ? found.error.problem : found.error.code;
};

describe('where a request goes', () => {
  it.each([
    ['/notes', 'https://api.example.com /notes'],
    [' /notes?a=1&b=2#end ', 'https://api.example.com /notes?a=1&b=2'],
    ['/', 'https://api.example.com /'],
    ['/a/../b', 'https://api.example.com /a/../b'],
    ['/https://evil.example', 'https://api.example.com /https://evil.example'],
    ['/caf\u00e9/\u{1f600}', 'https://api.example.com /caf%C3%A9/%F0%9F%98%80'],
    ['https://api.example.com', 'https://api.example.com /'],
    ['https://api.example.com?a', 'https://api.example.com /?a'],
    ['HTTPS://API.Example.COM/Notes', 'https://api.example.com /Notes'],
    ['https://api.example.com:443/notes', 'https://api.example.com /notes'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080 /x'],
    ['https://[2001:DB8::1]:8443/x', 'https://[2001:db8::1]:8443 /x'],
  ])('%s is %s', (written, expected) => expect(of(written)).toBe(expected));

  it.each([
    ['https://api.example.com.evil.example/', 'foreign'],
    ['https://api.example.com-evil.example/', 'foreign'],
    ['https://evil.example/api.example.com', 'foreign'],
    ['https://evil.example?https://api.example.com/', 'foreign'],
    ['https://sub.api.example.com/', 'foreign'],
    ['https://api.example.com:8443/', 'foreign'],
    ['https://api.example.com:80/', 'foreign'],
    ['http://127.0.0.1:80/', 'foreign'],
    ['http://localhost:8080/', 'foreign'],
    ['https://xn--pi-mia.example.com/', 'foreign'],
    ['directory://hotseat/api', 'foreign'],
    ['https://api.example.com@evil.example/', 'malformed'],
    ['https://user:pass@api.example.com/', 'malformed'],
    ['https://@api.example.com/', 'malformed'],
    ['https://api.example.com./', 'malformed'],
    ['https://\u0430pi.example.com/', 'malformed'],
    ['https://api\u3002example.com/', 'malformed'],
    ['https:\\\\api.example.com\\', 'malformed'],
    ['https://api.example.com\\@evil.example/', 'malformed'],
    ['https:/api.example.com/', 'malformed'],
    ['https:api.example.com', 'malformed'],
    ['//evil.example/', 'malformed'],
    ['/\\evil.example/', 'malformed'],
    ['/a\nb', 'malformed'],
    ['/a b', 'malformed'],
    ['/\ud800', 'malformed'],
    ['http://2130706433:8080/', 'malformed'],
    ['http://127.1:8080/', 'malformed'],
    ['file:///etc/passwd', 'malformed'],
    ['javascript:alert(1)', 'malformed'],
    ['notes', 'malformed'],
    ['', 'empty'],
    [' ', 'empty'],
    ['http://api.example.com/', 'insecure'],
  ])('C8: %j is %s', (written, problem) => expect(of(written)).toBe(problem));

  it('a path needs an origin of the service', () => expect(of('/notes', [])).toBe('foreign'));

  it.each([
    ['directory://hotseat/api', `${directoryOrigin} /api`],
    ['/api?a', `${directoryOrigin} /api?a`],
    ['directory://hotseat.evil/api', 'malformed'],
    ['directory://hotseat@evil/api', 'malformed'],
    ['https://api.example.com/', 'foreign'],
  ])('of the directory, %s is %s', (written, expected) =>
    expect(of(written, [directoryOrigin])).toBe(expected),
  );

  it('C8: whatever is written, whoever parses it next comes to an origin of the service', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'HTTPS://',
        'api.example.com',
        'evil.example',
        '127.0.0.1',
        ':8080',
        ':443',
        ':0443',
        '@',
        '/',
        '//',
        '\\',
        '?',
        '#',
        '.',
        '%2f',
        '%40',
        '[::1]',
        '\t',
        '\u00ad',
        '\u3002',
        '\uff0f',
        ';',
        ':',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          written,
          written.map((text) => `https://api.example.com${text}`),
        ),
        (text) => {
          const found = addressOf(text, origins);
          if (!found.ok) return;
          accepted += 1;
          const url = new URL(found.value.origin + found.value.path);
          expect(url.origin).toBe(found.value.origin);
          expect(origins).toContain(url.origin);
          expect([url.username, url.password]).toEqual(['', '']);
          // What the person wrote as a whole address leads there too.
          if (/^https?:/i.test(text)) expect(new URL(text.trim()).origin).toBe(found.value.origin);
        },
      ),
      { seed: 8, numRuns: 20_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});
