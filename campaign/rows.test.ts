import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { faultMatrix, idsOf } from './rows.ts';

const project = resolve(import.meta.dirname, '..');
const folders = ['app', 'main', 'renderer', 'e2e', 'campaign'];
const testFile = /\.(test|spec)\.tsx?$/;
/** What is quoted begins with an id, or ends with one. */
const quoted = /(['"`])([A-Z]\d{1,2}\b[^\n]*?:|[^\n'"`]*\([A-Z]\d{1,2}[^\n'"`]*\))/g;

const titledRows = (): ReadonlySet<string> =>
  new Set(
    folders
      .flatMap((folder) =>
        readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => testFile.test(name) && name !== 'rows.test.ts')
          .map((name) => readFileSync(join(project, folder, name), 'utf8')),
      )
      .flatMap((source) => [...source.matchAll(quoted)])
      .flatMap((found) => idsOf(found[2] ?? '')),
  );

test('every row has a test with its id in the title, or the reason why there is none', () => {
  const titled = titledRows();
  const untested = faultMatrix
    .flatMap(({ rows }) => rows)
    .filter(({ id, leftOut }) => !titled.has(id) && leftOut?.of !== 'all');
  expect(untested.map(({ id }) => id)).toEqual([]);
});

test('a row is there once, under its letter', () => {
  const ids = faultMatrix.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { letter, rows } of faultMatrix)
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_row, index) => `${letter}${index + 1}`));
});

test.each([
  ['A7: a file', ['A7']],
  ['C5, C8: a host', ['C5', 'C8']],
  ['T33, C4: backs off', ['T33', 'C4']],
  ['a page that died (F8)', ['F8']],
  ['A7 of a file', []],
  ['see A7: a file', []],
  ['knows (B1) and more', []],
])('%j names %j', (title, ids) => expect(idsOf(title)).toEqual(ids));
