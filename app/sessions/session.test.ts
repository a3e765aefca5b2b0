import { describe, expect, it } from 'vitest';
import { believed, foreseenEnd } from './session.ts';

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
