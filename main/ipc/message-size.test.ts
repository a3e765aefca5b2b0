import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf, messageLimits, messageProblemOf } from './message-size.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

/** The best of a few runs: a busy machine slows down some, never speeds one up. */
const milliseconds = (run: () => void): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );

describe('the size of a message', () => {
  it('lets plain data pass', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(messageProblemOf(value)).toBeUndefined();
      }),
    );
    expect(messageProblemOf({ name: undefined })).toBeUndefined();
    expect(messageProblemOf(nested(messageLimits.depth))).toBeUndefined();
    expect(messageProblemOf('a'.repeat(messageLimits.characters))).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['a long string', 'a'.repeat(messageLimits.characters + 1)],
    ['100 MB', 'a'.repeat(100_000_000)],
    ['many short strings', Array.from({ length: 2_000 }, () => 'a'.repeat(40))],
    ['a long key', { ['k'.repeat(messageLimits.characters + 1)]: 1 }],
    ['many values', Array.from({ length: messageLimits.nodes }, () => 0)],
    ['many values, spread', Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 0))],
    ['a list with a huge length', Array.from({ length: 10_000_000 })],
    ['too deep', nested(messageLimits.depth + 1)],
    ['20,000 deep', nested(20_000)],
    ['a cycle', cyclic],
  ])('refuses %s as too long, in no time', (_title, message) => {
    expect(milliseconds(() => expect(messageProblemOf(message)).toBe('tooLong'))).toBeLessThan(50);
  });

  it.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a set', { inner: new Set() }],
    ['bytes', new Uint8Array(4)],
    ['a buffer', new ArrayBuffer(4)],
    ['an expression', /x/],
    ['an error', new Error('x')],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a symbol as key', { [Symbol('x')]: 1 }],
    ['an own __proto__', JSON.parse('{"__proto__": {"isAdmin": true}}')],
    ['an accessor', Object.defineProperty({}, 'email', { get: () => 'x', enumerable: true })],
    ['an instance', Object.create({ inherited: true })],
    ['holes', Object.assign(Array.from({ length: 0 }), { 2: 'third' })],
    ['a list with a name', Object.assign([1], { extra: 1 })],
  ])('refuses %s as malformed', (_title, message) => {
    expect(messageProblemOf(message)).toBe('malformed');
  });

  it('has room for the body of a request, in the commands that have one, and no more than that', () => {
    const of = (command: string, length: number) =>
      messageProblemOf({ body: 'b'.repeat(length) }, limitsOf(command));
    for (const command of ['sendRequest', 'saveRequest', 'copyAsCurl']) {
      expect(of(command, 1_000_000)).toBeUndefined();
      expect(of(command, 2_000_000)).toBe('tooLong');
    }
    expect(of('logIn', 100_000)).toBe('tooLong');
    expect(of('toString', 100_000)).toBe('tooLong');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSparseArray: true }), (value) => {
        expect([undefined, 'tooLong', 'malformed']).toContain(messageProblemOf(value));
      }),
    );
  });
});
