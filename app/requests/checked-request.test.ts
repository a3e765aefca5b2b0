import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Header } from '../contract/request-views.ts';
import { checkedFunctionName, checkedRequest } from './checked-request.ts';

const of = (method: string, headers: readonly Header[] = [], body?: string) =>
  checkedRequest({ kind: 'http', method, url: '/', headers, ...(body !== undefined && { body }) });

const wrong = (field: string, problem: string) => ({
  ok: false,
  error: { code: 'invalidInput', field, problem },
});
const badHeaders = wrong('requestHeaders', 'malformed');

describe('what a request may be', () => {
  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', ' get '])('%s', (method) =>
    expect(of(method)).toMatchObject({ ok: true, value: { method: method.trim().toUpperCase() } }),
  );

  it.each(['CONNECT', 'TRACE', 'TRACK', 'GET /x HTTP/1.1\r\nX: y', 'G\u00cbT', 'PROPFIND'])(
    'not %j',
    (method) => expect(of(method)).toEqual(wrong('requestMethod', 'malformed')),
  );

  it('no method is missing', () => expect(of(' ')).toEqual(wrong('requestMethod', 'empty')));

  it('joins headers of one name, and trims values', () =>
    expect(
      of('GET', [
        { name: 'Accept', value: ' text/plain\t' },
        { name: 'X-A', value: '' },
        { name: 'accept', value: 'text/html' },
      ]),
    ).toMatchObject({ ok: true, value: { headers: { Accept: 'text/plain, text/html', 'X-A': '' } } }));

  it.each([
    'Authorization',
    'authorization',
    'Cookie',
    'cookie2',
    'HOST',
    'Origin',
    'Referer',
    'Connection',
    'Content-Length',
    'Transfer-Encoding',
    'TE',
    'Trailer',
    'Upgrade',
    'Keep-Alive',
    'Expect',
    'Accept-Encoding',
    'Set-Cookie',
    'Proxy-Authorization',
    'proxy-anything',
    'Sec-Fetch-Site',
    'sec-',
    'Access-Control-Request-Method',
  ])('C8: %s is not the person’s to set', (name) =>
    expect(of('GET', [{ name, value: 'x' }])).toEqual(badHeaders),
  );

  it.each(['', ' ', 'X Y', 'X:', ':method', 'X\r\nY', 'X\u0000', '\u00dc', 'X\u2028', '(x)', '__proto__'])(
    'D9: %j is no name of a header',
    (name) => expect(of('GET', [{ name, value: 'x' }])).toEqual(badHeaders),
  );

  it.each(['a\r\nCookie: b', 'a\nb', 'a\rb', 'a\u0000b', 'a\u007fb', '\u0100', '\u{1f600}', '\ud800'])(
    'D9: %j is no value of a header',
    (value) => expect(of('GET', [{ name: 'X-A', value }])).toEqual(badHeaders),
  );

  it('D9: what is accepted is a header to whoever sends it, and carries no other', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 }),
      fc
        .array(fc.constantFrom('x', '\r', '\n', '\0', ':', ' ', '\t', '\u00e9', '-'), { maxLength: 12 })
        .map((all) => all.join('')),
    );
    let accepted = 0;
    fc.assert(
      fc.property(text, text, (name, value) => {
        const checked = of('GET', [{ name, value }]);
        if (!checked.ok) return;
        accepted += 1;
        const [sent, ...more] = new Headers(checked.value.headers);
        expect([sent?.[0], more]).toEqual([name.toLowerCase(), []]);
        expect(sent?.[1]).not.toMatch(/[\r\n\0]/);
      }),
      { seed: 9, numRuns: 6_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it.each(['GET', 'HEAD'])('%s has no body', (method) => {
    expect(of(method, [], 'x')).toEqual(wrong('requestBody', 'malformed'));
    expect(of(method, [], '')).toMatchObject({ ok: true, value: { body: undefined } });
  });

  it.each([
    ['notes.add', { ok: true, value: 'notes.add' }],
    [' whoami ', { ok: true, value: 'whoami' }],
    ['', wrong('functionName', 'empty')],
    ['a b', wrong('functionName', 'malformed')],
    ['../login', wrong('functionName', 'malformed')],
  ])('a function named %j', (name, expected) =>
    expect(checkedFunctionName({ kind: 'function', name, arguments: [] })).toEqual(expected),
  );
});
