import { expect, test } from 'vitest';
import { terminalLanguage } from './terminal-language.ts';

test.each([
  [{ LANG: 'de_AT.UTF-8' }, 'de'],
  [{ LANG: 'de.UTF-8' }, 'de'],
  [{ LANG: 'de@euro' }, 'de'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'de'],
  [{}, 'en'],
] as const)('%j speaks %s', (env, language) => {
  expect(terminalLanguage(env, [])).toBe(language);
});

test('what the system prefers counts only where the terminal says nothing', () => {
  expect(terminalLanguage({}, ['de-CH', 'en-GB'])).toBe('de');
  expect(terminalLanguage({ LANG: 'en_GB.UTF-8' }, ['de-CH'])).toBe('en');
});
