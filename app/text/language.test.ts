import { expect, test } from 'vitest';
import { directionOf, languageFor, localeOf } from './language.ts';

test.each([
  [['de-DE'], 'de'],
  [['de_AT.UTF-8'], 'de'],
  [['DE'], 'de'],
  [['fr-FR', 'de-CH', 'en-US'], 'de'],
  [['en-GB', 'de-DE'], 'en'],
  [['fr-FR', 'den-CA'], 'en'],
  [['C'], 'en'],
  [[], 'en'],
])('of what the system prefers the first that Hotseat speaks counts: %j is %s', (tags, language) => {
  expect(languageFor('system', tags)).toBe(language);
});

test('what the person has chosen counts, whatever the system speaks', () => {
  expect(languageFor('en', ['de-DE'])).toBe('en');
  expect(languageFor('de', ['en-US'])).toBe('de');
});

test('those made up from English count as it does; one is written from right to left', () => {
  expect([localeOf('en-XA'), localeOf('ar-XB'), localeOf('de')]).toEqual(['en', 'en', 'de']);
  expect([directionOf('en-XA'), directionOf('ar-XB'), directionOf('de')]).toEqual(['ltr', 'rtl', 'ltr']);
});
