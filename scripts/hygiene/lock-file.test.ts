import { expect, test } from 'vitest';
import { faultsOf } from './lock-file.mjs';

const integrity = 'sha512-AAAA';

test('a licence that nobody allowed is named, in a nested folder too', () => {
  const locked = {
    '': {},
    'node_modules/a/node_modules/@b/c': { license: 'GPL-2.0-only', integrity },
    'node_modules/d': { integrity },
  };
  expect(faultsOf(locked, {})).toEqual([
    '@b/c is under a licence that is not allowed: GPL-2.0-only.',
    'd is under a licence that is not allowed: undefined.',
  ]);
});

test('every install script is decided about, and nothing else is', () => {
  const locked = {
    'node_modules/runs': { license: 'MIT', hasInstallScript: true, integrity },
    'node_modules/new': { license: 'MIT', hasInstallScript: true, integrity },
  };
  expect(faultsOf(locked, { runs: true, gone: false })).toEqual([
    'new has an install script; package.json’s allowScripts does not say whether it may run.',
    'gone is in package.json’s allowScripts, but has no install script.',
  ]);
});

test('what is not pinned, or comes from a place of its own, is named', () => {
  const locked = {
    'node_modules/loose': { license: 'MIT' },
    'node_modules/weak': { license: 'MIT', integrity: 'sha1-AAAA' },
    'node_modules/elsewhere': { license: 'MIT', integrity, resolved: 'https://elsewhere.example/a.tgz' },
  };
  expect(faultsOf(locked, {})).toEqual([
    'loose is not pinned by the SHA-512 of its content.',
    'weak is not pinned by the SHA-512 of its content.',
    'elsewhere names where it is fetched from (https://elsewhere.example/a.tgz); the registry says that.',
  ]);
});
