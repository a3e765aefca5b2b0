import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someUser } from '../testing/some-user.ts';
import { givenColourCount as colourCount } from './identity-colour.ts';
import { freeColour, freeInitials, initialsBeside } from './identity-mark.ts';
import type { User, UserId } from './user.ts';

const marked = (...names: readonly string[]): readonly string[] => {
  const users: User[] = [];
  for (const [n, name] of names.entries()) {
    const user = someUser(n, { profile: { name } });
    users.push({ ...user, initials: freeInitials(users, user) });
  }
  return users.map(({ initials }) => initials);
};

describe('initials', () => {
  it('are of the first and the last word, or of the start of a single one', () => {
    expect(marked('Emma Maria Stone', 'emma', 'Øystein Å')).toEqual(['ES', 'EM', 'ØÅ']);
  });

  it('of an e-mail are of the part before the @', () => {
    const user = someUser(1, { profile: { email: 'emma.stone@example.org' } });
    expect(freeInitials([], user)).toBe('ES');
  });

  it('of an anonymous user have its number', () => {
    expect(freeInitials([], someUser(1, { profile: {}, anonymousNumber: 2 }))).toBe('A2');
  });

  it('of an anonymous user never are letters of the word for anonymous', () => {
    const user = someUser(1, { profile: {}, anonymousNumber: 2 });
    expect(freeInitials([someUser(3, { initials: 'A2' })], user)).toBe('A3');
  });

  it('do not collide: later letters, then a number', () => {
    expect(marked('Ann Bo', 'Al Bo', 'Abe Bo', 'Ada Bo', 'Ab', 'Ab')).toEqual([
      'AB',
      'AO',
      'AE',
      'AD',
      'A2',
      'A3',
    ]);
  });

  it('of a name without a letter are a question mark, then one with a number', () => {
    expect(marked('***', '—', '!')).toEqual(['?', '?2', '?3']);
  });

  it('keep whole what a person sees as one letter', () => {
    expect(marked('👩‍👩‍👧 x')[0]).toBe('X');
    expect(marked('e\u0301mile zola')[0]).toBe('ÉZ');
  });

  it('of a thousand people with any names are all different', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 60 }), (names) => {
        const initials = marked(...names);
        expect(new Set(initials).size).toBe(initials.length);
      }),
    );
    expect(new Set(marked(...Array.from({ length: 1_000 }, () => 'Ana Bell'))).size).toBe(1_000);
  });

  it('of a user are free for itself', () => {
    const ana = someUser(1, { profile: { name: 'Ana Bell' }, initials: 'AB' });
    expect(freeInitials([ana], ana)).toBe('AB');
  });
});

describe('the identity colour', () => {
  it('is the one that the fewest have', () => {
    const colours: { colour: number }[] = [];
    for (let n = 0; n < colourCount * 2; n += 1) colours.push({ colour: freeColour(colours) });
    expect(colours.map(({ colour }) => colour)).toEqual([
      ...Array.from({ length: colourCount }, (_, n) => n),
      ...Array.from({ length: colourCount }, (_, n) => n),
    ]);
    expect(freeColour(colours.filter(({ colour }) => colour !== 5))).toBe(5);
  });

  it('counts what accounts wear, and gives nobody the one that warns', () => {
    const all = Array.from({ length: colourCount }, (_, colour) => ({ colour }));
    const [first, ...others] = all;
    expect(freeColour([{ colour: first?.colour ?? 0, chosenColour: 'teal' }, ...others])).toBe(0);
    expect(freeColour([...all, { colour: 0, chosenColour: 'production' }])).toBe(0);
    expect(
      freeColour([...all, ...all, { colour: 0, chosenColour: 'production' }]),
      'though the fewest wear it',
    ).toBe(0);
  });
});

it('initials of many are those that each would get beside all before', () => {
  const names = Array.from(
    { length: 300 },
    (_none, n) => `${['User', 'Ana B', 'Bo', '', 'Ä'][n % 5]} ${n % 7}`,
  );
  const initialsOf = initialsBeside([]);
  const before: { id: UserId; initials: string }[] = [];
  for (const [n, name] of names.entries()) {
    const user = someUser(n, { profile: { name } });
    const alone = freeInitials(before, user);
    expect(initialsOf(user)).toBe(alone);
    before.push({ id: user.id, initials: alone });
  }
});
