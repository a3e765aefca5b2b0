import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './past-request.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.c2ln';

const http = (url: string, headers: readonly (readonly [string, string])[] = []) =>
  withoutSecrets({
    kind: 'http',
    method: ' post ',
    url,
    headers: headers.map(([name, value]) => ({ name, value })),
    body: 'CANARY-ada-body-1',
  });

describe('what is kept of a request', () => {
  it('no body', () =>
    expect(http('/notes')).toEqual({ kind: 'http', method: 'POST', url: '/notes', headers: [] }));

  it('no arguments of a function', () =>
    expect(withoutSecrets({ kind: 'function', name: 'notes.add', arguments: ['CANARY-ada-note-1'] })).toEqual(
      {
        kind: 'function',
        name: 'notes.add',
        arguments: [],
      },
    ));

  it('values of headers that cannot be secret, and the names of all', () =>
    expect(
      http('/', [
        ['Accept', 'text/plain'],
        ['content-type', 'application/json'],
        ['X-Api-Key', 'CANARY-ada-apiKey-1'],
        ['X-Anything', 'CANARY-ada-header-1'],
        ['If-Match', jwt],
      ]),
    ).toMatchObject({
      headers: [
        { name: 'Accept', value: 'text/plain' },
        { name: 'content-type', value: 'application/json' },
        { name: 'X-Api-Key', value: '' },
        { name: 'X-Anything', value: '' },
        { name: 'If-Match', value: '' },
      ],
    }));

  it.each([
    ['/a?page=2&q=x', '/a?page=2&q=x'],
    ['/a?author=ada&note', '/a?author=ada&note'],
    ['/a?access_token=CANARY&b=1', '/a?access_token=&b=1'],
    ['/a?client_secret=CANARY', '/a?client_secret='],
    ['/a?Password=CANARY&pwd=CANARY', '/a?Password=&pwd='],
    ['/a?api%5Fkey=CANARY', '/a?api%5Fkey='],
    ['/a?code=CANARY&state=1', '/a?code=&state=1'],
    ['/a?authorization=CANARY', '/a?authorization='],
    ['/a?x=CANARY=&sig=CAN=ARY', '/a?x=CANARY=&sig='],
    [`/a?x=${jwt}`, '/a?x='],
    [`/a?${jwt}`, '/a?(hidden)'],
    [`/a/${jwt}/b`, '/a/(hidden)/b'],
    ['/a?b=1#access_token=CANARY', '/a?b=1'],
    ['/a#access_token=CANARY', '/a'],
    ['/a?b?token=CANARY', '/a?b?token='],
  ])('of %s: %s', (url, kept) => expect(http(url)).toMatchObject({ url: kept }));
});
