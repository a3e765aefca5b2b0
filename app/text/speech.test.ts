import { expect, test } from 'vitest';
import { Speech } from './speech.ts';

const english = {
  save: 'Save',
  rename: 'Rename {name}',
  added: '{count, plural, one {# account} other {# accounts}}',
  kinds: { pin: 'PIN', left: '{count, plural, =0 {none} one {one} other {{count} of {total}}}' },
} as const;

const translated = {
  save: 'Sichern',
  rename: '{name} umbenennen',
  added: '{count, plural, one {# Konto} other {# Konten}}',
  kinds: { pin: 'PIN', left: '{count, plural, =0 {keine} one {eine} other {{count} von {total}}}' },
};

const spoken = () => new Speech(english, { german: () => Promise.resolve(translated) });

test('words are said in the language of the moment, filled in, in the plural that it has', async () => {
  const speech = spoken();
  const { words } = speech;
  await speech.speak('en');
  expect([words.save, words.rename({ name: 'Ana' }), words.added({ count: 1 })]).toEqual([
    'Save',
    'Rename Ana',
    '1 account',
  ]);
  await speech.speak('de');
  const { kinds } = words;
  expect([words.save, words.rename({ name: '{Ana}' }), words.added({ count: 12_345 })]).toEqual([
    'Sichern',
    '{Ana} umbenennen',
    '12.345 Konten',
  ]);
  expect([kinds.pin, kinds.left({ count: 0, total: '9' }), kinds.left({ count: 2, total: '9' })]).toEqual([
    'PIN',
    'keine',
    '2 von 9',
  ]);
});

test('what is read before a language is spoken throws: it would stay in that language', () => {
  const { words } = spoken();
  expect(() => words.save).toThrow('before a language is spoken');
  expect(() => words.rename({ name: 'Ana' })).toThrow('before a language is spoken');
  expect(() => words.kinds.pin).toThrow('before a language is spoken');
});

test('types know what a message has to be given', () => {
  const { words } = spoken();
  const given = (): void => {
    // @ts-expect-error a name is missing
    words.rename({});
    // @ts-expect-error a count is a number
    words.added({ count: '1' });
    // @ts-expect-error nothing is filled in
    words.save({});
    // @ts-expect-error the inner argument is wanted too
    words.kinds.left({ count: 1 });
  };
  expect(given).toThrow();
});

test('English is spoken at once, and of two languages asked for the later one stays', async () => {
  const loads: (() => void)[] = [];
  const speech = new Speech(english, {
    german: () => new Promise((resolve) => loads.push(() => resolve(translated))),
  });
  void speech.speak('en');
  expect(speech.words.save).toBe('Save');
  const isGerman = speech.speak('de');
  expect(speech.words.save, 'until it is loaded').toBe('Save');
  void speech.speak('en');
  for (const load of loads) load();
  await isGerman;
  expect([speech.language, speech.words.save]).toEqual(['en', 'Save']);
});

test('what a language lacks is said in English, and so is a language that is not there', async () => {
  const { rename: _lost, ...rest } = translated;
  // @ts-expect-error one is missing
  const speech = new Speech(english, { german: () => Promise.resolve(rest) });
  await speech.speak('de');
  expect([speech.words.save, speech.words.rename({ name: 'Ana' })]).toEqual(['Sichern', 'Rename Ana']);
  await speech.speak('en-XA');
  expect([speech.language, speech.words.save]).toEqual(['en-XA', 'Save']);
});
