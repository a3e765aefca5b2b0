import { isJson, jsonTokens } from './json-tokens.ts';

/** JSON on lines of its own, two spaces a level; every value stays as it is written. Undefined for what is no JSON. */
export const formattedJson = (text: string): string | undefined => {
  if (!isJson(text)) return undefined;
  const parts: string[] = [];
  let depth = 0;
  let before = '';
  const breakLine = (): void => void parts.push('\n', '  '.repeat(Math.min(depth, deepestIndent)));
  for (const token of jsonTokens(text)) {
    const isClosing = token === '}' || token === ']';
    if (isClosing) depth -= 1;
    const opened = before === '{' || before === '[';
    if (before === ',' || (isClosing ? !opened : opened)) breakLine();
    parts.push(token === ':' ? ': ' : token);
    if (token === '{' || token === '[') depth += 1;
    before = token;
  }
  return parts.join('');
};

/** Deeper levels are not moved further in: a thousand brackets would make half a million spaces. */
const deepestIndent = 64;
