import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayCarryBearer, type BearerTerms, type WorkspaceRequest } from './bearer-rule.ts';

const own = 'https://app.example.test';
const api = 'https://api.example.test';

const terms: BearerTerms = { kind: 'openIdConnect', apiOrigins: [api], ownOrigins: [own] };

const fetched: WorkspaceRequest = {
  url: `${api}/v1/me?x=1`,
  resourceType: 'xhr',
  frameOrigins: [own],
  initiatorOrigins: [own],
  earlierUrls: [],
  isPreflight: false,
};

const may = (part: Partial<WorkspaceRequest>, with_: Partial<BearerTerms> = {}) =>
  mayCarryBearer({ ...fetched, ...part }, { ...terms, ...with_ });

describe('the token of an account', () => {
  it.each(['xhr', 'image', 'script', 'stylesheet', 'media', 'ping', 'webSocket', 'other'])(
    'goes with what the service’s own page asks its API for: %s',
    (resourceType) => {
      expect(may({ resourceType })).toBe(true);
    },
  );

  it('goes with a WebSocket, whose handshake is of the API’s origin', () => {
    expect(may({ url: 'wss://api.example.test/live', resourceType: 'webSocket' })).toBe(true);
    expect(may({ url: 'ws://api.example.test/live', resourceType: 'webSocket' })).toBe(false);
    expect(may({ url: 'ws://127.0.0.1:9/live' }, { apiOrigins: ['http://127.0.0.1:9'] })).toBe(true);
  });

  it.each([
    `${api}.evil.test/`,
    `${api}:8443/`,
    `${api}./`,
    'http://api.example.test/',
    'https://api.example.test@evil.test/',
    'https://ada@api.example.test/',
    'https://evil.test/https://api.example.test/',
    'https://api.example.test\\@evil.test/',
    'directory://hotseat/api/',
    'data:,',
  ])('C8: does not go to %s', (url) => {
    expect(may({ url })).toBe(false);
  });

  it('C8: is not fooled by capitals or by the port that goes without saying', () => {
    expect(may({ url: 'HTTPS://API.Example.test:443/v1' })).toBe(true);
    expect(may({}, { apiOrigins: ['https://API.example.test:443'] })).toBe(true);
  });

  it('C8: goes to no address whose origin a browser’s parser does not take for the API’s', () => {
    const rest = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom(api, `${api}@`, `${api}.`, 'https://', 'wss://api.example.test'),
        rest,
        (start, end) => {
          const url = start + end;
          if (may({ url })) expect([api, 'wss://api.example.test']).toContain(URL.parse(url)?.origin);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('never goes over an unprotected line, whatever the service says', () => {
    expect(may({ url: 'http://api.example.test/' }, { apiOrigins: ['http://api.example.test'] })).toBe(false);
  });

  it.each(['mainFrame', 'subFrame'])('does not go with a navigation: %s', (resourceType) => {
    expect(may({ resourceType })).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ['no frame: a shared or a service worker', []],
    ['a frame of others', ['https://other.test', own]],
    ['a sandboxed frame', ['null', own]],
    ['an own frame in a frame of others', [own, 'https://other.test']],
    ['a sign-in page', ['https://id.example.test']],
  ])('does not go with what comes from %s', (_title, frameOrigins) => {
    expect(may({ frameOrigins })).toBe(false);
  });

  it('goes with what comes from an own frame in an own page', () => {
    expect(may({ frameOrigins: [own, own] })).toBe(true);
  });

  it.each([['null'], ['https://other.test']])(
    'does not go where the request says that it is of %s',
    (origin) => {
      expect(may({ initiatorOrigins: [origin] })).toBe(false);
      expect(may({ initiatorOrigins: [own, origin] })).toBe(false);
    },
  );

  it('goes where the request says nothing of its origin, as an image’s does', () => {
    expect(may({ initiatorOrigins: [] })).toBe(true);
  });

  it('C5: does not go where a redirect has led from elsewhere', () => {
    expect(may({ earlierUrls: [`${api}/old`] })).toBe(true);
    expect(may({ earlierUrls: [`${own}/go`] })).toBe(false);
    expect(may({ earlierUrls: ['https://other.test/'] })).toBe(false);
    expect(may({ earlierUrls: [`${api}/old`, 'https://other.test/'] })).toBe(false);
  });

  it('C5: does not go from one API origin to the next by a redirect', () => {
    const apiOrigins = [api, 'https://api2.example.test'];
    expect(may({ earlierUrls: ['https://api2.example.test/'] }, { apiOrigins })).toBe(false);
  });

  it('does not go with a preflight', () => {
    expect(may({ isPreflight: true })).toBe(false);
  });
});

describe('the token of an App Services account', () => {
  const path = (text: string) => may({ url: api + text }, { kind: 'appServices' });

  it.each([
    '/api/client/v2.0/app/a-bc/functions/call',
    '/api/client/v2.0/auth/profile',
    '/api/client/v2.0/app/author/functions/call',
    '/api/client/v2.0/app/a-bc/graphql?auth=1',
  ])('goes to %s', (text) => {
    expect(path(text)).toBe(true);
  });

  it.each([
    '/api/client/v2.0/app/a-bc/auth/providers/anon-user/login?link=true',
    '/api/client/v2.0/auth/session',
    '/api/client/v2.0/auth/delete',
    '/api/client/v2.0/auth/api_keys',
    '/api/client/v2.0/auth',
    '/api/client/v2.0/%61uth/session',
    '/api/client/v2.0/%2561uth/session',
    '/api/client/v2.0/x/..%2fauth/session',
    '/api/client/v2.0/AUTH/session',
    '/api/client/v2.0\\auth\\session',
    '/api/client/v2.0/auth;a=b/session',
    '/api/client/v2.0/%c3%28/functions/call',
    '/api/client/v2.0/%252525252561uth/session',
  ])('does not go to a route that answers with tokens, however it is written: %s', (text) => {
    expect(path(text)).toBe(false);
  });
});
