import { expect, test } from 'vitest';
import { refusalSentence } from './refusal-sentence.ts';

test.each([
  { kind: 'taken', by: 'lock' },
  { kind: 'bare' },
  { kind: 'typesText' },
  { kind: 'notHeld' },
  { kind: 'reserved' },
  { kind: 'takenBySystem' },
] as const)('a refused key ($kind) is told with the key and what to do', (because) => {
  expect(refusalSentence('Ctrl L', because, 'Lock')).toMatch(/Ctrl L.*(Choose|Hold).*\.$/u);
});
