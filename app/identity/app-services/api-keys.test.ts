import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../outcome.ts';
import {
  api,
  authorisationOf,
  bodyOf,
  clientOf,
  empty,
  json,
  page,
  refreshToken,
  sound,
} from './testing/stub-server.ts';

const id = '65f0c2aa01';
const route = `${api}/auth/api_keys`;
const key = 'CANARY-ada-key-7c10';
const stored = { _id: id, name: 'desk', disabled: false };
const notFound = json({ error: 'API key not found', error_code: 'APIKeyNotFound' }, 404);

describe('API keys', () => {
  it('are asked for with the refresh token, each call as the protocol has it', async () => {
    const { client, requests, asked } = clientOf({
      ...sound,
      [`GET ${route}`]: json([stored, { ...stored, _id: 'k2', disabled: true }]),
      [`POST ${route}`]: json({ ...stored, key }, 201),
      [`PUT ${route}/${id}/enable`]: empty(204),
      [`PUT ${route}/${id}/disable`]: empty(204),
      [`DELETE ${route}/${id}`]: empty(204),
    });
    const { apiKeys } = client.appServices;
    const apiKey = { id, name: 'desk', isDisabled: false };
    expect(await apiKeys.list(refreshToken)).toEqual(
      succeed([apiKey, { ...apiKey, id: 'k2', isDisabled: true }]),
    );
    expect(await apiKeys.create(refreshToken, 'desk')).toEqual(succeed({ apiKey, key }));
    expect(bodyOf(requests.at(-1))).toEqual({ name: 'desk' });
    expect(await apiKeys.setEnabled(refreshToken, id, true)).toEqual(succeed(undefined));
    expect(await apiKeys.setEnabled(refreshToken, id, false)).toEqual(succeed(undefined));
    expect(await apiKeys.delete(refreshToken, id)).toEqual(succeed(undefined));
    expect(
      asked()
        .slice(-2)
        .map((line) => line.replace(/https:\/\/[^/]+/, '')),
    ).toEqual([`PUT ${route}/${id}/disable`, `DELETE ${route}/${id}`]);
    const bearers = new Set(requests.slice(1).map(authorisationOf));
    expect([...bearers]).toEqual([`Bearer ${refreshToken}`]);
  });

  it('T35: of somebody else are not found', async () => {
    const { client } = clientOf({
      ...sound,
      [`PUT ${route}/${id}/enable`]: notFound,
      [`PUT ${route}/${id}/disable`]: notFound,
      [`DELETE ${route}/${id}`]: notFound,
    });
    const { apiKeys } = client.appServices;
    const failure = fail({ code: 'serverError', status: 404, text: 'API key not found' });
    expect(await apiKeys.setEnabled(refreshToken, id, true)).toEqual(failure);
    expect(await apiKeys.setEnabled(refreshToken, id, false)).toEqual(failure);
    expect(await apiKeys.delete(refreshToken, id)).toEqual(failure);
  });

  it('T36: are refused to whoever is not signed in', async () => {
    const refused = json({ error: 'must authenticate first', error_code: 'InvalidSession' }, 401);
    const { client } = clientOf({ ...sound, [`GET ${route}`]: refused });
    expect(await client.appServices.apiKeys.list('ended')).toEqual(fail({ code: 'authenticationRejected' }));
  });

  it.each(['', '.', '..', '../session', 'a/b', 'a?b', 'a#b', 'a%2e', 'ü', 'a\n', '\uD800', 'a'.repeat(257)])(
    'C8: the id %j leads nowhere',
    async (odd) => {
      const { client, requests } = clientOf(sound);
      const { apiKeys } = client.appServices;
      const refused = fail({ code: 'invalidInput', field: 'apiKey', problem: 'malformed' });
      expect(await apiKeys.delete(refreshToken, odd)).toEqual(refused);
      expect(await apiKeys.setEnabled(refreshToken, odd, true)).toEqual(refused);
      expect(requests).toEqual([]);
    },
  );

  it('without a name are not asked for', async () => {
    const { client, requests } = clientOf(sound);
    expect(await client.appServices.apiKeys.create(refreshToken, ' ')).toEqual(
      fail({ code: 'invalidInput', field: 'keyName', problem: 'empty' }),
    );
    expect(requests).toEqual([]);
  });

  it('show their name as plain text', async () => {
    const { client } = clientOf({ ...sound, [`GET ${route}`]: json([{ ...stored, name: 'de\u202Esk\n1' }]) });
    const list = await client.appServices.apiKeys.list(refreshToken);
    expect(list).toEqual(succeed([{ id, name: 'desk 1', isDisabled: false }]));
  });

  it.each([page, json({ ...stored }), json([{ ...stored, _id: '../session' }]), empty(200)])(
    'are not read from %o',
    async (answer) => {
      const { client } = clientOf({ ...sound, [`GET ${route}`]: answer, [`POST ${route}`]: answer });
      const { apiKeys } = client.appServices;
      expect(await apiKeys.list(refreshToken)).toMatchObject({ ok: false, error: { code: 'serverError' } });
      const created = await apiKeys.create(refreshToken, 'desk');
      expect(created).toMatchObject({ ok: false, error: { code: 'serverError' } });
    },
  );
});
