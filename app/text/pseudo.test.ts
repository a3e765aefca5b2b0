import { expect, test } from 'vitest';
import { pseudoOf } from './pseudo.ts';
import { Speech } from './speech.ts';

const english = {
  save: 'Save all',
  kinds: { added: '{count, plural, one {# account} other {# accounts}}' },
} as const;

test('English is drawn out and marked, or turned around, with what is filled in as it is', async () => {
  const speech = new Speech(english, {
    german: () => Promise.reject(new Error('Nobody asked for German')),
    pseudo: () =>
      Promise.resolve((language) =>
        pseudoOf(
          {
            save: english.save,
            kinds: { added: [{ plural: 'count', cases: { one: [0, ' account'], other: [0, ' accounts'] } }] },
          },
          language,
        ),
      ),
  });
  await speech.speak('en-XA');
  expect(speech.words.save).toBe('[Šáavée áall]');
  expect(speech.words.kinds.added({ count: 2 })).toBe('[2 áaççóoúuñtš]');
  await speech.speak('ar-XB');
  expect(speech.words.save).toBe('\u202ESave\u202C \u202Eall\u202C');
  expect(speech.words.kinds.added({ count: 1 })).toBe('1 \u202Eaccount\u202C');
});
