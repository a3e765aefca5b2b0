import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDifferences, type JsonDifference } from './json-differences.ts';
import { jsonNodeIn, type JsonNode } from './json-node.ts';

const nodeOf = (value: unknown): JsonNode => {
  const node = jsonNodeIn(typeof value === 'string' ? value : JSON.stringify(value));
  if (!node) throw new Error('The test has JSON that is none');
  return node;
};

const between = (before: unknown, after: unknown): readonly JsonDifference[] =>
  jsonDifferences(nodeOf(before), nodeOf(after));

const shortly = (differences: readonly JsonDifference[]): readonly string[] =>
  differences.map(({ kind, path }) => `${kind} ${path}`);

test('what the admin sees and the viewer does not: fields, things in lists, values', () => {
  const admin = {
    total: 3,
    users: [
      { id: 1, name: 'Ana', role: 'admin', email: 'ana@example.org' },
      { id: 2, name: 'Ben', role: 'viewer', email: 'ben@example.org' },
      { id: 3, name: 'Mei', role: 'viewer', email: 'mei@example.org' },
    ],
    audit: { enabled: true },
  };
  const viewer = {
    total: 2,
    users: [
      { id: 3, name: 'Mei', role: 'viewer' },
      { id: 1, name: 'Ana', role: 'owner' },
    ],
    notice: 'limited',
  };
  expect(shortly(between(admin, viewer))).toEqual([
    'changed total',
    'changed users[1].role',
    'removed users[1].email',
    'removed users[1]',
    'removed users[0].email',
    'removed audit',
    'added notice',
  ]);
});

test('blanks, escapes, the order of keys and 1.0 for 1 are no difference', () => {
  expect(between('{"a":[1,"\\u00e9"],"b":{}}', '{ "b": { }, "a": [ 1.0, "é" ] }')).toEqual([]);
});

test('numbers that a parser would round are compared digit by digit', () => {
  expect(shortly(between('[12345678901234567890]', '[12345678901234567891]'))).toEqual(['changed [0]']);
});

test('one thing more in the middle of a list is that one thing', () => {
  expect(shortly(between(['a', 'b', 'd'], ['a', 'b', 'c', 'd']))).toEqual(['added [2]']);
  expect(shortly(between(['a', 'b', 'c', 'd'], ['a', 'c', 'd']))).toEqual(['removed [1]']);
});

test('things that are known by an id, also one of extended JSON, are found wherever they stand', () => {
  const [one, two] = [
    { _id: { $oid: 'a' }, n: 1 },
    { _id: { $oid: 'b' }, n: 2 },
  ];
  expect(shortly(between([one, two], [two, one]))).toEqual(['reordered ']);
  expect(shortly(between([one, two], [{ ...two, n: 3 }, one]))).toEqual(['changed [0].n']);
});

test('names that are no words are written in quotes', () => {
  expect(shortly(between({ 'a b': { c: 1 } }, { 'a b': { c: 2 } }))).toEqual(['changed ["a b"].c']);
});

test('there is a difference exactly where parsing gives different values', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.json({ maxDepth: 4 }), (one, other) => {
      const isSame = stable(JSON.parse(one)) === stable(JSON.parse(other));
      expect(between(one, other).length === 0).toBe(isSame);
      expect(between(one, one)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Lists that share much with each other, as two accounts' answers do. */
const shortList = fc.array(
  fc.constantFrom<unknown>(1, 2, 3, 'a', null, { id: 1 }, { id: 2, n: 1 }, [1], [2]),
  {
    maxLength: 8,
  },
);

test('every difference is told once, from either side', () => {
  fc.assert(
    fc.property(shortList, shortList, (one, other) => {
      const kinds = between(one, other).map(({ kind, path }) => `${kind} ${path}`);
      expect(new Set(kinds).size).toBe(kinds.length);
      const grown = (differences: readonly JsonDifference[]) =>
        differences.filter(({ kind }) => kind === 'added').length -
        differences.filter(({ kind }) => kind === 'removed').length;
      const top = between(one, other).filter(({ path }) => /^\[\d+\]$/u.test(path));
      expect(grown(top)).toBe(other.length - one.length);
    }),
  );
});

test('two lists of a megabyte that have nothing in common are compared in a moment', () => {
  const list = (sign: string) => Array.from({ length: 60_000 }, (_, index) => `${sign}${index}`);
  expect(between(list('a'), list('b'))).toHaveLength(60_000);
});

/** The same text for the same value, whatever the order of its keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? { entries: Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)) }
      : part,
  );
}
