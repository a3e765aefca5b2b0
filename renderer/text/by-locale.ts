import { localeOf } from '../../app/text/language.ts';
import { speech } from './spoken.ts';

/** What formats in the language of the moment; made once for each, since making one is slow. */
export const byLocale = <Format>(make: (locale: string) => Format): (() => Format) => {
  const made = new Map<string, Format>();
  return () => {
    const locale = localeOf(speech.language);
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
};
