import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../outcome.ts';
import type { EmailPasswordRequest, LogInMethod } from '../identity-provider.ts';
import type { HttpResponse } from './http.ts';
import { encodeText, jwtOf } from './testing/signed-token.ts';
import {
  accessToken,
  ada,
  api,
  app,
  authorisationOf,
  bodyOf,
  clientOf,
  empty,
  host,
  json,
  page,
  password,
  sound,
  userpass,
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

describe('a request about an e-mail and password account', () => {
  const token = 'CANARY-ada-emailToken-22';
  const tokenId = 'CANARY-ada-tokenId-23';
  const email = 'ada@example.com';
  it.each<[EmailPasswordRequest, string, object]>([
    [{ kind: 'confirm', token, tokenId }, 'confirm', { token, tokenId }],
    [{ kind: 'sendConfirmation', email }, 'confirm/send', { email }],
    [{ kind: 'callConfirmation', email }, 'confirm/call', { email }],
    [{ kind: 'sendReset', email }, 'reset/send', { email }],
    [{ kind: 'reset', token, tokenId, password }, 'reset', { token, tokenId, password }],
    [
      { kind: 'callReset', email, password, arguments: ['CANARY-ada-answer-24', 7] },
      'reset/call',
      { email, password, arguments: ['CANARY-ada-answer-24', 7] },
    ],
  ])('%o carries just that, and no token', async (request, step, body) => {
    const { client, requests, asked } = clientOf({ ...sound, [`POST ${userpass}/${step}`]: empty(200) });
    expect(await client.appServices.ask(request)).toEqual(succeed(undefined));
    expect(asked()[1]).toBe(`POST ${host}${userpass}/${step}`);
    expect(authorisationOf(requests[1])).toBeUndefined();
    expect(bodyOf(requests[1])).toEqual(body);
  });

  it('D8: fails without a word of what was secret in it', async () => {
    const request = {
      kind: 'callReset',
      email,
      password,
      arguments: [{ pin: 'CANARY-ada-pin-25' }],
    } as const;
    for (const secret of [password, 'CANARY-ada-pin-25']) {
      const answer = json({ error: `failed to reset password for user "${email}" with ${secret}` }, 400);
      const { client } = clientOf({ ...sound, [`POST ${userpass}/reset/call`]: answer });
      expect(await client.appServices.ask(request)).toEqual(fail({ code: 'serverError', status: 400 }));
    }
    const plain = json({ error: `failed to reset password for user "${email}"` }, 400);
    const { client } = clientOf({ ...sound, [`POST ${userpass}/reset/call`]: plain });
    expect(await client.appServices.ask(request)).toEqual(
      fail({ code: 'serverError', status: 400, text: `failed to reset password for user "${email}"` }),
    );
  });

  it('is cancelled before it is sent', async () => {
    const { client, requests } = clientOf(sound);
    const outcome = await client.appServices.ask({ kind: 'sendReset', email }, AbortSignal.abort());
    expect(outcome).toEqual(fail({ code: 'cancelled' }));
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe('linking an identity', () => {
  const route = `POST ${userpass}/login?link=true`;
  const fresh = jwtOf({ sub: 'u1', exp: 1_800_000_000, iat: 1_799_998_200 });
  const own = jwtOf({ sub: 'u1', exp: 1_700_000_000 });

  it('T19: is asked with the linking user’s access token, whoever is active', async () => {
    const answer = json({ access_token: fresh, user_id: 'u1', device_id: '0' });
    const { client, requests } = clientOf({ ...sound, [route]: answer }, { nowMs: () => 5_000 });
    expect(await client.appServices.link(own, ada)).toEqual(
      succeed({ accessToken: fresh, accessExpiresAtMs: 5_000 + 30 * 60_000 }),
    );
    expect(authorisationOf(requests[1])).toBe(`Bearer ${own}`);
    expect(bodyOf(requests[1])).toEqual({
      username: ada.email,
      password,
      options: { device: expect.any(Object) },
    });
  });

  it('T18: takes no refresh token along', async () => {
    const answer = json({ access_token: fresh, refresh_token: 'CANARY-ada-refresh-26', user_id: 'u1' });
    const { client } = clientOf({ ...sound, [route]: answer });
    expect(JSON.stringify(await client.appServices.link(own, ada))).not.toContain('CANARY-ada-refresh');
  });

  it('T18: of somebody else is told as such', async () => {
    const taken = json({ error: 'a user already exists with the specified provider' }, 400);
    const { client } = clientOf({ ...sound, [route]: taken });
    expect(await client.appServices.link(own, ada)).toEqual(
      fail({ code: 'conflict', with: 'identityLinked' }),
    );
  });

  it('T18: never brings the token of another user', async () => {
    const another = json({ access_token: jwtOf({ sub: 'u2', exp: 1_800_000_000 }), user_id: 'u2' });
    const { client } = clientOf({ ...sound, [route]: another });
    expect(await client.appServices.link(own, ada)).toEqual(
      fail({ code: 'serverError', status: 200, problem: 'untrusted' }),
    );
  });

  it.each([json({ access_token: 'malformed' }), json({ user_id: 'u1' }), page, empty(200)])(
    'T38: is not done with %o',
    async (answer) => {
      const { client } = clientOf({ ...sound, [route]: answer });
      expect(await client.appServices.link(own, ada)).toMatchObject({
        ok: false,
        error: { code: 'serverError' },
      });
    },
  );

  it.each<LogInMethod>([{ kind: 'anonymous', isReused: true }, { kind: 'browser' }, { kind: 'deviceCode' }])(
    'by %o is not offered, and asks nobody',
    async (method) => {
      const { client, requests } = clientOf(sound);
      expect(await client.appServices.link(own, method)).toEqual(
        fail({ code: 'conflict', with: 'notOffered' }),
      );
      expect(requests).toEqual([]);
    },
  );
});

describe('a profile', () => {
  it('is that of the token', async () => {
    const { client, requests } = clientOf(sound);
    expect(await client.appServices.profile(accessToken)).toEqual(
      succeed({
        profile: { email: 'ada@example.com', name: 'Ada' },
        identities: [{ id: 'i1', providerType: 'local-userpass' }],
        isAnonymous: false,
      }),
    );
    expect(authorisationOf(requests[1])).toBe(`Bearer ${accessToken}`);
  });

  const anon = { id: 'a', provider_type: 'anon-user' };
  const person = { id: 'b', provider_type: 'local-userpass' };
  it.each<[object[], object, boolean]>([
    [[anon], {}, true],
    [[anon, person], {}, false],
    [[], {}, true],
    [[], { email: 'ada@example.com' }, false],
    [[], { name: 'Ada' }, false],
  ])(
    'T18: with the identities %j and the texts %j: is it anonymous? %s',
    async (identities, data, expected) => {
      const answer = json({ user_id: 'u1', identities, data });
      const { client } = clientOf({ ...sound, [`GET ${api}/auth/profile`]: answer });
      const outcome = await client.appServices.profile(accessToken);
      expect(outcome.ok && outcome.value.isAnonymous).toBe(expected);
    },
  );
});

describe('custom data', () => {
  const { client } = clientOf(sound);
  const of = (claims: object) => client.appServices.customDataOf(jwtOf(claims));

  it('is what the access token carries, in every script', () => {
    const data = { name: 'Zoë 🎉 Ключ \u0000', rooms: [1, { of: '東京' }], none: null };
    expect(of({ user_data: data })).toEqual(data);
  });

  it.each([{}, { user_data: null }, { user_data: [1] }, { user_data: 'text' }, { user_data: 7 }])(
    'is none in %j',
    (claims) => {
      expect(of(claims)).toBeUndefined();
    },
  );

  it('is none in what is no token, or no UTF-8', () => {
    const claims = Buffer.concat([
      Buffer.from('{"user_data":{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}}'),
    ]);
    const broken = `${encodeText('{"alg":"x"}')}.${claims.toString('base64url')}.c2ln`;
    expect(client.appServices.customDataOf(broken)).toBeUndefined();
    expect(client.appServices.customDataOf('CANARY-no-token')).toBeUndefined();
  });
});
