/**
 * Deeper than anybody means. A megabyte of brackets keeps the parser busy for long, and whoever walks through
 * what comes of it by calling itself runs out of stack.
 */
const depthLimit = 100;

/** Whether a text, if it is JSON, nests no deeper than that. Brackets inside of strings are none. */
export const isShallow = (text: string): boolean => {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInString && character === '\\') at += 1;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > depthLimit) return false;
  }
  return true;
};
