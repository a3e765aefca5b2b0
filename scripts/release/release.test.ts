import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notesOf, plainNotesOf } from './changelog.mjs';
import { checksumsOf } from './checksums.mjs';
import { hindrances } from './hindrances.mjs';
import { partsListOf } from './parts-list.mjs';

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

test('in the window they are plain text', () => {
  expect(plainNotesOf(changelog, '1.2.0')).toBe('Added\n\n- Something good.');
  const linked = '## [1.0.0]\n\n- **Locks** with `teeth`, as [told](docs/install.md#locks).\n  Wrapped.\n';
  expect(plainNotesOf(linked, '1.0.0')).toBe('- Locks with teeth, as told.\n  Wrapped.');
});

test('the parts of a release are those that are published, and how they depend on each other', () => {
  const part = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0', scope: 'optional' });
  const list = partsListOf(
    {
      metadata: { component: part('hotseat') },
      // The lock file places a package more than once.
      components: [part('electron'), part('zod'), part('zod'), part('vitest')],
      dependencies: [
        { ref: 'hotseat@1.0.0', dependsOn: ['vitest@1.0.0', 'zod@1.0.0'] },
        { ref: 'zod@1.0.0', dependsOn: ['vitest@1.0.0', 'electron@1.0.0'] },
        { ref: 'vitest@1.0.0' },
      ],
    },
    [
      { name: 'zod', version: '1.0.0' },
      { name: 'electron', version: '1.0.0' },
    ],
  );
  expect(list.components.map(({ name, scope }) => [name, scope])).toEqual([
    ['electron', 'required'],
    ['zod', 'required'],
  ]);
  expect(list.dependencies).toEqual([
    { ref: 'hotseat@1.0.0', dependsOn: ['electron@1.0.0', 'zod@1.0.0'] },
    { ref: 'zod@1.0.0', dependsOn: ['electron@1.0.0'] },
  ]);
  expect(() => partsListOf(list, [{ name: 'vite', version: '1.0.0' }])).toThrow('vite@1.0.0');
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

test('checksums are those of the files that stay, in the form that sha256sum checks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-checksums-'));
  try {
    writeFileSync(join(folder, 'b.deb'), 'deb');
    writeFileSync(join(folder, 'a.rpm'), 'rpm');
    writeFileSync(join(folder, 'latest-linux.yml'), '{}');
    writeFileSync(join(folder, 'latest-linux.yml.sig'), 'signature');
    const sum = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(await checksumsOf(folder)).toBe(`${sum('rpm')}  a.rpm\n${sum('deb')}  b.deb\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
