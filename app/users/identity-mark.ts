import { plainName } from './account-name.ts';
import { givenColourCount, identityColours, wornColour } from './identity-colour.ts';
import type { User } from './user.ts';

type Markable = Pick<User, 'id' | 'nickname' | 'profile' | 'anonymousNumber' | 'subject'>;

/** Of the colours that Hotseat gives, the one that the fewest accounts wear, lowest index first. */
export const freeColour = (others: Iterable<Pick<User, 'colour' | 'chosenColour'>>): number => {
  const uses = Array.from({ length: givenColourCount }, () => 0);
  for (const other of others) {
    const place = identityColours.indexOf(wornColour(other));
    if (place < givenColourCount) uses[place] = (uses[place] ?? 0) + 1;
  }
  return uses.indexOf(Math.min(...uses));
};

/**
 * Initials that no other account has, so that two accounts are told apart without colour: of the first and
 * last word, then of later letters, then the first letter and a number.
 */
export const freeInitials = (others: Iterable<Pick<User, 'id' | 'initials'>>, user: Markable): string => {
  const taken = new Set<string>();
  for (const other of others) if (other.id !== user.id) taken.add(other.initials);
  for (const candidate of candidates(user)) if (!taken.has(candidate)) return candidate;
  return '?';
};

function* candidates(user: Markable): Generator<string> {
  const words = wordsOf(user);
  const first = words[0] ?? ['?'];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const start = upper(first[0] ?? '?');
  for (const second of [...(last ?? []), ...first.slice(1)]) yield start + upper(second);
  if (!last && first.length === 1) yield start;
  for (let number = 2; ; number += 1) yield start + String(number);
}

let graphemes: Intl.Segmenter | undefined;

/** Made when it is needed: it loads the tables of all scripts, which a start does not wait for. */
const graphemesOf = (word: string): string[] => {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(graphemes.segment(word), ({ segment }) => segment);
};

const wordsOf = (user: Markable): string[][] =>
  (user.anonymousNumber === undefined ? plainName(user).replace(/@.*$/u, '') : `A ${user.anonymousNumber}`)
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => graphemesOf(word));

const upper = (letter: string): string => letter.toLocaleUpperCase();
