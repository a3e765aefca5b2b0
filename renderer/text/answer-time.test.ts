import { afterEach, expect, test } from 'vitest';
import { answerTime } from './answer-time.ts';
import { speech } from './spoken.ts';

afterEach(() => speech.speak('en'));

test.each([
  [0.4, '0 ms', '0 ms'],
  [320, '320 ms', '320 ms'],
  [999.6, '1.0 s', '1,0 s'],
  [12_345, '12.3 s', '12,3 s'],
])('an answer that took %d ms took %s, and %s in German', async (durationMs, inEnglish, inGerman) => {
  expect(answerTime(durationMs)).toBe(inEnglish);
  await speech.speak('de');
  expect(answerTime(durationMs)).toBe(inGerman);
});
