import { expect, test } from 'vitest';
import { faultsOf } from './lock-file.mjs';

test('a licence that nobody allowed is named, in a nested folder too', () => {
  const locked = {
    '': {},
    'node_modules/a/node_modules/@b/c': { license: 'GPL-2.0-only' },
    'node_modules/d': {},
  };
  expect(faultsOf(locked, {})).toEqual([
    '@b/c is under a licence that is not allowed: GPL-2.0-only.',
    'd is under a licence that is not allowed: undefined.',
  ]);
});

test('every install script is decided about, and nothing else is', () => {
  const locked = {
    'node_modules/runs': { license: 'MIT', hasInstallScript: true },
    'node_modules/new': { license: 'MIT', hasInstallScript: true },
  };
  expect(faultsOf(locked, { runs: true, gone: false })).toEqual([
    'new has an install script; package.json’s allowScripts does not say whether it may run.',
    'gone is in package.json’s allowScripts, but has no install script.',
  ]);
});
