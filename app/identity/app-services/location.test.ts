import { describe, expect, it } from 'vitest';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { HttpResponse } from './http.ts';
import {
  accessToken,
  ada,
  api,
  app,
  authorisationOf,
  base,
  clientOf,
  empty,
  host,
  json,
  located,
  locationRoute,
  page,
  refreshToken,
  sound,
} from './testing/stub-server.ts';

describe('the location', () => {
  it('T48: is asked first, once, and names the host of all later calls', async () => {
    const { client, asked, logIn } = clientOf({ ...sound, [`POST ${app}/functions/call`]: json(1) });
    await Promise.all([logIn(ada), client.appServices.callFunction(accessToken, 'f', [])]);
    await client.appServices.callFunction(accessToken, 'f', []);
    expect(asked()[0]).toBe(`GET ${base}${app}/location`);
    expect(asked().filter((line) => line.endsWith('/location'))).toHaveLength(1);
    expect(
      asked()
        .slice(1)
        .every((line) => line.split(' ')[1]?.startsWith(`${host}/`)),
    ).toBe(true);
  });

  it('T48: is asked again after it failed', async () => {
    let isUp = false;
    const { asked, logIn } = clientOf({
      ...sound,
      [locationRoute]: () => (isUp ? located : fail({ code: 'networkUnavailable' })),
    });
    expect(await logIn(ada)).toEqual(fail({ code: 'networkUnavailable' }));
    isUp = true;
    expect((await logIn(ada)).ok).toBe(true);
    expect(asked().filter((line) => line.endsWith('/location'))).toHaveLength(2);
  });

  it('T48: of another base URL is another', async () => {
    let baseUrl = base;
    const { asked, logIn } = clientOf(sound, { baseUrl: () => baseUrl });
    await logIn(ada);
    baseUrl = 'https://other.example.com';
    await logIn(ada);
    expect(asked().filter((line) => line.endsWith('/location'))).toEqual([
      `GET ${base}${app}/location`,
      `GET https://other.example.com${app}/location`,
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
        [locationRoute]: ({ url }) => (url.startsWith(base) ? late : newHost),
        [`DELETE ${api}/auth/session`]: empty(204),
      },
      { baseUrl: () => baseUrl },
    );
    const first = client.revoke({ kind: 'refreshToken', token: refreshToken });
    baseUrl = 'https://other.example.com';
    await client.revoke({ kind: 'refreshToken', token: refreshToken });
    answerLate(succeed(located));
    await first;
    await client.revoke({ kind: 'refreshToken', token: refreshToken });
    expect(asked().at(-1)).toBe(`DELETE https://new.example.com${api}/auth/session`);
  });

  it.each(['', 'services.example.com', 'ftp://a.example', 'https://a.example/path', 'https://a@b.example'])(
    'T48: of the bad base URL %j reaches nobody',
    async (baseUrl) => {
      const { requests, logIn } = clientOf(sound, { baseUrl: () => baseUrl });
      expect(await logIn(ada)).toEqual(fail({ code: 'networkUnavailable' }));
      expect(requests).toEqual([]);
    },
  );

  it('T48: of an unknown app id tells what the server says', async () => {
    const text = "cannot find app using Client App ID 'no/such'";
    const { logIn } = clientOf(
      { [`GET ${api}/app/no%2Fsuch/location`]: json({ error: text, error_code: 'AppNotFound' }, 404) },
      { appId: 'no/such' },
    );
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 404, text }));
  });

  it.each([
    ['no TLS after TLS', 'http://eu.services.example.com'],
    ['no TLS after TLS, though to this computer', 'http://localhost:8080'],
    ['a name that nobody has after TLS', 'http://directory.hotseat.invalid'],
    ['a path', 'https://eu.services.example.com/x'],
    ['a user before the host', 'https://services.example.com@evil.example'],
    ['a trailing dot', 'https://eu.services.example.com.'],
    ['letters of another script', 'https://eu.servіces.example.com'],
    ['a scheme of its own', 'file:///etc'],
  ])('is refused with %s', async (_name, hostname) => {
    const { requests, logIn } = clientOf({ [locationRoute]: json({ hostname }) });
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 200 }));
    expect(requests).toHaveLength(1);
  });

  it.each(['http://services.example.com', 'http://10.0.0.1:80', 'http://127.0.0.1.evil.example'])(
    'T48: is not asked over plain http of another computer: %s',
    async (baseUrl) => {
      const { logIn, requests } = clientOf(sound, { baseUrl: () => baseUrl });
      expect(await logIn(ada)).toEqual(fail({ code: 'invalidInput', field: 'baseUrl', problem: 'insecure' }));
      expect(requests).toEqual([]);
    },
  );

  it.each(['http://services.example.com', 'http://[::2]', 'http://0.0.0.0'])(
    'T48: of this computer does not lead to plain http of another: %s',
    async (hostname) => {
      const { client, requests } = clientOf(
        { [locationRoute]: json({ hostname }) },
        { baseUrl: () => 'http://127.0.0.1:8080' },
      );
      const outcome = await client.revoke({ kind: 'refreshToken', token: refreshToken });
      expect(outcome).toEqual(fail({ code: 'serverError', status: 200 }));
      expect(requests).toHaveLength(1);
    },
  );

  it.each([
    'http://127.0.0.1:8080',
    'http://localhost:1',
    'http://[::1]:2',
    'http://directory.hotseat.invalid',
  ])('T48: may stay on this computer: %s', async (hostname) => {
    const { client, asked } = clientOf(
      { ...sound, [locationRoute]: json({ hostname }) },
      { baseUrl: () => hostname },
    );
    await client.revoke({ kind: 'refreshToken', token: refreshToken });
    expect(asked()[1]).toBe(`DELETE ${hostname}${api}/auth/session`);
  });

  it.each([
    ['says so', json({ error: 'unauthorized', error_code: 'InvalidSession' }, 401)],
    ['says nothing', empty(401)],
  ])('T33: of a gateway that wants a password and %s ends no session', async (_name, refused) => {
    const { client, requests, logIn } = clientOf({ ...sound, [locationRoute]: refused });
    const foreign = fail({ code: 'serverError', status: 401, problem: 'otherProtocol' });
    expect(await client.refresh({ accessToken, refreshToken })).toEqual(foreign);
    expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(foreign);
    expect(await logIn(ada)).toEqual(foreign);
    expect(requests.map(authorisationOf), 'no token was sent').toEqual([undefined, undefined, undefined]);
  });

  it('C4: is not taken from the page of a guest network, and is asked again after it', async () => {
    let isThrough = false;
    const { logIn } = clientOf({ ...sound, [locationRoute]: () => (isThrough ? located : page) });
    expect(await logIn(ada)).toEqual(fail({ code: 'serverError', status: 200, problem: 'otherProtocol' }));
    isThrough = true;
    expect((await logIn(ada)).ok).toBe(true);
  });
});
