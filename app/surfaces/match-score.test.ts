import { describe, expect, it } from 'vitest';
import { folded, matchScore, tokensOf } from './match-score.ts';

describe('how well something typed fits', () => {
  it('ranks the beginning, a word, a part, and letters in order, in that order', () => {
    const scores = ['emma lund', 'anna emma', 'gemma', 'erik m malm'].map((text) => matchScore('emma', text));
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(new Set(scores).size).toBe(4);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('takes initials', () => {
    expect(matchScore('gh', 'grace hopper')).toBeGreaterThan(0);
    expect(matchScore('gho', 'grace hopper')).toBeGreaterThan(matchScore('gae', 'grace hopper'));
  });

  it('takes no letters from here and there', () => {
    expect(matchScore('ga', 'gustav adler')).toBeGreaterThan(0);
    expect(matchScore('gr', 'gustav adler')).toBe(0);
    expect(matchScore('zo', 'bozena orlova')).toBe(0);
    expect(matchScore('axz', 'a very long extract, and in the end a blizzard')).toBe(0);
    expect(matchScore('x', 'a box')).toBe(60);
    expect(matchScore('q', 'grace hopper')).toBe(0);
  });

  it('knows no case and no accents', () => {
    expect(folded('Zoë ÅNGSTRÖM')).toBe('zoe angstrom');
    expect(tokensOf('  Zoë  ang ')).toEqual(['zoe', 'ang']);
  });
});
