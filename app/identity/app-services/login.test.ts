import { describe, expect, it } from 'vitest';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';
import type { LogInMethod } from '../identity-provider.ts';
import type { HttpResponse } from './http.ts';
import { jwtOf } from './testing/signed-token.ts';
import {
  accessToken,
  ada,
  api,
  app,
  authorisationOf,
  bodyOf,
  base,
  clientOf,
  empty,
  granted,
  host,
  json,
  located,
  locationRoute,
  page,
  password,
  profile,
  profileRoute,
  refreshToken,
  sound,
  userpass,
  type Answer,
} from './testing/stub-server.ts';

describe('logging in', () => {
  it('brings tokens, their expiry and the profile', async () => {
    const { logIn } = clientOf(sound);
    expect(await logIn(ada)).toEqual(
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
        isProvenNow: true,
      }),
    );
  });

  it('T2: carries no token; its profile is asked with its own', async () => {
    const { requests, logIn } = clientOf(sound);
    await logIn(ada);
    await logIn({ kind: 'anonymous', isReused: false });
    const logins = requests.filter(({ url }) => url.endsWith('/login'));
    expect(logins.map(authorisationOf)).toEqual([undefined, undefined]);
    const profiles = requests.filter(({ url }) => url.endsWith('/profile'));
    expect(profiles.map(authorisationOf)).toEqual([`Bearer ${accessToken}`, `Bearer ${accessToken}`]);
  });

  it('sends credentials with the device, and the protocol’s headers', async () => {
    const { requests, logIn } = clientOf(sound);
    await logIn(ada);
    await logIn({ kind: 'anonymous', isReused: true });
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

  it.each<[LogInMethod, string, object]>([
    [{ kind: 'apiKey', key: 'CANARY-ada-key-91d2' }, 'api-key', { key: 'CANARY-ada-key-91d2' }],
    [{ kind: 'customToken', token: accessToken }, 'custom-token', { token: accessToken }],
    [
      {
        kind: 'customFunction',
        arguments: { desk: 7, options: 'mine', badge: { id: 'CANARY-ada-badge-3e' } },
      },
      'custom-function',
      { desk: 7, badge: { id: 'CANARY-ada-badge-3e' } },
    ],
  ])('T2: by %j carries its credentials and no token', async (method, provider, credentials) => {
    const route = `POST ${app}/auth/providers/${provider}/login`;
    const { requests, logIn } = clientOf({ ...sound, [route]: granted });
    expect((await logIn(method)).ok).toBe(true);
    expect(authorisationOf(requests[1])).toBeUndefined();
    expect(bodyOf(requests[1])).toEqual({ ...credentials, options: { device: expect.any(Object) } });
  });

  it.each<LogInMethod>([{ kind: 'browser' }, { kind: 'deviceCode' }])(
    'by %j is not offered, and asks nobody',
    async (method) => {
      const { requests, logIn } = clientOf(sound);
      expect(await logIn(method)).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
      expect(requests).toEqual([]);
    },
  );

  it('tells an anonymous user, and one that is so no more', async () => {
    const identity = { id: 'a', provider_type: 'anon-user' };
    const linked = { id: 'b', provider_type: 'local-userpass' };
    const found: boolean[] = [];
    for (const identities of [[identity], [identity, linked], []]) {
      const { logIn } = clientOf({
        ...sound,
        [profileRoute]: json({ user_id: 'u1', identities, data: {} }),
      });
      const login = await logIn({ kind: 'anonymous', isReused: false });
      if (login.ok) found.push(login.value.isAnonymous);
    }
    expect(found).toEqual([true, false, true]);
  });

  it('takes a profile whose texts are odd', async () => {
    const data = { email: 7, first_name: 'Ada\u202E', last_name: 'Love\nlace' };
    const { logIn } = clientOf({ ...sound, [profileRoute]: json({ user_id: 'u1', identities: [], data }) });
    const login = await logIn(ada);
    expect(login.ok && login.value.profile).toEqual({ email: undefined, name: 'Ada Love lace' });
  });

  it('fails with the refusal, which says nothing of the password', async () => {
    const { asked, logIn } = clientOf({
      ...sound,
      [`POST ${userpass}/login`]: json({ error: `not ${password}` }, 400),
    });
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 400 }));
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
    const { asked, givenBack, logIn } = clientOf({ ...sound, [profileRoute]: answer });
    expect((await logIn(ada)).ok).toBe(false);
    expect(givenBack).toEqual([{ accessToken, refreshToken }]);
    expect(asked().at(-1)).toBe(`GET ${host}${api}/auth/profile`);
  });

  it('fails with the first failure, and leaves it to others to end the session at the service', async () => {
    const { asked, givenBack, logIn } = clientOf({ ...sound, [profileRoute]: json({}, 503) });
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 503 }));
    expect(givenBack).toHaveLength(1);
    expect(asked().some((line) => line.startsWith('DELETE'))).toBe(false);
  });

  it('gives nothing back where it succeeds, or where nothing was granted', async () => {
    const { givenBack, logIn } = clientOf(sound);
    expect((await logIn(ada)).ok).toBe(true);
    const refused = clientOf({ ...sound, [`POST ${userpass}/login`]: json({ error: 'unauthorized' }, 401) });
    expect((await refused.logIn(ada)).ok).toBe(false);
    const portal = clientOf({ ...sound, [`POST ${userpass}/login`]: page });
    expect(await portal.logIn(ada)).toEqual(
      fail({ code: 'serverError', status: 200, problem: 'otherProtocol' }),
    );
    expect([...givenBack, ...refused.givenBack, ...portal.givenBack]).toEqual([]);
  });

  it.each<[string, HttpResponse]>([
    ['without a user', json({ access_token: accessToken, refresh_token: refreshToken })],
    [
      'with an access token beyond all measure',
      json({ access_token: 'a'.repeat(20_000), refresh_token: refreshToken, user_id: 'u1' }),
    ],
  ])('gives back what it was granted %s', async (_name, answer) => {
    const { givenBack, asked, logIn } = clientOf({ ...sound, [`POST ${userpass}/login`]: answer });
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 200 }));
    expect(givenBack.map((given) => given.refreshToken)).toEqual([refreshToken]);
    expect(asked()).toHaveLength(2);
  });

  it.each(['', 'not-a-jwt', `${accessToken}\r\nX: 1`, jwtOf({ exp: 'soon' })])(
    'T38: with the malformed access token %j fails, and ends the session',
    async (malformed) => {
      const { requests, givenBack, logIn } = clientOf({
        ...sound,
        [`POST ${userpass}/login`]: json({
          access_token: malformed,
          refresh_token: refreshToken,
          user_id: 'u1',
        }),
      });
      expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 200 }));
      expect(givenBack.map((given) => given.refreshToken)).toEqual([refreshToken]);
      expect(requests.some((request) => authorisationOf(request) === `Bearer ${malformed}`)).toBe(false);
    },
  );

  it('does not take its token to a base URL that has changed meanwhile', async () => {
    let baseUrl = base;
    const { asked, logIn } = clientOf(
      {
        ...sound,
        [`POST ${userpass}/login`]: () => {
          baseUrl = 'https://other.example.com';
          return granted;
        },
      },
      { baseUrl: () => baseUrl },
    );
    await logIn(ada);
    expect(asked().at(-1)).toBe(`GET ${host}${api}/auth/profile`);
  });

  it('that is cancelled while others wait for the location leaves them theirs', async () => {
    let answer: (outcome: Outcome<HttpResponse>) => void = () => undefined;
    const { logIn } = clientOf({
      ...sound,
      [locationRoute]: new Promise<Outcome<HttpResponse>>((resolve) => {
        answer = resolve;
      }),
    });
    const controller = new AbortController();
    const cancelled = logIn(ada, controller.signal);
    const other = logIn(ada);
    controller.abort();
    expect(await cancelled).toEqual(fail({ code: 'cancelled' }));
    answer(succeed(located));
    expect((await other).ok).toBe(true);
  });

  it.each([`POST ${userpass}/login`, profileRoute])(
    'that is cancelled at %s gives its session back',
    async (route) => {
      const controller = new AbortController();
      const cancellation: Cancellation = controller.signal;
      const { asked, givenBack, logIn } = clientOf({
        ...sound,
        [route]: () => {
          controller.abort();
          return route === profileRoute ? profile : granted;
        },
      });
      expect(await logIn(ada, cancellation)).toEqual(fail({ code: 'cancelled' }));
      expect(givenBack).toEqual([{ accessToken, refreshToken }]);
      expect(asked().at(-1)).toBe(route.replace(' ', ` ${host}`));
    },
  );
});
