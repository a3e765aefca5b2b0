import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf, type Language } from './language.ts';

/** A message at run time. The build compiles those that have something to fill in (scripts/messages.mjs). */
export type Message = string | readonly Piece[];

/** A text as it is, what is filled in as `[name]`, `0` for the `#` of a plural, and what depends on something. */
export type Piece =
  | string
  | 0
  | readonly [name: string]
  | { readonly number: string }
  | { readonly plural: string; readonly cases: Cases }
  | { readonly select: string; readonly cases: Cases };
type Cases = Readonly<Record<string, readonly Piece[]>>;

/** Nothing has to be filled in. */
export const isPlain = (message: Message): message is string =>
  typeof message === 'string' && !message.includes('{');

/** Says a message with what is filled in. Names and numbers are taken as they are: braces in them mean nothing. */
export const say = (
  message: Message,
  language: Language,
  given: Readonly<Record<string, string | number>>,
): string => String(formatterOf(message, localeOf(language)).format(given));

const formatters = new Map<string, Map<Message, IntlMessageFormat>>();

const formatterOf = (message: Message, locale: string): IntlMessageFormat => {
  const known = formatters.get(locale) ?? new Map<Message, IntlMessageFormat>();
  formatters.set(locale, known);
  let formatter = known.get(message);
  if (!formatter) {
    const source = typeof message === 'string' ? message : message.map(element);
    formatter = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
    known.set(message, formatter);
  }
  return formatter;
};

/** As FormatJS has it. */
const element = (piece: Piece): MessageFormatElement => {
  if (typeof piece === 'string') return { type: TYPE.literal, value: piece };
  if (piece === 0) return { type: TYPE.pound };
  if ('number' in piece) return { type: TYPE.number, value: piece.number };
  if ('plural' in piece) {
    const options = casesOf(piece.cases);
    return { type: TYPE.plural, value: piece.plural, options, offset: 0, pluralType: 'cardinal' };
  }
  if ('select' in piece) return { type: TYPE.select, value: piece.select, options: casesOf(piece.cases) };
  return { type: TYPE.argument, value: piece[0] };
};

const casesOf = (cases: Cases): Record<string, { value: MessageFormatElement[] }> =>
  Object.fromEntries(Object.entries(cases).map(([name, pieces]) => [name, { value: pieces.map(element) }]));
