import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersIn, headerText } from './header-lines.ts';
import { draftWith, emptyDraft, requestOf, titleOf } from './request-draft.ts';

test('headers are lines of name and value; empty lines are left out', () => {
  expect(headersIn('Accept: text/plain\n\n  X-Count :  1:2 \r\nEmpty:')).toEqual({
    ok: true,
    headers: [
      { name: 'Accept', value: 'text/plain' },
      { name: 'X-Count', value: '1:2' },
      { name: 'Empty', value: '' },
    ],
  });
});

test.each([
  ['Accept', 1],
  ['A: 1\nno colon', 2],
  [': value', 1],
  ['na me: value', 1],
  ['nämé: value', 1],
])('D9: a line that is no header is named: %j', (text, line) => {
  expect(headersIn(text)).toEqual({ ok: false, line });
});

const header = fc.record({
  name: fc.stringMatching(/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,12}$/u),
  value: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/gu, ' ').trim()),
});

test('D9: headers survive being written and read, and no value brings a line of its own', () => {
  fc.assert(
    fc.property(fc.array(header), (headers) => {
      expect(headersIn(headerText(headers))).toEqual({ ok: true, headers });
    }),
  );
});

test('a draft says a request; a body is no part of GET', () => {
  const draft = { ...emptyDraft, url: ' /users ', headers: 'Accept: text/plain', body: '{}' };
  expect(requestOf(draft)).toEqual({
    ok: true,
    request: {
      kind: 'http',
      method: 'GET',
      url: '/users',
      headers: [{ name: 'Accept', value: 'text/plain' }],
    },
  });
  expect(requestOf({ ...draft, method: 'POST' })).toMatchObject({ request: { body: '{}' } });
});

test('a function has a name and an array of arguments, none where nothing is typed', () => {
  const draft = { ...emptyDraft, kind: 'function', functionName: 'notes.add' } as const;
  expect(requestOf({ ...draft, arguments: '["milk", {"$numberLong": "1"}]' })).toEqual({
    ok: true,
    request: { kind: 'function', name: 'notes.add', arguments: ['milk', { $numberLong: '1' }] },
  });
  expect(requestOf({ ...draft, arguments: ' ' })).toMatchObject({ request: { arguments: [] } });
});

test.each([
  [{ url: ' ' }, 'requestUrl', 'empty'],
  [{ url: '/', headers: 'Accept' }, 'requestHeaders', 'malformed'],
  [{ kind: 'function' }, 'functionName', 'empty'],
  [{ kind: 'function', functionName: 'f', arguments: '{}' }, 'arguments', 'malformed'],
  [{ kind: 'function', functionName: 'f', arguments: '[' }, 'arguments', 'malformed'],
] as const)('what cannot be sent names its field: %j', (part, field, problem) => {
  expect(requestOf({ ...emptyDraft, ...part })).toEqual({
    ok: false,
    error: { code: 'invalidInput', field, problem },
  });
});

test('a request from the book fills its own fields and says itself again', () => {
  const written = { ...emptyDraft, url: '/kept', functionName: 'kept' };
  for (const request of [
    { kind: 'http', method: 'PUT', url: '/a', headers: [{ name: 'A', value: 'b' }], body: 'c' },
    { kind: 'function', name: 'f', arguments: [1, 'two'] },
  ] as const)
    expect(requestOf(draftWith(written, request))).toEqual({ ok: true, request });
  expect(draftWith(written, { kind: 'function', name: 'f', arguments: [] }).url).toBe('/kept');
});

test('a request has a title', () => {
  expect(titleOf({ kind: 'http', method: 'GET', url: '/users', headers: [] })).toBe('GET /users');
  expect(titleOf({ kind: 'function', name: 'whoami', arguments: [] })).toBe('whoami()');
});
