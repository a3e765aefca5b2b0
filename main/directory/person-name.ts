import { wellFormedText } from './well-formed-text.ts';

/** Controls, line separators and bidi marks: a name must not be able to rearrange the text around it. */
const UNFIT_FOR_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export const MAX_NAME_CHARACTERS = 100;

/** A person's name: trimmed, NFC, and undefined where nothing is left of it. */
export const personName = wellFormedText
  .transform((text) => text.trim().normalize('NFC'))
  .refine((text) => Array.from(text).length <= MAX_NAME_CHARACTERS)
  .refine((text) => !UNFIT_FOR_NAME.test(text))
  .transform((text) => (text === '' ? undefined : text));
