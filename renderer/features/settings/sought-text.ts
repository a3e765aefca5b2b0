/** As a person reads it: however it is composed, large or small. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Do all words that are sought begin a word of the text, in any order? Nothing sought is in every text. */
export const hasSought = (text: string, sought: string): boolean => {
  const words = wordsOf(text);
  return wordsOf(sought).every((one) => words.some((word) => word.startsWith(one)));
};
