import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShallow } from './json-depth.ts';
import { parseJson } from './parsed-json.ts';

const nested = (depth: number): string => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);

describe('the depth of JSON', () => {
  it.each([
    ['a hundred levels', nested(100), true],
    ['more', nested(102), false],
    ['brackets in a string', JSON.stringify('['.repeat(500)), true],
    ['brackets in a key, after an escaped quote', JSON.stringify({ [`"${'{'.repeat(500)}`]: 1 }), true],
    ['brackets after a string that ends in a backslash', `["\\\\",${nested(102)}]`, false],
    ['many side by side', `[${'[],'.repeat(500)}[]]`, true],
  ])('C4: is told for %s', (_name, text, expected) => {
    expect(isShallow(text)).toBe(expected);
    expect(parseJson(text).kind).toBe(expected ? 'json' : 'notJson');
  });

  it('is never in the way of what people write', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        expect(parseJson(text)).toEqual({ kind: 'json', value: JSON.parse(text) });
      }),
    );
  });
});
