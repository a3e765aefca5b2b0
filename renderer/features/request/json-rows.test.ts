import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonNodeIn, type JsonNode } from './json-node.ts';
import { jsonRows, parentId } from './json-rows.ts';

const nodeOf = (text: string): JsonNode => {
  const node = jsonNodeIn(text);
  if (!node) throw new Error('The test has JSON that is none');
  return node;
};

test('a tree is lines, each with its depth, its name and its place among its own', () => {
  const rows = jsonRows(nodeOf('{"a":[1,{}],"b":"x"}'), new Map());
  expect(
    rows.map(({ depth, name, isOpen, position, size }) => [depth, name, isOpen, position, size]),
  ).toEqual([
    [0, undefined, true, 1, 1],
    [1, 'a', true, 1, 2],
    [2, '0', undefined, 1, 2],
    [2, '1', undefined, 2, 2],
    [1, 'b', undefined, 2, 2],
  ]);
});

test('what was closed by hand hides what it holds', () => {
  const rows = jsonRows(nodeOf('{"a":[1,2],"b":3}'), new Map([['/0', false]]));
  expect(rows.map(({ name }) => name)).toEqual([undefined, 'a', 'b']);
  expect(jsonRows(nodeOf('[1]'), new Map([['', false]]))).toHaveLength(1);
});

test('large JSON begins with its first levels', () => {
  const list = nodeOf(JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ id }))));
  expect(jsonRows(list, new Map())).toHaveLength(1 + 1000 + 1000);
  const deep = nodeOf(JSON.stringify({ list: Array.from({ length: 1000 }, (_, id) => ({ id })) }));
  expect(jsonRows(deep, new Map())).toHaveLength(2 + 1000);
});

test('ids are unique, and a line’s parent is above it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const rows = jsonRows(nodeOf(text), new Map());
      const seen = new Set<string>();
      for (const { id } of rows) {
        const above = parentId(id);
        expect(above === undefined || seen.has(above)).toBe(true);
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    }),
  );
});
