import { languageFor, type Language } from '../text/language.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language of a terminal, by the variables of POSIX (base definitions, 8.2): the first that says something. Where
 * none does, as on Windows, what the system prefers.
 */
export const terminalLanguage = (env: Environment, systemTags: readonly string[]): Language => {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return languageFor('system', locale ? [locale] : systemTags);
};
