import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, toolEntry } from './project.mjs';

/** A file that breaks the wall, or, as control, one that does not. */
interface Probe {
  readonly folder: string;
  readonly code: string;
  readonly file: string;
}

/**
 * The probes stand in a copy of the project's folders that has the project's own rules, so that nothing can be
 * left behind in the sources.
 */
const copy = mkdtempSync(join(tmpdir(), 'hotseat-walls-'));
let probeNumber = 0;

const probe = (folder: string, code: string, extension = 'ts'): Probe => {
  probeNumber += 1;
  return { folder, code, file: join(folder, `probe-${probeNumber}.${extension}`) };
};

const foldersUnder = (folder: string): string[] => [
  folder,
  ...readdirSync(at(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => foldersUnder(`${folder}/${entry.name}`)),
];

/** Every way to import something, as seen from a folder; `#` stands for the project's folder. */
const everyImport = (folder: string, target: string): Probe[] => {
  const specifier = target.replace('#', relative(folder, '.').replaceAll('\\', '/'));
  return [
    probe(folder, `import { value } from '${specifier}';\nexport const own = value;\n`),
    probe(folder, `import type { Value } from '${specifier}';\nexport type Own = Value;\n`),
    ...valueImports(folder, target),
  ];
};

const valueImports = (folder: string, target: string): Probe[] => {
  const specifier = target.replace('#', relative(folder, '.').replaceAll('\\', '/'));
  return [
    probe(folder, `import { value } from '${specifier}';\nexport const own = value;\n`),
    probe(folder, `export { value } from '${specifier}';\n`),
    probe(folder, `export * from '${specifier}';\n`),
    probe(folder, `export const own = await import('${specifier}');\n`),
  ];
};

const directoryFolders = foldersUnder('main').filter((folder) => folder.startsWith('main/directory'));
const mainFolders = foldersUnder('main').filter((folder) => !folder.startsWith('main/directory'));
const rendererFolders = foldersUnder('renderer');

const forbidden: Record<string, Probe[]> = {
  'app/ imports nothing but itself and zod': foldersUnder('app').flatMap((folder) =>
    [
      'electron',
      'electron/main',
      'electron-store',
      'node:fs',
      'fs',
      'fs/promises',
      'react',
      'jose',
      '#/main/index.ts',
      '#/main/storage/store.ts',
      '#/renderer/main.tsx',
      '#/preload/index.ts',
      '#/e2e/fixtures/hotseat.ts',
    ].flatMap((target) => everyImport(folder, target)),
  ),
  'main/ imports nothing of the page': mainFolders.flatMap((folder) =>
    ['#/renderer/main.tsx', '#/preload/index.ts', '#/e2e/fixtures/hotseat.ts', 'react', 'react-dom'].flatMap(
      (target) => everyImport(folder, target),
    ),
  ),
  'main/directory/ imports nothing of Electron': directoryFolders.flatMap((folder) =>
    ['electron', 'electron-store', 'electron-log', '#/renderer/main.tsx', '#/preload/index.ts'].flatMap(
      (target) => everyImport(folder, target),
    ),
  ),
  'renderer/ imports nothing of main, Node or Electron': rendererFolders.flatMap((folder) =>
    [
      '#/main/index.ts',
      '#/preload/index.ts',
      '#/e2e/fixtures/hotseat.ts',
      'node:fs',
      'fs',
      'zod',
      'electron',
    ].flatMap((target) => everyImport(folder, target)),
  ),
  'preload/ imports nothing of main, Node or the page': [
    '#/main/index.ts',
    '#/renderer/main.tsx',
    'node:fs',
    'fs',
    'zod',
  ].flatMap((target) => everyImport('preload', target)),
  'renderer/ and preload/ import no part of app/ but its contract and errors': [
    ...rendererFolders,
    'preload',
  ].flatMap((folder) =>
    ['#/app/users/user.ts', '#/app/switcher.ts', '#/app/sessions/session.ts', '#/app/ports.ts'].flatMap(
      (target) => everyImport(folder, target),
    ),
  ),
  'renderer/ and preload/ import no values of the contract but its channel names': [
    ...rendererFolders,
    'preload',
  ].flatMap((folder) =>
    ['#/app/contract/commands.ts', '#/app/contract/snapshot.ts', '#/app/contract/channels-too.ts'].flatMap(
      (target) => valueImports(folder, target),
    ),
  ),
};

const root = (folder: string) => relative(folder, '.').replaceAll('\\', '/');

const allowed: Probe[] = [
  probe('app', "import { z } from 'zod';\nexport const own = z;\n"),
  probe('app/users', "import { value } from '../errors.ts';\nexport const own = value;\n"),
  ...mainFolders.flatMap((folder) => [
    probe(folder, `import { value } from '${root(folder)}/app/switcher.ts';\nexport const own = value;\n`),
    probe(folder, "import { app } from 'electron';\nexport const own = app;\n"),
    probe(folder, "import { join } from 'node:path';\nexport const own = join;\n"),
  ]),
  ...directoryFolders.map((folder) =>
    probe(folder, "import { DatabaseSync } from 'node:sqlite';\nexport const own = DatabaseSync;\n"),
  ),
  ...rendererFolders.map((folder) =>
    probe(folder, "import { useState } from 'react';\nexport const own = useState;\n", 'tsx'),
  ),
  ...[...rendererFolders, 'preload'].flatMap((folder) => [
    probe(
      folder,
      `import type { Value } from '${root(folder)}/app/contract/commands.ts';\nexport type Own = Value;\n`,
    ),
    probe(
      folder,
      `import { value } from '${root(folder)}/app/contract/channels.ts';\nexport const own = value;\n`,
    ),
    probe(folder, `import { value } from '${root(folder)}/app/errors.ts';\nexport const own = value;\n`),
  ]),
  probe('preload', "import { ipcRenderer } from 'electron';\nexport const own = ipcRenderer;\n"),
];

/** The rules that may refuse a probe; what else a linter dislikes in it proves nothing. */
const wallRules = /no-restricted-imports|no-nodejs-modules|prefer-node-protocol/;

let refused = new Set<string>();

beforeAll(() => {
  copyFileSync(at('.oxlintrc.json'), join(copy, '.oxlintrc.json'));
  symlinkSync(at('node_modules'), join(copy, 'node_modules'), 'junction');
  for (const { file, code } of [...Object.values(forbidden).flat(), ...allowed]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), code);
  }
  const { stdout } = spawnSync(process.execPath, [toolEntry('oxlint'), '--format=json', '.'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout);
  refused = new Set(
    report.diagnostics.filter(({ code }) => wallRules.test(code)).map(({ filename }) => join(filename)),
  );
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('imports that lint refuses', () => {
  test.each(Object.entries(forbidden))('%s', (_direction, probes) => {
    const passed = probes
      .filter(({ file }) => !refused.has(file))
      .map(({ folder, code }) => `${folder}/: ${code}`);
    expect(passed).toEqual([]);
  });

  test('and nothing that is allowed', () => {
    const wronged = allowed
      .filter(({ file }) => refused.has(file))
      .map(({ folder, code }) => `${folder}/: ${code}`);
    expect(wronged).toEqual([]);
  });
});

/** What the compiler says about a file of one project, with that project's own options. */
const compile = (project: string, code: string): string => {
  const folder = join(copy, project, 'types');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'probe.ts'), code);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: at(project, 'tsconfig.json'),
      compilerOptions: { rootDir: '.', outDir: 'out' },
      references: [],
      include: ['probe.ts'],
      exclude: [],
    }),
  );
  const { stdout } = spawnSync(process.execPath, [toolEntry('typescript'), '-p', folder], {
    encoding: 'utf8',
  });
  return stdout;
};

describe('what the compiler does not know', () => {
  test.each([
    { project: 'app', absent: ['process', 'Buffer', 'window', 'document', 'fetch', 'setTimeout', 'console'] },
    { project: 'main/directory', absent: ['window', 'document', 'Electron'] },
    { project: 'main', absent: ['window', 'document'] },
    { project: 'main/directory/notebook', absent: ['process', 'Buffer', 'require'] },
    { project: 'renderer', absent: ['process', 'Buffer', 'require'] },
  ])('in $project/: $absent', ({ project, absent }) => {
    const names = ['Map', ...absent];
    const output = compile(project, names.map((name) => `void ${name};\n`).join('') + 'export {};\n');
    const unknown = [...output.matchAll(/probe\.ts\((\d+),/g)].map(([, line]) => names[Number(line) - 1]);
    expect([...new Set(unknown)]).toEqual(absent);
  });

  test('files of main/ in main/directory/', () => {
    writeFileSync(join(copy, 'main/directory', 'outside.ts'), 'export const value = 1;\n');
    expect(
      compile('main/directory', "import { value } from '../outside.ts';\nexport const own = value;\n"),
    ).toMatch(/error TS6059/);
  });
});
