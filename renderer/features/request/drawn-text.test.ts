import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLine } from './json-line.ts';
import { jsonNodeIn } from './json-node.ts';
import { rowsBetween } from './rows-in-sight.ts';
import { textChunks } from './text-chunks.ts';

test('text in pieces is the whole text, but for the line breaks between them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 20 }),
      fc.constantFrom('\n', '', '\n\n'),
      (parts, glue) => {
        const text = parts.join(glue);
        const chunks = textChunks(text);
        expect(chunks.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(8001);
        for (const chunk of chunks) expect(chunk).not.toMatch(/^[\udc00-\udfff]/u);
      },
    ),
  );
});

test('a megabyte without a line break is in pieces too, of whole signs, and nothing is missing', () => {
  const text = `x${'😀'.repeat(500_000)}`;
  const chunks = textChunks(text);
  expect(chunks.length).toBeGreaterThan(100);
  expect(chunks.join('')).toBe(text);
  for (const chunk of chunks) expect(chunk, 'no half of a sign').not.toMatch(/\p{Cs}/u);
});

test('a value in one line is cut where it is long, and says so', () => {
  const node = jsonNodeIn('{"a":[1,"two",{}],"b":null}');
  expect(node && jsonLine(node, 100)).toBe('{"a": [1, "two", {}], "b": null}');
  expect(node && jsonLine(node, 10)).toBe('{"a": [1, …');
});

test('only rows that can be seen are drawn, and a few around them', () => {
  expect(rowsBetween(0, 480, 24, 10)).toEqual({ from: 0, to: 10 });
  expect(rowsBetween(24_000, 480, 24, 100_000)).toEqual({ from: 992, to: 1028 });
  expect(rowsBetween(1e9, 480, 24, 100)).toEqual({ from: 99, to: 100 });
  expect(rowsBetween(0, 480, 24, 0)).toEqual({ from: 0, to: 0 });
});
