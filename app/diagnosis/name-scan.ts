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
 * however many names there are: ten thousand accounts have fifty thousand. `markOf` may put something else in place
 * of a name, whose `text` is in small letters by then.
 */
export const createNameScan = <Name extends Named>(
  names: readonly Name[],
): ((text: string, markOf?: (name: Name) => string) => string) => {
  const byText = new Map<string, Name>();
  // Thousands may begin alike, so they are not gone through but looked up, the longest first.
  const lengthsByHead = new Map<string, number[]>();
  for (const name of names) {
    const text = lowerCase(name.text);
    if (text.trim() === '' || byText.has(text)) continue;
    byText.set(text, { ...name, text });
    if (text.length < headLength) continue;
    const head = text.slice(0, headLength);
    const lengths = lengthsByHead.get(head);
    if (!lengths) lengthsByHead.set(head, [text.length]);
    else if (!lengths.includes(text.length)) lengths.push(text.length);
  }
  for (const lengths of lengthsByHead.values()) lengths.sort((one, other) => other - one);

  const foundAt = (lowered: string, at: number): Name | undefined => {
    for (const length of lengthsByHead.get(lowered.slice(at, at + headLength)) ?? []) {
      const long = byText.get(lowered.slice(at, at + length));
      if (long) return long;
    }
    for (let length = headLength - 1; length > 0; length -= 1) {
      const short = byText.get(lowered.slice(at, at + length));
      if (short?.text.length === length && isWord(lowered, at, length)) return short;
    }
    return undefined;
  };
  return (text, markOf = ({ mark }) => mark) => {
    const lowered = lowerCase(text);
    let rest = '';
    let copiedTo = 0;
    for (let at = 0; at < text.length;) {
      const found = foundAt(lowered, at);
      if (found) {
        rest += text.slice(copiedTo, at) + markOf(found);
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
