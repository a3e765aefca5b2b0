import { wellFormedText } from './well-formed-text.ts';

/** How another issuer, or a function, may name somebody. */
export const identitySubject = wellFormedText
  .min(1)
  .max(256)
  .refine((text) => !/\p{Cc}/u.test(text));
