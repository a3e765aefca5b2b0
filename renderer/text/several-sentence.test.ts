import { expect, test } from 'vitest';
import { sampleUserId } from '../state/sample-users.ts';
import { severalSentence, someNames } from './several-sentence.ts';
import { inGerman } from './testing/in-german.ts';

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

test('in German one and several have verbs of their own, and names are listed as Germans do', async () => {
  const said = (result: Parameters<typeof severalSentence>[1]) =>
    inGerman(() => severalSentence('lock', result, nameOf));
  expect(await said({ done: 1, unchanged: 1, refused: refusedFor('noWayToUnlock', 0) })).toBe(
    '1 Konto gesperrt; 1 war schon gesperrt; 1 hat keine PIN oder Passphrase und wurde nicht gesperrt: Ana.',
  );
  expect(await said({ done: 2, unchanged: 3, refused: refusedFor('noWayToUnlock', 0, 1, 2, 3, 4, 5) })).toBe(
    '2 Konten gesperrt; 3 waren schon gesperrt; 6 haben keine PIN oder Passphrase und wurden nicht gesperrt: Ana, Ben, Cleo, Dan, Eva und 1 weiteres.',
  );
});
