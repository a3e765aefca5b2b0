import { describe, expect, it, test } from 'vitest';
import type { LogOutCause } from '../users/user.ts';
import { believed, causeOfRefusal, foreseenEnd, isAccessFresh, revocableTokenOf } from './session.ts';

const day = 24 * 60 * 60_000;
const ending = (atMs: number) => ({ accessToken: 'a', refreshToken: 'r', refreshExpiresAtMs: atMs });

describe('the end that can be foreseen', () => {
  it('is soon seven days ahead, for a session that lives longer', () => {
    expect(foreseenEnd(ending(60 * day), 0, undefined)).toEqual({ atMs: 60 * day, soonFromMs: 53 * day });
    expect(foreseenEnd(ending(8 * day), 0, undefined)).toEqual({ atMs: 8 * day, soonFromMs: day });
  });

  it('is soon in the last tenth of a session that lives seven days or less', () => {
    expect(foreseenEnd(ending(7 * day), 0, undefined)?.soonFromMs).toBe(6.3 * day);
    const hour = { accessToken: 'a', accessExpiresAtMs: 3_600_000 };
    expect(foreseenEnd(hour, 0, undefined)?.soonFromMs).toBe(54 * 60_000);
  });

  it('stays what it was as long as it is the same, however little is left', () => {
    const known = foreseenEnd(ending(60 * day), 0, undefined);
    expect(foreseenEnd(ending(60 * day + 59_000), 58 * day, known)).toBe(known);
    expect(foreseenEnd(ending(60 * day + 60_000), 58 * day, known)?.atMs).toBe(60 * day + 60_000);
    expect(foreseenEnd(ending(90 * day), 58 * day, known)?.soonFromMs).toBe(83 * day);
  });

  it('is unknown where the service does not say', () => {
    const session = { accessToken: 'a', refreshToken: 'r', accessExpiresAtMs: day };
    expect(foreseenEnd(session, 0, undefined)).toBeUndefined();
  });
});

describe('an expiry that has passed when it comes', () => {
  it('is not believed, where a refresh can tell', () => {
    const late = { accessToken: 'a', refreshToken: 'r', accessExpiresAtMs: 5 };
    expect(believed(late, 5).accessExpiresAtMs).toBeUndefined();
    expect(believed(late, 4)).toBe(late);
    const alone = { accessToken: 'a', accessExpiresAtMs: 5 };
    expect(believed(alone, 10)).toBe(alone);
  });
});

describe('the token that ends a session', () => {
  it('is the refresh token, and the access token where there is no other', () => {
    expect(revocableTokenOf({ accessToken: 'a', refreshToken: 'r' })).toEqual({
      kind: 'refreshToken',
      token: 'r',
    });
    expect(revocableTokenOf({ accessToken: 'a' })).toEqual({ kind: 'accessToken', token: 'a' });
  });
});

describe('an access token', () => {
  it('is fresh until half a minute before it runs out, and always where nobody says when', () => {
    const session = { accessToken: 'a', accessExpiresAtMs: 100_000 };
    expect(isAccessFresh(session, 69_999)).toBe(true);
    expect(isAccessFresh(session, 70_000)).toBe(false);
    expect(isAccessFresh({ accessToken: 'a' }, Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});

describe('a refused refresh', () => {
  test.each<[what: string, refreshExpiresAtMs: number | undefined, cause: LogOutCause]>([
    ['has run out where its end has come', 10, 'sessionExpired'],
    ['has run out where its end has passed', 9, 'sessionExpired'],
    ['was revoked where its end is still to come', 11, 'sessionRevoked'],
    ['was revoked where nobody says when it ends', undefined, 'sessionRevoked'],
  ])('is of a session that %s', (_what, refreshExpiresAtMs, cause) => {
    const session = { accessToken: 'a', refreshToken: 'r', accessExpiresAtMs: 1, refreshExpiresAtMs };
    expect(causeOfRefusal(session, 10)).toBe(cause);
  });
});
