import { describe, expect, it } from 'vitest';
import { OutsideLimit } from './outside-limit.ts';

describe('leaving for the browser', () => {
  it('F6: opens what the person presses, and stops a flood', () => {
    const limit = new OutsideLimit();
    const pressed = (atMs: number) => limit.mayOpen({ atMs, isAsked: true, host: 'other.test' });
    expect([0, 1, 2, 3, 4, 5].map(pressed)).toEqual([true, true, true, true, true, false]);
    expect(pressed(9_999)).toBe(false);
    expect(pressed(10_000)).toBe(true);
  });

  it('F6: lets a page leave by itself once for each host, and not in a row', () => {
    const limit = new OutsideLimit();
    const left = (atMs: number, host: string) => limit.mayOpen({ atMs, isAsked: false, host });
    expect(left(0, 'one.test')).toBe(true);
    expect(left(60_000, 'one.test')).toBe(false);
    expect(left(60_000, 'two.test')).toBe(true);
    expect(left(60_001, 'three.test')).toBe(false);
    expect(left(70_000, 'three.test')).toBe(true);
  });

  it('F6: writes mail only for a person', () => {
    const limit = new OutsideLimit();
    expect(limit.mayOpen({ atMs: 0, isAsked: false })).toBe(false);
    expect(limit.mayOpen({ atMs: 0, isAsked: true })).toBe(true);
  });
});
