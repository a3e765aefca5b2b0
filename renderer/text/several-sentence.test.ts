import { expect, test } from 'vitest';
import { sampleUserId } from '../state/sample-users.ts';
import { severalSentence, someNames } from './several-sentence.ts';

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Fay', 'Gus'];
const nameOf = (id: string): string => names[Number(id.slice(-2))] ?? '?';
const refusedFor = (because: 'noWayToUnlock' | 'locked' | 'notSaved', ...numbers: readonly number[]) =>
  numbers.map((number) => ({ userId: sampleUserId(number), because }));

test.each([
  ['lock' as const, { done: 1, unchanged: 0, refused: [] }, '1 account locked.'],
  [
    'logOut' as const,
    { done: 12, unchanged: 1, refused: [] },
    '12 accounts logged out; 1 logged out already.',
  ],
  [
    'lock' as const,
    { done: 2, unchanged: 0, refused: refusedFor('noWayToUnlock', 0, 2) },
    '2 accounts locked; 2 without a PIN or passphrase, so not locked: Ana and Cleo.',
  ],
  [
    'lock' as const,
    { done: 0, unchanged: 0, refused: refusedFor('noWayToUnlock', 1) },
    '1 without a PIN or passphrase, so not locked: Ben.',
  ],
  [
    'remove' as const,
    { done: 1, unchanged: 0, refused: refusedFor('locked', 0, 1, 2, 3, 4, 5, 6) },
    '1 account removed; 7 locked, so not removed: Ana, Ben, Cleo, Dan, Eva and 2 others.',
  ],
  ['logOut' as const, { done: 0, unchanged: 2, refused: [] }, '2 logged out already.'],
])('%s: what came of it is one sentence', (task, result, sentence) => {
  expect(severalSentence(task, result, nameOf)).toBe(sentence);
});

test('up to five are named', () => {
  expect(someNames(['Ana'])).toBe('Ana');
  expect(someNames(names.slice(0, 5))).toBe('Ana, Ben, Cleo, Dan and Eva');
  expect(someNames(names.slice(0, 6))).toBe('Ana, Ben, Cleo, Dan, Eva and 1 other');
});
