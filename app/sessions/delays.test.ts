import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, waitAfterRefresh, waitBeforeDelivery, waitBeforeRefresh } from './delays.ts';

const minute = 60_000;
const ofLife = (lifeMs: number) => ({
  accessToken: 'a',
  refreshToken: 'r',
  accessExpiresAtMs: 1_000_000 + lifeMs,
});
const now = 1_000_000;

describe('the wait before a refresh', () => {
  it('leaves three to six minutes of half an hour, by chance', () => {
    expect(waitBeforeRefresh(ofLife(30 * minute), now, 0)).toBe(27 * minute);
    expect(waitBeforeRefresh(ofLife(30 * minute), now, 1)).toBe(24 * minute);
  });

  it('leaves no more than ten minutes of any life', () => {
    expect(waitBeforeRefresh(ofLife(30 * 24 * 60 * minute), now, 1)).toBe((30 * 24 * 60 - 10) * minute);
  });

  it('is nothing where there is nothing to refresh with, or no expiry', () => {
    expect(waitBeforeRefresh({ accessToken: 'a', accessExpiresAtMs: now }, now, 0)).toBeUndefined();
    expect(waitBeforeRefresh({ accessToken: 'a', refreshToken: 'r' }, now, 0)).toBeUndefined();
    expect(waitAfterRefresh({ accessToken: 'a', refreshToken: 'r' }, now, 0)).toBeUndefined();
  });

  it('is half of a short life at least', () => {
    expect(waitBeforeRefresh(ofLife(minute), now, 0)).toBe(30_000);
    expect(waitBeforeRefresh(ofLife(2 * minute), now, 0)).toBe(75_000);
  });

  it('is over for a token that has run out, but not just after a refresh', () => {
    expect(waitBeforeRefresh(ofLife(-minute), now, 0.5)).toBe(0);
    expect(waitAfterRefresh(ofLife(-minute), now, 0.5)).toBe(30_000);
    expect(waitAfterRefresh(ofLife(1), now, 0.5)).toBe(30_000);
  });

  it('C4: ends before the token does, for any life and any clock', () => {
    const life = fc.integer({ min: 1, max: 4 * 365 * 24 * 60 * minute });
    fc.assert(
      fc.property(life, fc.double({ min: 0, max: 0.999, noNaN: true }), (lifeMs, fraction) => {
        const waitMs = waitBeforeRefresh(ofLife(lifeMs), now, fraction);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(lifeMs);
      }),
    );
  });
});

describe('backing off', () => {
  it('C4: grows from a second to five minutes, anywhere in between by chance', () => {
    const most = Array.from({ length: 12 }, (_, failures) => backOff(failures + 1, undefined, 1));
    expect(most.slice(0, 5)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(most.at(-1)).toBe(5 * minute);
    expect(backOff(12, undefined, 0)).toBe(1_000);
    expect(backOff(1_000_000, undefined, 1)).toBe(5 * minute);
  });

  it('C4: waits as long as the service asks for, and a little more, but not for ever', () => {
    expect(backOff(1, 600, 0)).toBe(600_000);
    expect(backOff(1, 600, 1)).toBe(660_000);
    expect(backOff(12, 0, 1)).toBe(5 * minute);
    expect(backOff(1, 1e12, 0)).toBe(24 * 60 * minute);
    expect(backOff(1, -5, 0)).toBe(1_000);
  });
});

describe('the wait until waiting revocations are tried again', () => {
  it('doubles from a minute to an hour', () => {
    const waits = Array.from({ length: 8 }, (_, rounds) => waitBeforeDelivery(rounds, 0, 0) / minute);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(waitBeforeDelivery(1_000_000, 0, 0)).toBe(60 * minute);
  });

  it('is up to half as long by chance', () => {
    expect(waitBeforeDelivery(2, 0, 0.5)).toBe(3 * minute);
    expect(waitBeforeDelivery(2, 0, 1)).toBe(2 * minute);
  });

  it('is as long as a service asks for, an hour at most', () => {
    expect(waitBeforeDelivery(0, 600, 0.5)).toBe(10 * minute);
    expect(waitBeforeDelivery(0, 1e9, 0.5)).toBe(60 * minute);
  });
});
