/** What stands in a token's place. */
const veil = '(token)';

/** Takes tokens out of a text that comes in pieces, also where one begins in a piece and ends in another. */
export interface TokenVeil {
  push(text: string): string;
  /** What was held back. `isCut`: the text goes on where nobody reads it, perhaps with the rest of a token. */
  end(isCut?: boolean): string;
}

export const createTokenVeil = (tokens: Iterable<string>): TokenVeil => {
  const written = [...new Set([...tokens].flatMap(waysToWrite))].filter((text) => text !== '');
  let held = '';
  return {
    push: (text) => {
      const all = written.reduce((rest, token) => rest.replaceAll(token, veil), held + text);
      const heldCount = Math.max(0, ...written.map((token) => beginningAtEndOf(all, token)));
      held = all.slice(all.length - heldCount);
      return all.slice(0, all.length - heldCount);
    },
    end: (isCut = false) => {
      const rest = held;
      held = '';
      return isCut ? '' : rest;
    },
  };
};

/** A text that is there as a whole. */
export const veiled = (text: string, tokens: Iterable<string>): string => {
  const whole = createTokenVeil(tokens);
  return whole.push(text) + whole.end();
};

/** As it is, as JSON has it, with or without its slashes escaped, and as an address has it. Longest first. */
const waysToWrite = (token: string): readonly string[] => {
  const inJson = JSON.stringify(token).slice(1, -1);
  const all = [
    token,
    inJson,
    inJson.replaceAll('/', String.raw`\/`),
    encodeURIComponent(token.replaceAll(/\p{Cs}/gu, '\uFFFD')),
  ];
  return all.toSorted((a, b) => b.length - a.length);
};

/** How many units at the end of the text could be the beginning of the token. */
const beginningAtEndOf = (text: string, token: string): number => {
  const first = token.charAt(0);
  const start = Math.max(0, text.length - token.length + 1);
  for (let at = text.indexOf(first, start); at !== -1; at = text.indexOf(first, at + 1))
    if (token.startsWith(text.slice(at))) return text.length - at;
  return 0;
};
