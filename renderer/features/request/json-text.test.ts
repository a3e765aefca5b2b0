import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formattedJson } from './json-format.ts';
import { jsonNodeIn, readText, type JsonNode } from './json-node.ts';
import { jsonTokens } from './json-tokens.ts';

/** JSON as others write it: with blanks of every kind between the tokens. */
const looseJson = fc
  .tuple(fc.json(), fc.array(fc.constantFrom('', ' ', '\n', '\t  ', '\r\n'), { minLength: 1 }))
  .map(([text, blanks]) => {
    const tokens = [...jsonTokens(text)];
    return tokens.map((token, index) => `${blanks[index % blanks.length]}${token}`).join('');
  });

test('formatting changes nothing but blanks, and a second time nothing at all', () => {
  fc.assert(
    fc.property(looseJson, (text) => {
      const formatted = formattedJson(text) ?? '';
      expect([...jsonTokens(formatted)]).toEqual([...jsonTokens(text)]);
      expect(formattedJson(formatted)).toBe(formatted);
    }),
  );
});

test('formatted JSON looks as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const value: unknown = JSON.parse(text);
      expect(formattedJson(JSON.stringify(value))).toBe(JSON.stringify(value, undefined, 2));
    }),
  );
});

test('a value read as a tree says what parsing it says', () => {
  fc.assert(
    fc.property(looseJson, (text) => {
      const node = jsonNodeIn(text);
      expect(node && valueOf(node)).toEqual(JSON.parse(text));
    }),
  );
});

test('what parsing loses stays: digits of long numbers, equal keys, the order of keys that are numbers', () => {
  const text = '{"2":12345678901234567890,"1":1.0,"1":1e400}';
  expect(jsonNodeIn(text)).toEqual({
    kind: 'record',
    entries: [
      { name: '2', node: { kind: 'number', source: '12345678901234567890' } },
      { name: '1', node: { kind: 'number', source: '1.0' } },
      { name: '1', node: { kind: 'number', source: '1e400' } },
    ],
  });
  expect(formattedJson(text)).toContain('12345678901234567890');
});

test.each(['', '{', '{"a":}', "{'a':1}", 'undefined', '[1,]', '01', '"\n"', 'NaN'])(
  'what is no JSON is read as none: %j',
  (text) => {
    expect(jsonNodeIn(text)).toBeUndefined();
    expect(formattedJson(text)).toBeUndefined();
  },
);

test('JSON that is deeper than a stack is not read as a tree, and still formatted', () => {
  const depth = 20_000;
  const text = '['.repeat(depth) + ']'.repeat(depth);
  expect(jsonNodeIn(text)).toBeUndefined();
  expect(formattedJson(text)?.length).toBeLessThan(depth * 300);
});

test('F5: names such as __proto__ are names like any other', () => {
  const node = jsonNodeIn('{"__proto__":{"a":1},"constructor":2}');
  expect(node?.kind === 'record' && node.entries.map(({ name }) => name)).toEqual([
    '__proto__',
    'constructor',
  ]);
});

/** A quarter of a megabyte in a single string is read in one go. */
test('a long string is one token', () => {
  const text = JSON.stringify({ long: '"\\'.repeat(120_000) });
  expect([...jsonTokens(text)]).toHaveLength(5);
});

function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'list':
      return node.items.map(valueOf);
    case 'record': {
      const value: Record<string, unknown> = {};
      for (const { name, node: child } of node.entries)
        Object.defineProperty(value, name, {
          value: valueOf(child),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      return value;
    }
    case 'text':
      return readText(node.source);
    default:
      return JSON.parse(node.source);
  }
}
