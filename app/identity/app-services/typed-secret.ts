import type { ErrorReport } from '../../errors.ts';

/** As long as a header may be that has it. */
export const longestToken = 16_384;

/** Visible ASCII: nothing that could end a line, begin another token, or be read in two ways. */
export const tokenCharacters = /^[\x21-\x7e]+$/;

/** What is wrong with an API key or a token that a person typed or pasted (fault row D9); undefined if nothing. */
export const flawIn = (typed: string, field: 'apiKey' | 'token'): ErrorReport | undefined => {
  if (typed === '') return { code: 'invalidInput', field, problem: 'empty' };
  if (typed.length > longestToken) return { code: 'invalidInput', field, problem: 'tooLong' };
  return tokenCharacters.test(typed) ? undefined : { code: 'invalidInput', field, problem: 'malformed' };
};
