import type { PseudoLanguage } from './language.ts';
import type { Message, Piece } from './say.ts';
import type { Room } from './speech.ts';

/** English as a language that nobody speaks: what is still plain English on screen is in no catalogue. */
export const pseudoOf = (messages: Room, language: PseudoLanguage): Room =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' || isCompiled(value) ? said(value, language) : pseudoOf(value, language),
    ]),
  );

const isCompiled = (value: Message | Room): value is readonly Piece[] => Array.isArray(value);

const said = (message: Message, language: PseudoLanguage): Message => {
  const disguise = disguises[language];
  const pieces =
    typeof message === 'string' ? disguise(message) : message.map((piece) => inPiece(piece, disguise));
  if (language !== 'en-XA') return pieces;
  // Where one begins and ends is seen, and so what is cut off, or put together from several.
  return typeof pieces === 'string' ? `[${pieces}]` : ['[', ...pieces, ']'];
};

const inPiece = (piece: Piece, disguise: (text: string) => string): Piece => {
  if (typeof piece === 'string') return disguise(piece);
  if (piece === 0 || !('cases' in piece)) return piece;
  const cases = Object.fromEntries(
    Object.entries(piece.cases).map(([name, pieces]) => [
      name,
      pieces.map((inner) => inPiece(inner, disguise)),
    ]),
  );
  return { ...piece, cases };
};

const marked: Readonly<Record<string, string>> = {
  a: 'áa',
  e: 'ée',
  i: 'íi',
  o: 'óo',
  u: 'úu',
  A: 'Å',
  E: 'É',
  I: 'Í',
  O: 'Ö',
  U: 'Û',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  S: 'Š',
};

const disguises: Readonly<Record<PseudoLanguage, (text: string) => string>> = {
  /** A third longer, as German is, with marks above its letters. */
  'en-XA': (text) => Array.from(text, (character) => marked[character] ?? character).join(''),
  /** Each word from right to left (UAX 9: override, and its end). */
  'ar-XB': (text) => text.replaceAll(/[\p{L}\p{N}’]+/gu, (word) => `\u202E${word}\u202C`),
};
