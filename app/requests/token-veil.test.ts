import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenVeil, veiled } from './token-veil.ts';

const token = 'CANARY-ada-accessToken-7d2/+"\u00e9';

const inPieces = (text: string, lengths: readonly number[], tokens: readonly string[]): string => {
  const veil = createTokenVeil(tokens);
  let shown = '';
  let at = 0;
  for (const length of lengths) {
    shown += veil.push(text.slice(at, at + length));
    at += length;
  }
  return shown + veil.push(text.slice(at)) + veil.end();
};

describe('the veil over tokens', () => {
  it.each([
    [token, '(token)'],
    [`a ${token}${token} b`, 'a (token)(token) b'],
    [JSON.stringify({ token }), '{"token":"(token)"}'],
    [JSON.stringify({ token }).replaceAll('/', String.raw`\/`), '{"token":"(token)"}'],
    [`?t=${encodeURIComponent(token)}&u`, '?t=(token)&u'],
    [token.slice(0, -1), token.slice(0, -1)],
    ['nothing', 'nothing'],
    ['', ''],
  ])('%s is shown as %s', (text, shown) => expect(veiled(text, [token])).toBe(shown));

  it('takes out each of several', () =>
    expect(veiled('one-a one-b', ['one-a', 'one-b'])).toBe('(token) (token)'));

  it('in whatever pieces it comes, what is shown is the same, and never a token', () => {
    const word = fc.constantFrom(token, token.slice(0, 9), token.slice(4), 'CANARY', 'C', ' ', 'x');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.array(fc.nat({ max: 12 }), { maxLength: 20 }),
        (words, cuts) => {
          const text = words.join('');
          const shown = inPieces(text, cuts, [token]);
          expect(shown).toBe(text.replaceAll(token, '(token)'));
          expect(shown).not.toContain(token);
        },
      ),
      { seed: 4, numRuns: 5_000 },
    );
  });

  it('shows nothing of a token that is cut off at the end', () => {
    const veil = createTokenVeil([token]);
    expect(veil.push(`said ${token.slice(0, 20)}`) + veil.end(true)).toBe('said ');
  });

  it('holds nothing back that could be no token', () =>
    expect(createTokenVeil([token]).push('all of it')).toBe('all of it'));
});
