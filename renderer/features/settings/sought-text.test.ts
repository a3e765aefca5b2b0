import { expect, test } from 'vitest';
import { hasSought } from './sought-text.ts';

const text = 'Lock when nobody is here Counted from the last key\n or movement anywhere on this computer.';

test.each(['', '   ', 'LOCK', 'nobody is', 'computer key', 'key or', 'movem'])('%o is found', (sought) => {
  expect(hasSought(text, sought)).toBe(true);
});

test.each(['locks', 'nobody theme', 'x', 'body'])('%o is not', (sought) => {
  expect(hasSought(text, sought)).toBe(false);
});

test('letters are the same however they are composed', () => {
  expect(hasSought('Caf\u00e9', 'cafe\u0301')).toBe(true);
});
