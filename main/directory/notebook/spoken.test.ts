import { expect, test } from 'vitest';
import { spokenFor } from './spoken.ts';
import { english, german } from './words.ts';

test.each([
  [['de-AT', 'en'], 'de-AT', german],
  [['fr-FR', 'de', 'en-GB'], 'de', german],
  [['en-GB', 'de'], 'en-GB', english],
  [['fr'], 'en', english],
  [[], 'en', english],
])('%j is read in %s', (tags, locale, words) => {
  expect(spokenFor(tags)).toEqual({ locale, words });
});

test('an account without a name is one still', () => {
  expect(german.readableBy(undefined)).toBe('Nur dieses Konto kann es lesen.');
  expect(german.readableBy('Ana')).toBe('Nur Ana kann es lesen.');
});
