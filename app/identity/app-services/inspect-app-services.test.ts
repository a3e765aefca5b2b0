import { describe, expect, it } from 'vitest';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { inspectAppServices } from './inspect-app-services.ts';
import { api, base, empty, host, json, located, page } from './testing/stub-server.ts';

const inspect = async (
  answer: HttpResponse | Outcome<HttpResponse>,
  { baseUrl = base, appId = 'desk' }: { baseUrl?: string; appId?: string } = {},
) => {
  const requests: HttpRequest[] = [];
  const outcome = await inspectAppServices({
    baseUrl,
    appId,
    transport: async (request) => {
      requests.push(request);
      return 'status' in answer ? succeed(answer) : answer;
    },
  });
  return { outcome, requests };
};

const invalid = (field: 'baseUrl' | 'appId', problem: 'empty' | 'insecure' | 'malformed' | 'tooLong') =>
  fail({ code: 'invalidInput', field, problem });

describe('T48: a server that is to be added', () => {
  it('tells where its calls go, and is sent no token', async () => {
    const { outcome, requests } = await inspect(located);
    expect(outcome).toEqual(succeed({ hostname: host }));
    expect(requests).toEqual([
      { method: 'GET', url: `${base}${api}/app/desk/location`, headers: { Accept: 'application/json' } },
    ]);
  });

  it.each(['http://127.0.0.1:8123', 'http://localhost:1', 'http://[::1]:9'])(
    'may speak plain http on this computer: %s',
    async (baseUrl) => {
      const { outcome } = await inspect(json({ hostname: baseUrl }), { baseUrl });
      expect(outcome).toEqual(succeed({ hostname: baseUrl }));
    },
  );

  it.each<[string, ReturnType<typeof invalid>]>([
    ['', invalid('baseUrl', 'empty')],
    ['http://services.example.com', invalid('baseUrl', 'insecure')],
    ['http://directory.hotseat.invalid', invalid('baseUrl', 'insecure')],
    ['http://127.0.0.1.evil.example', invalid('baseUrl', 'insecure')],
    ['services.example.com', invalid('baseUrl', 'malformed')],
    ['ftp://services.example.com', invalid('baseUrl', 'malformed')],
    ['https://ada:CANARY-ada-password-1@services.example.com', invalid('baseUrl', 'malformed')],
    ['https://services.example.com/path', invalid('baseUrl', 'malformed')],
    ['https://services.example.com?a', invalid('baseUrl', 'malformed')],
    ['https://services.example.com:65536', invalid('baseUrl', 'malformed')],
    ['https://services.example.com:0', invalid('baseUrl', 'malformed')],
  ])('is not asked at %j', async (baseUrl, expected) => {
    const { outcome, requests } = await inspect(located, { baseUrl });
    expect(outcome).toEqual(expected);
    expect(requests).toEqual([]);
  });

  it.each<[string, ReturnType<typeof invalid>]>([
    ['', invalid('appId', 'empty')],
    ['x'.repeat(513), invalid('appId', 'tooLong')],
    ['.', invalid('appId', 'malformed')],
    ['..', invalid('appId', 'malformed')],
    ['desk\n', invalid('appId', 'malformed')],
    ['de sk', invalid('appId', 'malformed')],
    ['de\u202Esk', invalid('appId', 'malformed')],
    ['\uD800', invalid('appId', 'malformed')],
  ])('is not asked for the app %j', async (appId, expected) => {
    const { outcome, requests } = await inspect(located, { appId });
    expect(outcome).toEqual(expected);
    expect(requests).toEqual([]);
  });

  it('does not lead astray by its app id', async () => {
    const { requests } = await inspect(located, { appId: '../../x?y#z' });
    expect(requests[0]?.url).toBe(`${base}${api}/app/..%2F..%2Fx%3Fy%23z/location`);
  });

  it.each<HttpResponse>([
    json({ error: "cannot find app using Client App ID 'desk'", error_code: 'AppNotFound' }, 404),
    json({ error: "cannot find app using Client App ID 'desk'" }, 404),
    json({ error: 'nope', error_code: 'AppNotFound' }, 404),
  ])('does not know the app: %o', async (answer) => {
    expect((await inspect(answer)).outcome).toEqual(invalid('appId', 'malformed'));
  });

  it.each<HttpResponse>([
    page,
    { ...page, status: 404 },
    { ...page, status: 401 },
    empty(200),
    empty(404),
    empty(401),
    empty(302),
    json({ message: 'Not Found' }, 404),
    json({ error: 'unauthorized' }, 401),
    json({}),
    json([]),
    json({ hostname: 7 }),
    json({ hostname: 'http://services.example.com' }),
    json({ hostname: 'https://services.example.com@evil.example' }),
  ])('is not one of the protocol: %o', async (answer) => {
    expect((await inspect(answer)).outcome).toEqual(
      fail({ code: 'serverError', status: answer.status, problem: 'otherProtocol' }),
    );
  });

  it.each<[HttpResponse | Outcome<HttpResponse>, Outcome<never>]>([
    [fail({ code: 'networkUnavailable' }), fail({ code: 'networkUnavailable' })],
    [
      fail({ code: 'networkUnavailable', because: 'certificate' }),
      fail({ code: 'networkUnavailable', because: 'certificate' }),
    ],
    [
      fail({ code: 'serverError', problem: 'otherProtocol' }),
      fail({ code: 'serverError', problem: 'otherProtocol' }),
    ],
    [empty(500), fail({ code: 'serverError', status: 500 })],
    [empty(429), fail({ code: 'serverError', status: 429, problem: 'tooManyRequests' })],
    [
      json({ error: 'app is paused' }, 403),
      fail({ code: 'serverError', status: 403, text: 'app is paused' }),
    ],
  ])('fails with what went wrong: %o', async (answer, expected) => {
    expect((await inspect(answer)).outcome).toEqual(expected);
  });
});
