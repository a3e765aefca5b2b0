export interface Named {
  readonly text: string;
  /** What stands in its place. */
  readonly mark: string;
}

/** A name begins a search by so much of it; a shorter one is a part of ordinary words, and counts as a word only. */
const headLength = 4;

const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Replaces names wherever they stand, in large and small letters, the longest first. Goes through the text once,
 * however many names there are: ten thousand accounts have fifty thousand.
 */
export const createNameScan = (names: readonly Named[]): ((text: string) => string) => {
  const byHead = new Map<string, Named[]>();
  for (const { text, mark } of names) {
    const lowered = lowerCase(text);
    if (lowered.trim() === '') continue;
    const head = lowered.slice(0, headLength);
    const sameHead = byHead.get(head);
    if (sameHead) sameHead.push({ text: lowered, mark });
    else byHead.set(head, [{ text: lowered, mark }]);
  }
  for (const sameHead of byHead.values()) sameHead.sort((one, other) => other.text.length - one.text.length);

  const foundAt = (lowered: string, at: number): Named | undefined => {
    const long = byHead
      .get(lowered.slice(at, at + headLength))
      ?.find(({ text }) => text.length >= headLength && lowered.startsWith(text, at));
    if (long) return long;
    for (let length = headLength - 1; length > 0; length -= 1) {
      const [short] = byHead.get(lowered.slice(at, at + length)) ?? [];
      if (short?.text.length === length && isWord(lowered, at, length)) return short;
    }
    return undefined;
  };
  return (text) => {
    const lowered = lowerCase(text);
    let rest = '';
    let copiedTo = 0;
    for (let at = 0; at < text.length;) {
      const found = foundAt(lowered, at);
      if (found) {
        rest += text.slice(copiedTo, at) + found.mark;
        at += found.text.length;
        copiedTo = at;
      } else at += 1;
    }
    return rest + text.slice(copiedTo);
  };
};

const isWord = (text: string, at: number, length: number): boolean =>
  !letterOrDigit.test(text[at - 1] ?? '') && !letterOrDigit.test(text[at + length] ?? '');

/** Of the same length: a letter that would become two stays as it is. */
const lowerCase = (text: string): string => {
  const lowered = text.toLowerCase();
  if (lowered.length === text.length) return lowered;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
};
