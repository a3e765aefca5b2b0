import { expect, test } from 'vitest';
import { withEnabled, withKey, withoutKey } from './api-key-list.ts';

const build = { id: 'k1', name: 'build', isDisabled: false };
const nightly = { id: 'k2', name: 'nightly', isDisabled: true };

test('a new key comes last, and once only', () => {
  expect(withKey([build], nightly)).toEqual([build, nightly]);
  expect(withKey([build, nightly], nightly)).toEqual([build, nightly]);
});

test('enabling and disabling touches one key', () => {
  expect(withEnabled([build, nightly], 'k2', true)).toEqual([build, { ...nightly, isDisabled: false }]);
  expect(withEnabled([build, nightly], 'k1', false)).toEqual([{ ...build, isDisabled: true }, nightly]);
});

test('a deleted key is gone', () => {
  expect(withoutKey([build, nightly], 'k1')).toEqual([nightly]);
});
