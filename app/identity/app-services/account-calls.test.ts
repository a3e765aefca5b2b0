import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../outcome.ts';
import type { HttpResponse } from './http.ts';
import {
  accessToken,
  ada,
  api,
  app,
  authorisationOf,
  clientOf,
  empty,
  json,
  password,
  userpass,
  sound,
} from './testing/stub-server.ts';

describe('creating an account', () => {
  const route = `POST ${userpass}/register`;

  it('carries no token, and a name only where there is one', async () => {
    const { client, requests } = clientOf({ ...sound, [route]: empty(201) });
    await client.appServices.createAccount({ email: ada.email, password });
    await client.appServices.createAccount({ email: ada.email, password, name: 'Ada' });
    expect(requests.map(authorisationOf)).toEqual([undefined, undefined, undefined]);
    expect(requests.slice(1).map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([
      { email: ada.email, password },
      { email: ada.email, password, name: 'Ada' },
    ]);
  });

  it('tells a taken e-mail', async () => {
    const { client } = clientOf({ ...sound, [route]: json({ error: 'name already in use' }, 409) });
    const outcome = await client.appServices.createAccount({ email: ada.email, password });
    expect(outcome).toEqual(fail({ code: 'conflict', with: 'emailTaken' }));
  });
});

describe('an account', () => {
  it('T20: is deleted with its own access token', async () => {
    const { client, requests } = clientOf({ ...sound, [`DELETE ${api}/auth/delete`]: empty(204) });
    expect(await client.appServices.deleteAccount(accessToken)).toEqual(succeed(undefined));
    expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${accessToken}`);
  });
});

describe('a function', () => {
  const route = `POST ${app}/functions/call`;

  it('runs with the given access token and arguments', async () => {
    const { client, requests } = clientOf({ ...sound, [route]: json({ sum: 3 }) });
    expect(await client.appServices.callFunction(accessToken, 'add', [1, { two: 2 }])).toEqual(
      succeed({ sum: 3 }),
    );
    expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${accessToken}`);
    expect(requests.at(-1)?.body).toBe('{"name":"add","arguments":[1,{"two":2}]}');
  });

  it('may return nothing', async () => {
    const { client } = clientOf({ ...sound, [route]: empty(204) });
    expect(await client.appServices.callFunction(accessToken, 'f', [])).toEqual(succeed(null));
  });

  it.each<[HttpResponse, string]>([
    [{ status: 200, headers: {}, body: '<html>' }, 'serverError'],
    [empty(401), 'authenticationRejected'],
    [empty(429), 'serverError'],
    [{ status: 200, headers: {}, body: '['.repeat(200) + ']'.repeat(200) }, 'serverError'],
    [{ status: 200, headers: {}, body: '['.repeat(500_000) + ']'.repeat(500_000) }, 'serverError'],
    [{ status: 200, headers: {}, body: `"${'a'.repeat(1_100_000)}"` }, 'serverError'],
  ])('that answers %o fails', async (answer, code) => {
    const { client } = clientOf({ ...sound, [route]: answer });
    expect(await client.appServices.callFunction(accessToken, 'f', [])).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
