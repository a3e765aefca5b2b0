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
  const taken: Pick<User, 'initials'>[] = [];
  for (const other of others) if (other.id !== user.id) taken.push(other);
  return initialsBeside(taken)(user);
};

/** As many times `freeInitials`, each beside those before: of ten thousand that would cost as many passes. */
export const initialsBeside = (others: Iterable<Pick<User, 'initials'>>): ((user: Markable) => string) => {
  const taken = new Set<string>();
  for (const { initials } of others) taken.add(initials);
  /** By first letter the lowest number that may be free: those below are taken, and stay so. */
  const numbers = new Map<string, number>();
  return (user) => {
    const { start, candidates } = letterCandidates(user);
    let free = candidates.find((candidate) => !taken.has(candidate));
    let number = numbers.get(start) ?? 2;
    for (; free === undefined; number += 1) {
      const candidate = start + String(number);
      if (!taken.has(candidate)) free = candidate;
      numbers.set(start, number);
    }
    taken.add(free);
    return free;
  };
};

const letterCandidates = (user: Markable): { readonly start: string; readonly candidates: string[] } => {
  const words = wordsOf(user);
  const [letter = '?', ...later] = words[0] ?? [];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const start = upper(letter);
  const candidates = [...(last ?? []), ...later].map((second) => start + upper(second));
  return { start, candidates: !last && later.length === 0 ? [...candidates, start] : candidates };
};

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
