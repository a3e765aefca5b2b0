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
