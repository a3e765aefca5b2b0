import { z } from 'zod';

/** A string without lone surrogates, which UTF-8 cannot carry: two different ones would become equal. */
export const wellFormedText = z.string().refine((text) => !/\p{Cs}/u.test(text));
