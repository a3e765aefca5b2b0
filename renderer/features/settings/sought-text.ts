/** As a person reads it: however it is composed, large or small, with one space between words. */
const readingOf = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ');

/** Has the text all the words that are sought, in any order? Nothing sought is in every text. */
export const hasSought = (text: string, sought: string): boolean => {
  const reading = readingOf(text);
  return readingOf(sought)
    .trim()
    .split(' ')
    .every((word) => reading.includes(word));
};
