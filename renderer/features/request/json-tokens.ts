/** A token of JSON text as it is written there: a bracket, comma or colon, or a whole value. */
export type JsonToken = string;

const punctuation = new Set(['{', '}', '[', ']', ',', ':']);
const blank = /\s/u;

/**
 * The tokens of text that `JSON.parse` takes. They keep what parsing loses: digits of long numbers, the order and
 * the number of equal keys, escapes.
 */
export function* jsonTokens(text: string): Generator<JsonToken> {
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (blank.test(sign)) {
      at += 1;
      continue;
    }
    const end = punctuation.has(sign) ? at + 1 : sign === '"' ? endOfString(text, at) : endOfWord(text, at);
    yield text.slice(at, end);
    at = end;
  }
}

export const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
};

const endOfWord = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && !punctuation.has(text.charAt(at)) && !blank.test(text.charAt(at))) at += 1;
  return at;
};
