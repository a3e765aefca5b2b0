import { describe, expect, it } from 'vitest';
import { isAccessFresh } from '../../sessions/session.ts';
import { localExpiryOf } from './local-expiry.ts';
import { jwtOf } from './testing/signed-token.ts';
import { ada, api, clientOf, json, profile, sound, userpass } from './testing/stub-server.ts';

const serverNowMs = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const skews: readonly [string, number][] = [
  ['right', 0],
  ['two years ahead', 2 * 365 * day],
  ['two years behind', -2 * 365 * day],
];

const seconds = (ms: number): number => ms / 1000;
const issued = { iat: seconds(serverNowMs) };
const access = { exp: seconds(serverNowMs + 30 * minute) };
const refresh = { exp: seconds(serverNowMs + 60 * day) };
const dated = { date: new Date(serverNowMs).toUTCString() };

describe('the end of a token by this computer’s clock', () => {
  it.each(skews)('A13: is its life from now, where the clock is %s', (_name, skewMs) => {
    const nowMs = serverNowMs + skewMs;
    const times = { expiresAtMs: serverNowMs + 30 * minute, issuedAtMs: serverNowMs };
    const misleading = { headers: { date: 'Sat, 01 Jan 2000 00:00:00 GMT' } };
    expect(localExpiryOf(times, misleading, nowMs)).toBe(nowMs + 30 * minute);
  });

  it.each(skews)('A13: is told by the answer’s date else, where the clock is %s', (_name, skewMs) => {
    const nowMs = serverNowMs + skewMs;
    const times = { expiresAtMs: serverNowMs + 30 * minute };
    expect(localExpiryOf(times, { headers: dated }, nowMs)).toBe(nowMs + 30 * minute);
  });

  it.each<[string, Record<string, string>]>([
    ['no date', {}],
    ['a date that is none', { date: 'yesterday' }],
  ])('is as it stands where there is %s', (_name, headers) => {
    expect(localExpiryOf({ expiresAtMs: 5 }, { headers }, 1_000)).toBe(5);
  });

  it('is not before now, nor beyond all dates, nor known of a token that does not say', () => {
    expect(localExpiryOf({ expiresAtMs: 5, issuedAtMs: 9 }, { headers: {} }, 1_000)).toBe(1_000);
    const endless = { expiresAtMs: 8.64e15, issuedAtMs: 0 };
    expect(new Date(localExpiryOf(endless, { headers: {} }, 1_000) ?? 0).getTime()).toBe(8.64e15);
    expect(localExpiryOf({ issuedAtMs: 9 }, { headers: {} }, 1_000)).toBeUndefined();
  });
});

describe('a session on a computer whose clock is wrong', () => {
  const tokens = (claims: object) => ({
    access_token: jwtOf({ ...claims, ...access }),
    refresh_token: jwtOf({ ...claims, ...refresh }),
    user_id: 'u1',
  });

  const ways: readonly [string, object, Record<string, string>][] = [
    ['tokens that say when they were issued', issued, {}],
    ['an answer that says when it was sent', {}, dated],
  ];
  const cases = skews.flatMap(([clock, skewMs]) =>
    ways.map(([way, claims, headers]) => ({ clock, skewMs, way, claims, headers })),
  );

  it.each(cases)(
    'A13: has its whole life where it is $clock, by $way',
    async ({ skewMs, claims, headers }) => {
      const nowMs = serverNowMs + skewMs;
      const { client, logIn } = clientOf(
        {
          ...sound,
          [`POST ${userpass}/login`]: json(tokens(claims), 200, headers),
          [`GET ${api}/auth/profile`]: profile,
          [`POST ${api}/auth/session`]: json(tokens(claims), 201, headers),
        },
        { nowMs: () => nowMs },
      );
      const login = await logIn(ada);
      const session = login.ok ? login.value.session : undefined;
      expect(session?.accessExpiresAtMs).toBe(nowMs + 30 * minute);
      expect(session?.refreshExpiresAtMs).toBe(nowMs + 60 * day);
      const refreshed = session && (await client.refresh(session));
      const fresh = refreshed?.ok ? refreshed.value : undefined;
      expect(fresh?.accessExpiresAtMs).toBe(nowMs + 30 * minute);
      expect(fresh && isAccessFresh(fresh, nowMs)).toBe(true);
      expect(fresh && isAccessFresh(fresh, nowMs + 30 * minute)).toBe(false);
    },
  );
});
