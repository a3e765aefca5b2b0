import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createAppServicesClient } from '../../app/identity/app-services/app-services-client.ts';
import type { HttpRequest } from '../../app/identity/app-services/http.ts';
import { parseOrigin } from '../../app/identity/app-services/origin.ts';
import { requestOf } from '../../app/identity/app-services/request.ts';
import type { Outcome } from '../../app/outcome.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { createBoundedFetch } from './bounded-fetch.ts';
import { createHttpTransport } from './http-transport.ts';
import { RequestFailure, type RequestFailureKind } from './request-failure.ts';
import { startFaultServer, type Fault, type FaultServer } from './testing/fault-server.ts';
import {
  answering,
  captivePortal,
  flooding,
  gzipBomb,
  hangingUp,
  redirectingTo,
  silent,
} from './testing/faults.ts';

const canary = 'CANARY-ada-refreshToken-08d3aa';
const request = (url: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: { Authorization: `Bearer ${canary}` },
  body: '{}',
});

const servers: FaultServer[] = [];
const serve = async (fault: Fault): Promise<FaultServer> => {
  const server = await startFaultServer(fault);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'answered' : outcome.error.code);

describe('requests over the network', () => {
  it('bring back status, headers in lower case, and text', async () => {
    const { origin, received } = await serve(
      answering(401, { 'X-Kind': 'a', 'content-type': 'text/x' }, 'né'),
    );
    const transport = createHttpTransport(createBoundedFetch({ fetch, timers: createManualTimers() }));
    expect(await transport(request(`${origin}/path`))).toEqual({
      ok: true,
      value: expect.objectContaining({
        status: 401,
        headers: expect.objectContaining({ 'x-kind': 'a', 'content-type': 'text/x' }),
        body: 'né',
      }),
    });
    expect(received).toMatchObject([{ method: 'POST', url: '/path' }]);
  });

  it.each<[RequestFailureKind, unknown]>([
    ['unreachable', { code: 'networkUnavailable' }],
    ['timedOut', { code: 'networkUnavailable' }],
    ['certificate', { code: 'networkUnavailable', because: 'certificate' }],
    ['cancelled', { code: 'cancelled' }],
    ['tooLarge', { code: 'serverError' }],
    ['redirected', { code: 'serverError', problem: 'otherProtocol' }],
    ['notAllowed', { code: 'serverError', problem: 'untrusted' }],
  ])('say that a request was %s', async (kind, error) => {
    const transport = createHttpTransport(() => Promise.reject(new RequestFailure(kind)));
    expect(await transport(request('https://example.org/'))).toEqual({ ok: false, error });
  });

  it('are cancelled, also before they begin', async () => {
    const server = await serve(silent);
    const transport = createHttpTransport(createBoundedFetch({ fetch, timers: createManualTimers() }));
    const controller = new AbortController();
    const waiting = transport(request(server.origin), controller.signal);
    await expect.poll(() => server.received.length).toBe(1);
    controller.abort();
    expect(codeOf(await waiting)).toBe('cancelled');
    expect(codeOf(await transport(request(server.origin), controller.signal))).toBe('cancelled');
    expect(server.received).toHaveLength(1);
  });
});

describe('a session whose service has a bad day', () => {
  const session = { accessToken: 'CANARY-ada-accessToken-1b', refreshToken: canary };
  const device = { platform: 'linux', platformVersion: '1', appVersion: '1' };

  const faults: Readonly<Record<string, Fault>> = {
    'an error of its own (500)': answering(500, { 'content-type': 'application/json' }, '{"error":"oh"}'),
    'a gateway without it (502)': answering(502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'),
    'a pause (503)': answering(503, { 'retry-after': '30' }),
    'too many requests (429)': answering(429, { 'retry-after': '30' }),
    'a hang-up': hangingUp(0),
    'a hang-up within the answer': hangingUp(50),
    'a hundred megabytes': flooding(100_000_000),
    'a packed bomb': gzipBomb(100_000_000),
    'JSON cut short': answering(200, { 'content-type': 'application/json' }, '{"access_token":"a'),
    'another kind of content': answering(200, { 'content-type': 'image/png' }, Buffer.from([0x89, 0x50])),
    'nothing where a token should be': answering(200, { 'content-type': 'application/json' }, '{}'),
    'the sign-in page of a guest network': captivePortal,
    'the way to such a page': redirectingTo('https://portal.example/'),
    'itself, in a loop': redirectingTo('/api/client/v2.0/auth/session'),
    'a file of this computer': redirectingTo('file:///etc/passwd'),
  };

  it.each(Object.entries(faults))(
    'C4, C5: answers a refresh with %s, and keeps its tokens',
    async (_title, fault) => {
      const server = await serve((incoming, response) => {
        const location = JSON.stringify({ hostname: server.origin });
        if (incoming.url?.endsWith('/location'))
          answering(200, { 'content-type': 'application/json' }, location)(incoming, response);
        else fault(incoming, response);
      });
      const client = createAppServicesClient({
        appId: 'test',
        baseUrl: () => server.origin,
        device,
        transport: createHttpTransport(createBoundedFetch({ fetch, timers: createManualTimers() })),
        clock: { nowMs: () => Date.now() },
      });
      const outcome = await client.refresh(session);
      expect(['networkUnavailable', 'serverError']).toContain(codeOf(outcome));
      expect(JSON.stringify(outcome)).not.toContain('CANARY');
      expect(
        server.received.filter(({ headers }) => headers.authorization === `Bearer ${canary}`),
      ).toHaveLength(1);
    },
  );
});

describe('the origin that a token goes to', () => {
  it('C8: is the one that the service named, letter by letter, to whoever parses it', async () => {
    const sentTo: URL[] = [];
    const transport = createHttpTransport(
      createBoundedFetch({
        fetch: async (url) => {
          sentTo.push(new URL(url));
          return new Response();
        },
        timers: createManualTimers(),
      }),
    );
    const part = fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'api.example.com',
        'evil.example',
        'localhost',
        '[::1]',
        '127.0.0.1',
      ),
      fc.constantFrom(
        '@',
        ':',
        '.',
        '/',
        '\\',
        '#',
        '?',
        ':443',
        ':8080',
        '%2e',
        '%00',
        '。',
        'É',
        'API',
        '\n',
        ' ',
      ),
      fc.string({ maxLength: 3 }),
    );
    let sentCount = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const named = parseOrigin(parts.join(''));
        if (!named) return;
        sentTo.length = 0;
        await transport(requestOf(named, { method: 'POST', path: '/auth/session', token: canary }));
        for (const url of sentTo) {
          sentCount += 1;
          expect(named.text.replace(/:(443|80)$/, '')).toBe(url.origin.replace(/:(443|80)$/, ''));
          expect(url.pathname).toBe('/auth/session');
          expect(url.username + url.password + url.search + url.hash).toBe('');
        }
      }),
      { numRuns: 20_000 },
    );
    expect(sentCount).toBeGreaterThan(50);
  });
});
