import { expect, test } from 'vitest';
import { noticeSentence, storageSentence } from './stored-sentences.ts';

test('unprotected storage says so, why, and what helps, on each system', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { lead, rest } = storageSentence({ kind: 'unprotected' }, platform);
    expect(lead).toContain('memory only');
    expect(rest).toMatch(/restart/u);
  }
  expect(
    storageSentence({ kind: 'protected', by: 'keychain', isAnother: false }, 'darwin').rest,
  ).toBeUndefined();
});

test('a store of a newer version tells to update, and that nothing is changed', () => {
  expect(noticeSentence({ id: '1', kind: 'newerVersion', what: 'accounts' })).toMatch(
    /Nothing is changed; update/u,
  );
});

test('what has no sentence of its own is told without saying what it is', () => {
  expect(noticeSentence({ id: '1', kind: 'lost', what: 'settings' })).toMatch(/^The settings were damaged/u);
  expect(noticeSentence({ id: '1', kind: 'lost', what: 'policy' })).toMatch(/^A stored file was damaged/u);
});
