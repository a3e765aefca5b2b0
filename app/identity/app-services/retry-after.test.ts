import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpDate } from './http-date.ts';
import { retryAfterSecondsOf } from './retry-after.ts';

const sentAt = 'Sun, 06 Nov 1994 08:49:37 GMT';
const sentAtMs = 784_111_777_000;

describe('an HTTP date', () => {
  it.each([sentAt, 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994', ` ${sentAt} `])(
    'is read from %j',
    (text) => {
      expect(readHttpDate(text)).toBe(sentAtMs);
    },
  );

  it.each([
    undefined,
    '',
    '1994',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37 +0200',
    'Sun, 06 Nov 1994',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 99:49:37 GMT',
    `${sentAt}, ${sentAt}`,
  ])('is not read from %j', (text) => {
    expect(readHttpDate(text)).toBeUndefined();
  });

  it('is read as it was written', () => {
    const date = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (at) => {
        expect(readHttpDate(at.toUTCString())).toBe(Math.floor(at.getTime() / 1000) * 1000);
      }),
    );
  });
});

describe('C4: Retry-After', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 17 ' }, 17],
    [{ 'retry-after': '86401' }, 86_400],
    [{ 'retry-after': '99999999999999999999' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': '1.5' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': 'Sun, 06 Nov 1994 08:51:37 GMT', date: sentAt }, 120],
    [{ 'retry-after': 'Sun, 06 Nov 1994 08:48:37 GMT', date: sentAt }, 0],
    [{ 'retry-after': 'Sun, 06 Nov 2094 08:48:37 GMT', date: sentAt }, 86_400],
  ])('%j is %s, however wrong this computer’s clock', (headers, expected) => {
    expect(retryAfterSecondsOf({ headers }, 0)).toBe(expected);
  });

  it('is counted by this computer’s clock where the answer has no date, if there is a clock', () => {
    const headers = { 'retry-after': 'Sun, 06 Nov 1994 08:51:37 GMT' };
    expect(retryAfterSecondsOf({ headers }, sentAtMs)).toBe(120);
    expect(retryAfterSecondsOf({ headers }, sentAtMs + 1)).toBe(120);
    expect(retryAfterSecondsOf({ headers })).toBeUndefined();
  });
});
