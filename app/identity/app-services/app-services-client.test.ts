import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../outcome.ts';
import type { HttpResponse } from './http.ts';
import { jwtOf } from './testing/signed-token.ts';
import {
  accessToken,
  api,
  authorisationOf,
  clientOf,
  empty,
  json,
  page,
  refreshToken,
  sound,
} from './testing/stub-server.ts';

describe('a session', () => {
  const session = { accessToken, refreshToken, accessExpiresAtMs: 1, refreshExpiresAtMs: 2 };
  const route = `POST ${api}/auth/session`;

  it('is refreshed with its refresh token, which stays', async () => {
    const fresh = jwtOf({ exp: 1_800_000_000 });
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
      expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(succeed(undefined));
      expect(authorisationOf(requests.at(-1))).toBe(`Bearer ${refreshToken}`);
    }
  });

  it('is not taken for ended by a server that fails', async () => {
    const { client } = clientOf({ ...sound, [`DELETE ${api}/auth/session`]: empty(503) });
    expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(
      fail({ code: 'serverError', status: 503 }),
    );
  });

  it('C4: is not refreshed, and not ended, by being asked too often', async () => {
    const pause = { ...empty(429), headers: { 'retry-after': '30' } };
    const { client } = clientOf({ ...sound, [route]: pause, [`DELETE ${api}/auth/session`]: pause });
    const tooMany = fail({
      code: 'serverError',
      status: 429,
      problem: 'tooManyRequests',
      retryAfterSeconds: 30,
    });
    expect(await client.refresh(session)).toEqual(tooMany);
    expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(tooMany);
  });

  it.each([page, { ...page, status: 401 }, { ...page, status: 403 }])(
    'C4: is not refreshed, and not ended, by the page of a guest network: %o',
    async (answer) => {
      const { client } = clientOf({ ...sound, [route]: answer, [`DELETE ${api}/auth/session`]: answer });
      const foreign = fail({ code: 'serverError', status: answer.status, problem: 'otherProtocol' });
      expect(await client.refresh(session)).toEqual(foreign);
      expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(foreign);
    },
  );

  it('T28, T34: of a user who was disabled is refused with the reason', async () => {
    const disabled = json({ error: 'user disabled', error_code: 'UserDisabled' }, 401);
    const { client } = clientOf({ ...sound, [route]: disabled });
    expect(await client.refresh(session)).toEqual(
      fail({ code: 'authenticationRejected', because: 'accountDisabled' }),
    );
  });

  it('without a refresh token lasts as long as its access token, and asks nobody', async () => {
    const { client, requests } = clientOf(sound, { nowMs: () => 100_000 });
    const good = { accessToken, accessExpiresAtMs: 100_001 };
    expect(await client.refresh(good)).toEqual(succeed(good));
    expect(await client.refresh({ accessToken })).toEqual(succeed({ accessToken }));
    const ended = { accessToken, accessExpiresAtMs: 100_000 };
    expect(await client.refresh(ended)).toEqual(fail({ code: 'authenticationRejected' }));
    expect(await client.revoke({ kind: 'accessToken', token: accessToken })).toEqual(succeed(undefined));
    expect(requests).toEqual([]);
  });
});
