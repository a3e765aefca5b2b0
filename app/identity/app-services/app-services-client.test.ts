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
});
