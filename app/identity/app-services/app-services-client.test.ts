import { describe, expect, it } from 'vitest';
import type { IdentityProvider } from '../identity-provider.ts';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';
import { createAppServicesClient } from './app-services-client.ts';
import type { HttpRequest, HttpResponse, HttpTransport } from './http.ts';

const base = 'https://services.example.com';
const host = 'https://eu.services.example.com';
const api = '/api/client/v2.0';
const device = { platform: 'linux', platformVersion: '6.1', appVersion: '0.1.0' };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => `${encode({ alg: 'HS256' })}.${encode(claims)}.c2ln`;
const accessToken = jwt({ sub: 'CANARY-ada-access-1b2c', exp: 1_700_000_000 });
const refreshToken = jwt({ sub: 'CANARY-ada-refresh-3d4e', exp: 1_705_000_000 });
const password = 'CANARY-ada-password-5f60';
const ada = { kind: 'emailPassword', email: 'ada@example.com', password } as const;

const json = (value: unknown, status = 200): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const empty = (status: number): HttpResponse => ({ status, headers: {}, body: '' });

type Answer = HttpResponse | Outcome<HttpResponse> | Promise<Outcome<HttpResponse>>;
type Answers = Record<string, Answer | ((request: HttpRequest) => Answer)>;

const located = json({ deployment_model: 'GLOBAL', location: 'IE', hostname: host, ws_hostname: '' });
const granted = json({
  access_token: accessToken,
  refresh_token: refreshToken,
  user_id: 'u1',
  device_id: '0',
});
const profile = json({
  user_id: 'u1',
  domain_id: 'd',
  type: 'normal',
  identities: [{ id: 'i1', provider_type: 'local-userpass', provider_id: 'p' }],
  data: { email: 'ada@example.com', name: 'Ada' },
});
const sound: Answers = {
  [`GET ${api}/app/desk/location`]: located,
  [`POST ${api}/app/desk/auth/providers/local-userpass/login`]: granted,
  [`POST ${api}/app/desk/auth/providers/anon-user/login`]: granted,
  [`GET ${api}/auth/profile`]: profile,
  [`DELETE ${api}/auth/session`]: empty(204),
};
const profileRoute = `GET ${api}/auth/profile`;
const sessionEnded = `DELETE ${host}${api}/auth/session`;

/** A client whose server answers by route, and what it was asked. */
const clientOf = (answers: Answers, { baseUrl = (): string => base, appId = 'desk' } = {}) => {
  const requests: HttpRequest[] = [];
  const transport: HttpTransport = async (request) => {
    requests.push(request);
    const path = request.url.replace(/^https?:\/\/[^/]+/, '');
    const answer = answers[`${request.method} ${path}`];
    const given = typeof answer === 'function' ? answer(request) : answer;
    if (!given) throw new Error(`No answer for ${request.method} ${path}`);
    return 'status' in given ? succeed(given) : given;
  };
  const client: IdentityProvider = createAppServicesClient({ appId, baseUrl, device, transport });
  const asked = () => requests.map(({ method, url }) => `${method} ${url}`);
  return { client, requests, asked };
};

const authorisationOf = (request: HttpRequest | undefined) => request?.headers['Authorization'];

describe('the location', () => {
  it('T48: is asked first, once, and names the host of all later calls', async () => {
    const { client, asked } = clientOf({ ...sound, [`POST ${api}/app/desk/functions/call`]: json(1) });
    await Promise.all([client.logIn(ada), client.callFunction(accessToken, 'f', [])]);
    await client.callFunction(accessToken, 'f', []);
    expect(asked()[0]).toBe(`GET ${base}${api}/app/desk/location`);
    expect(asked().filter((line) => line.endsWith('/location'))).toHaveLength(1);
    expect(
      asked()
        .slice(1)
        .every((line) => line.split(' ')[1]?.startsWith(`${host}/`)),
    ).toBe(true);
  });

  it('T48: is asked again after it failed', async () => {
    let isUp = false;
    const { client, asked } = clientOf({
      ...sound,
      [`GET ${api}/app/desk/location`]: () => (isUp ? located : fail({ code: 'networkUnavailable' })),
    });
    expect(await client.logIn(ada)).toEqual(fail({ code: 'networkUnavailable' }));
    isUp = true;
    expect((await client.logIn(ada)).ok).toBe(true);
    expect(asked().filter((line) => line.endsWith('/location'))).toHaveLength(2);
  });

  it('T48: of another base URL is another', async () => {
    let baseUrl = base;
    const { client, asked } = clientOf(sound, { baseUrl: () => baseUrl });
    await client.logIn(ada);
    baseUrl = 'https://other.example.com';
    await client.logIn(ada);
    expect(asked().filter((line) => line.endsWith('/location'))).toEqual([
      `GET ${base}${api}/app/desk/location`,
      `GET https://other.example.com${api}/app/desk/location`,
    ]);
  });

  it('T48: of a late answer does not replace that of a newer base URL', async () => {
    let baseUrl = base;
    let answerLate: (outcome: Outcome<HttpResponse>) => void = () => undefined;
    const late = new Promise<Outcome<HttpResponse>>((resolve) => {
      answerLate = resolve;
    });
    const newHost = json({ hostname: 'https://new.example.com' });
    const { client, asked } = clientOf(
      {
        [`GET ${api}/app/desk/location`]: ({ url }) => (url.startsWith(base) ? late : newHost),
        [`DELETE ${api}/auth/session`]: empty(204),
      },
      { baseUrl: () => baseUrl },
    );
    const first = client.revoke(refreshToken);
    baseUrl = 'https://other.example.com';
    await client.revoke(refreshToken);
    answerLate(succeed(located));
    await first;
    await client.revoke(refreshToken);
    expect(asked().at(-1)).toBe(`DELETE https://new.example.com${api}/auth/session`);
  });

  it.each(['', 'services.example.com', 'ftp://a.example', 'https://a.example/path', 'https://a@b.example'])(
    'T48: of the bad base URL %j reaches nobody',
    async (baseUrl) => {
      const { client, requests } = clientOf(sound, { baseUrl: () => baseUrl });
      expect(await client.logIn(ada)).toEqual(fail({ code: 'networkUnavailable' }));
      expect(requests).toEqual([]);
    },
  );

  it('T48: of an unknown app id tells what the server says', async () => {
    const text = "cannot find app using Client App ID 'no/such'";
    const { client } = clientOf(
      { [`GET ${api}/app/no%2Fsuch/location`]: json({ error: text, error_code: 'AppNotFound' }, 404) },
      { appId: 'no/such' },
    );
    expect(await client.logIn(ada)).toEqual(fail({ code: 'serverError', status: 404, text }));
  });

  it.each([
    ['no TLS after TLS', 'http://eu.services.example.com'],
    ['a path', 'https://eu.services.example.com/x'],
    ['a user before the host', 'https://services.example.com@evil.example'],
    ['a trailing dot', 'https://eu.services.example.com.'],
    ['letters of another script', 'https://eu.servіces.example.com'],
    ['a scheme of its own', 'file:///etc'],
  ])('is refused with %s', async (_name, hostname) => {
    const { client, requests } = clientOf({ [`GET ${api}/app/desk/location`]: json({ hostname }) });
    expect(await client.logIn(ada)).toEqual(fail({ code: 'serverError', status: 200 }));
    expect(requests).toHaveLength(1);
  });
});

describe('logging in', () => {
  it('brings tokens, their expiry and the profile', async () => {
    const { client } = clientOf(sound);
    expect(await client.logIn(ada)).toEqual(
      succeed({
        session: {
          accessToken,
          refreshToken,
          accessExpiresAtMs: 1_700_000_000_000,
          refreshExpiresAtMs: 1_705_000_000_000,
        },
        subject: 'u1',
        profile: { email: 'ada@example.com', name: 'Ada' },
        identities: [{ id: 'i1', providerType: 'local-userpass' }],
        isAnonymous: false,
      }),
    );
  });

  it('T2: carries no token; its profile is asked with its own', async () => {
    const { client, requests } = clientOf(sound);
    await client.logIn(ada);
    await client.logIn({ kind: 'anonymous', isReused: false });
    const logins = requests.filter(({ url }) => url.endsWith('/login'));
    expect(logins.map(authorisationOf)).toEqual([undefined, undefined]);
    const profiles = requests.filter(({ url }) => url.endsWith('/profile'));
    expect(profiles.map(authorisationOf)).toEqual([`Bearer ${accessToken}`, `Bearer ${accessToken}`]);
  });

  it('sends credentials with the device, and the protocol’s headers', async () => {
    const { client, requests } = clientOf(sound);
    await client.logIn(ada);
    await client.logIn({ kind: 'anonymous', isReused: true });
    const [login, anonymous] = requests.filter(({ url }) => url.endsWith('/login'));
    const options = {
      device: {
        appId: 'desk',
        appVersion: '0.1.0',
        platform: 'linux',
        platformVersion: '6.1',
        sdk: 'hotseat',
        sdkVersion: '0.1.0',
      },
    };
    expect(login?.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json;charset=utf-8',
    });
    expect(JSON.parse(login?.body ?? '')).toEqual({ username: ada.email, password, options });
    expect(JSON.parse(anonymous?.body ?? '')).toEqual({ options });
  });

  it('tells an anonymous user, and one that is so no more', async () => {
    const identity = { id: 'a', provider_type: 'anon-user' };
    const linked = { id: 'b', provider_type: 'local-userpass' };
    const found: boolean[] = [];
    for (const identities of [[identity], [identity, linked], []]) {
      const { client } = clientOf({
        ...sound,
        [profileRoute]: json({ user_id: 'u1', identities, data: {} }),
      });
      const login = await client.logIn({ kind: 'anonymous', isReused: false });
      if (login.ok) found.push(login.value.isAnonymous);
    }
    expect(found).toEqual([true, false, true]);
  });

  it('takes a profile whose texts are odd', async () => {
    const data = { email: 7, first_name: 'Ada\u202E', last_name: 'Love\nlace' };
    const { client } = clientOf({ ...sound, [profileRoute]: json({ user_id: 'u1', identities: [], data }) });
    const login = await client.logIn(ada);
    expect(login.ok && login.value.profile).toEqual({ email: undefined, name: 'Ada Love lace' });
  });

  it('fails with the refusal, which says nothing of the password', async () => {
    const { client, asked } = clientOf({
      ...sound,
      [`POST ${api}/app/desk/auth/providers/local-userpass/login`]: json({ error: `not ${password}` }, 400),
    });
    expect(await client.logIn(ada)).toEqual(fail({ code: 'serverError', status: 400 }));
    expect(asked()).toHaveLength(2);
  });

  const otherUser = json({ user_id: 'u2', identities: [], data: {} });
  it.each<[string, Answer]>([
    ['fails', json({ error: 'no' }, 500)],
    ['is refused', empty(401)],
    ['does not come', fail({ code: 'networkUnavailable' })],
    ['is cancelled', fail({ code: 'cancelled' })],
    ['is not JSON', { status: 200, headers: {}, body: '<html>' }],
    ['is of another shape', json({ user_id: 'u1' })],
    ['is another user’s', otherUser],
  ])('leaves no half user when the profile %s', async (_name, answer) => {
    const { client, requests, asked } = clientOf({ ...sound, [profileRoute]: answer });
    expect((await client.logIn(ada)).ok).toBe(false);
    expect(asked().at(-1)).toBe(sessionEnded);
    expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${refreshToken}`);
  });

  it('fails with the first failure when the session cannot be given back', async () => {
    const down = fail({ code: 'networkUnavailable' });
    const { client } = clientOf({
      ...sound,
      [profileRoute]: json({}, 503),
      [`DELETE ${api}/auth/session`]: down,
    });
    expect(await client.logIn(ada)).toEqual(fail({ code: 'serverError', status: 503 }));
  });

  it.each(['', 'not-a-jwt', `${accessToken}\r\nX: 1`, jwt({ exp: 'soon' })])(
    'T38: with the malformed access token %j fails, and ends the session',
    async (malformed) => {
      const { client, requests, asked } = clientOf({
        ...sound,
        [`POST ${api}/app/desk/auth/providers/local-userpass/login`]: json({
          access_token: malformed,
          refresh_token: refreshToken,
          user_id: 'u1',
        }),
      });
      expect(await client.logIn(ada)).toEqual(fail({ code: 'serverError', status: 200 }));
      expect(asked().at(-1)).toBe(sessionEnded);
      expect(requests.some((request) => authorisationOf(request) === `Bearer ${malformed}`)).toBe(false);
    },
  );

  it('does not take its token to a base URL that has changed meanwhile', async () => {
    let baseUrl = base;
    const { client, asked } = clientOf(
      {
        ...sound,
        [`POST ${api}/app/desk/auth/providers/local-userpass/login`]: () => {
          baseUrl = 'https://other.example.com';
          return granted;
        },
      },
      { baseUrl: () => baseUrl },
    );
    await client.logIn(ada);
    expect(asked().at(-1)).toBe(`GET ${host}${api}/auth/profile`);
  });

  it('that is cancelled while others wait for the location leaves them theirs', async () => {
    let answer: (outcome: Outcome<HttpResponse>) => void = () => undefined;
    const { client } = clientOf({
      ...sound,
      [`GET ${api}/app/desk/location`]: new Promise<Outcome<HttpResponse>>((resolve) => {
        answer = resolve;
      }),
    });
    const controller = new AbortController();
    const cancelled = client.logIn(ada, controller.signal);
    const other = client.logIn(ada);
    controller.abort();
    expect(await cancelled).toEqual(fail({ code: 'cancelled' }));
    answer(succeed(located));
    expect((await other).ok).toBe(true);
  });

  it.each([`POST ${api}/app/desk/auth/providers/local-userpass/login`, profileRoute])(
    'that is cancelled at %s gives its session back',
    async (route) => {
      const controller = new AbortController();
      const cancellation: Cancellation = controller.signal;
      const { client, asked } = clientOf({
        ...sound,
        [route]: () => {
          controller.abort();
          return route === profileRoute ? profile : granted;
        },
      });
      expect(await client.logIn(ada, cancellation)).toEqual(fail({ code: 'cancelled' }));
      expect(asked().at(-1)).toBe(sessionEnded);
    },
  );
});

describe('creating an account', () => {
  const route = `POST ${api}/app/desk/auth/providers/local-userpass/register`;

  it('carries no token, and a name only where there is one', async () => {
    const { client, requests } = clientOf({ ...sound, [route]: empty(201) });
    await client.createAccount({ email: ada.email, password });
    await client.createAccount({ email: ada.email, password, name: 'Ada' });
    expect(requests.map(authorisationOf)).toEqual([undefined, undefined, undefined]);
    expect(requests.slice(1).map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([
      { email: ada.email, password },
      { email: ada.email, password, name: 'Ada' },
    ]);
  });

  it('tells a taken e-mail', async () => {
    const { client } = clientOf({ ...sound, [route]: json({ error: 'name already in use' }, 409) });
    const outcome = await client.createAccount({ email: ada.email, password });
    expect(outcome).toEqual(fail({ code: 'conflict', with: 'emailTaken' }));
  });
});

describe('a session', () => {
  const session = { accessToken, refreshToken, accessExpiresAtMs: 1, refreshExpiresAtMs: 2 };
  const route = `POST ${api}/auth/session`;

  it('is refreshed with its refresh token, which stays', async () => {
    const fresh = jwt({ exp: 1_800_000_000 });
    const { client, requests } = clientOf({ ...sound, [route]: json({ access_token: fresh }, 201) });
    expect(await client.refresh(session)).toEqual(
      succeed({ ...session, accessToken: fresh, accessExpiresAtMs: 1_800_000_000_000 }),
    );
    expect(requests.at(-1)).toMatchObject({
      body: undefined,
      headers: { Accept: 'application/json', Authorization: `Bearer ${refreshToken}` },
    });
  });

  it('T38: is not refreshed by a malformed JWT', async () => {
    const { client } = clientOf({ ...sound, [route]: json({ access_token: 'malformed' }) });
    expect(await client.refresh(session)).toEqual(fail({ code: 'serverError', status: 200 }));
  });

  it.each<[HttpResponse, string]>([
    [empty(401), 'authenticationRejected'],
    [empty(500), 'serverError'],
    [empty(200), 'serverError'],
  ])('is not refreshed by %j', async (answer, code) => {
    const { client } = clientOf({ ...sound, [route]: answer });
    expect(await client.refresh(session)).toMatchObject({ ok: false, error: { code } });
  });

  it('T14: is ended with its refresh token, and ending an ended one is a success', async () => {
    for (const answer of [empty(204), empty(401)]) {
      const { client, requests } = clientOf({ ...sound, [`DELETE ${api}/auth/session`]: answer });
      expect(await client.revoke(refreshToken)).toEqual(succeed(undefined));
      expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${refreshToken}`);
    }
  });

  it('is not taken for ended by a server that fails', async () => {
    const { client } = clientOf({ ...sound, [`DELETE ${api}/auth/session`]: empty(503) });
    expect(await client.revoke(refreshToken)).toEqual(fail({ code: 'serverError', status: 503 }));
  });
});

describe('an account', () => {
  it('T20: is deleted with its own access token', async () => {
    const { client, requests } = clientOf({ ...sound, [`DELETE ${api}/auth/delete`]: empty(204) });
    expect(await client.deleteAccount(accessToken)).toEqual(succeed(undefined));
    expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${accessToken}`);
  });
});

describe('a function', () => {
  const route = `POST ${api}/app/desk/functions/call`;

  it('runs with the given access token and arguments', async () => {
    const { client, requests } = clientOf({ ...sound, [route]: json({ sum: 3 }) });
    expect(await client.callFunction(accessToken, 'add', [1, { two: 2 }])).toEqual(succeed({ sum: 3 }));
    expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${accessToken}`);
    expect(requests.at(-1)?.body).toBe('{"name":"add","arguments":[1,{"two":2}]}');
  });

  it('may return nothing', async () => {
    const { client } = clientOf({ ...sound, [route]: empty(204) });
    expect(await client.callFunction(accessToken, 'f', [])).toEqual(succeed(null));
  });

  it.each<[HttpResponse, string]>([
    [{ status: 200, headers: {}, body: '<html>' }, 'serverError'],
    [empty(401), 'authenticationRejected'],
    [empty(429), 'authenticationRejected'],
  ])('that answers %j fails', async (answer, code) => {
    const { client } = clientOf({ ...sound, [route]: answer });
    expect(await client.callFunction(accessToken, 'f', [])).toMatchObject({ ok: false, error: { code } });
  });
});
