import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notesOf } from './changelog.mjs';
import { checksumsOf } from './checksums.mjs';
import { hindrances } from './hindrances.mjs';

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-12-01

### Added

- Something good.

## [1.1.0] - 2026-11-01

- Old.

[1.2.0]: https://example.test/compare
`;

const good = {
  tag: 'v1.2.0',
  version: '1.2.0',
  changelog,
  maintainer: 'Ada <ada@example.test>',
  homepage: 'https://example.test',
  files: ['hotseat-1.2.0-linux-amd64.deb'],
};

test('the notes of a version are what stands below its heading', () => {
  expect(notesOf(changelog, '1.2.0')).toBe('### Added\n\n- Something good.');
  expect(notesOf(changelog, '1.1.0')).toBe('- Old.');
  expect(notesOf(changelog, '1.2')).toBeUndefined();
});

test('a release that is right has no hindrance', () => {
  expect(hindrances(good)).toEqual([]);
});

test('a tag of another version, a version nobody wrote about, and a stand-in for the maintainer are refused', () => {
  expect(hindrances({ ...good, tag: 'v1.3.0' })).toEqual(['The tag is v1.3.0, but package.json says 1.2.0.']);
  expect(hindrances({ ...good, tag: 'v1.3.0', version: '1.3.0' })).toEqual([
    'CHANGELOG.md has no section for 1.3.0.',
  ]);
  expect(hindrances({ ...good, tag: 'vUnreleased', version: 'Unreleased' })).toEqual([
    'CHANGELOG.md says nothing about Unreleased.',
  ]);
  expect(hindrances({ ...good, maintainer: 'The Hotseat authors <authors@hotseat.invalid>' })).toHaveLength(
    1,
  );
});

test('what carries an unofficial Electron is never published', () => {
  const files = ['a.deb', 'hotseat-1.2.0-unofficial.electron.42.0.0-linux-amd64.deb'];
  expect(hindrances({ ...good, files })).toEqual([
    'hotseat-1.2.0-unofficial.electron.42.0.0-linux-amd64.deb carries an unofficial Electron and is never published.',
  ]);
});

test('checksums are those of the files, in the form that sha256sum checks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-checksums-'));
  try {
    writeFileSync(join(folder, 'b.deb'), 'deb');
    writeFileSync(join(folder, 'a.rpm'), 'rpm');
    const sum = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(await checksumsOf(folder)).toBe(`${sum('rpm')}  a.rpm\n${sum('deb')}  b.deb\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
