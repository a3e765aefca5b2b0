/** Without case, accents and signs between words, as a person types it. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLowerCase();

export const tokensOf = (text: string): readonly string[] => folded(text).split(/\s+/u).filter(Boolean);

/** No more letters of a text may be skipped than this, for each one that is typed. */
const skippedPerLetter = 4;

/**
 * How well a typed token fits a text, both folded: 0 for not at all, up to 100 for how the text begins. A word that
 * begins with it comes next, then what contains it.
 */
export const partScore = (token: string, text: string): number => {
  const at = token === '' ? -1 : text.indexOf(token);
  if (at < 0) return 0;
  if (at === 0) return token.length === text.length ? 100 : 95;
  return beginsWordWith(token, text) ? 80 : 60;
};

/** Likewise of a name: at the last, what has the letters in that order, from a word's first. */
export const matchScore = (token: string, text: string): number =>
  partScore(token, text) || scatteredScore(token, text);

const beginsWordWith = (token: string, text: string): boolean => {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1))
    if (beginsWord(text, at)) return true;
  return false;
};

/** Of a folded text. No expression, since this runs for every account and every letter that is typed. */
const beginsWord = (text: string, at: number): boolean => at === 0 || !isInWord(text.charCodeAt(at - 1));

const isInWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code > 0x7f;

/** From each word that begins with the first letter. */
const scatteredScore = (token: string, text: string): number => {
  if (token.length < 2) return 0;
  let best = 0;
  for (
    let start = text.indexOf(token.charAt(0));
    start >= 0;
    start = text.indexOf(token.charAt(0), start + 1)
  )
    if (beginsWord(text, start)) best = Math.max(best, scoreFrom(start, token, text));
  return best;
};

const scoreFrom = (start: number, token: string, text: string): number => {
  let at = start;
  let skipped = 0;
  let words = 1;
  for (const letter of token.slice(1)) {
    const next = nextOf(letter, text, at + 1);
    if (next === undefined) return 0;
    if (beginsWord(text, next)) words += 1;
    else skipped += next - at - 1;
    at = next;
  }
  // Two letters in order are in nearly everything.
  if (token.length === 2 && words < 2) return 0;
  return skipped > token.length * skippedPerLetter ? 0 : Math.max(10, 50 - 3 * skipped);
};

/** The very next letter if it is that, else the next word that begins with it, else wherever it comes. */
const nextOf = (letter: string, text: string, from: number): number | undefined => {
  const nearest = text.indexOf(letter, from);
  if (nearest < 0) return undefined;
  if (nearest === from) return nearest;
  for (let at = nearest; at >= 0; at = text.indexOf(letter, at + 1)) if (beginsWord(text, at)) return at;
  return nearest;
};
