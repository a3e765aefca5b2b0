import * as fc from 'fast-check';

/** A value that no JSON could carry, put down so that a page can make it. */
export type Recipe =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'odd'; readonly name: OddName }
  | { readonly kind: 'long'; readonly letters: number }
  | { readonly kind: 'deep'; readonly levels: number }
  | { readonly kind: 'wide'; readonly keys: number }
  | { readonly kind: 'list' | 'set'; readonly items: readonly Recipe[] }
  | { readonly kind: 'record' | 'map'; readonly entries: readonly (readonly [string, Recipe])[] };

const oddNames = [
  'undefined',
  'nan',
  'minusZero',
  'infinity',
  'bigint',
  'symbol',
  'function',
  'date',
  'regexp',
  'error',
  'bytes',
  'promise',
  'proxy',
  'cyclic',
  'sparse',
  'bare',
  'getter',
] as const;
type OddName = (typeof oddNames)[number];

/** Of the contract, so that what is wrong comes in the right places, and of what scripts abuse. */
const keys = [
  'userId',
  'userIds',
  'serviceId',
  'attemptId',
  'method',
  'kind',
  'email',
  'password',
  'name',
  'nickname',
  'command',
  'text',
  'secret',
  'place',
  'side',
  'request',
  'url',
  'headers',
  'arguments',
  'draft',
  'bounds',
  'linkId',
  '__proto__',
  'constructor',
  'toString',
  'then',
  'toJSON',
] as const;

const plain = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('user-0001', '../../etc/passwd', 'directory', '{{7*7}}', '\u202Ekcab', '\0', '%00', 'NaN'),
);

const { recipe } = fc.letrec<{ recipe: Recipe }>((tie) => ({
  recipe: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 60, arbitrary: fc.record({ kind: fc.constant('plain' as const), value: plain }) },
    {
      weight: 50,
      arbitrary: fc.record({ kind: fc.constant('odd' as const), name: fc.constantFrom(...oddNames) }),
    },
    // Few: each takes as long as hundreds of the others.
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.record({ kind: fc.constant('long' as const), letters: fc.nat(100_000) }),
        fc.record({ kind: fc.constant('deep' as const), levels: fc.nat(900) }),
        fc.record({ kind: fc.constant('wide' as const), keys: fc.nat(8_000) }),
      ),
    },
    {
      weight: 30,
      arbitrary: fc.record({
        kind: fc.constantFrom('list' as const, 'set' as const),
        items: fc.array(tie('recipe'), { maxLength: 4 }),
      }),
    },
    {
      weight: 90,
      arbitrary: fc.record({
        kind: fc.constantFrom('record' as const, 'record' as const, 'map' as const),
        entries: fc.array(fc.tuple(fc.oneof(fc.constantFrom<string>(...keys), fc.string()), tie('recipe')), {
          maxLength: 5,
        }),
      }),
    },
  ),
}));

export const recipes: fc.Arbitrary<Recipe> = recipe;

/** Makes the value. It is sent to pages as text, so it knows nothing but what is in it. */
export const make = (wanted: Recipe): unknown => {
  const put = (into: object, key: string, value: unknown): void => {
    Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  };
  const odd = (name: OddName): unknown => {
    const circle: unknown[] = [];
    circle.push(circle);
    const sparse: unknown[] = [];
    sparse[3] = 1;
    const values: Readonly<Record<OddName, () => unknown>> = {
      undefined: () => undefined,
      nan: () => Number.NaN,
      minusZero: () => -0,
      infinity: () => Infinity,
      bigint: () => 2n ** 70n,
      symbol: () => Symbol('userId'),
      function: () => () => 'called',
      date: () => new Date(0),
      regexp: () => /(?:a+)+$/u,
      error: () => new Error('from the page'),
      bytes: () => new Uint8Array(64),
      promise: () => Promise.resolve('user-0001'),
      proxy: () => new Proxy({}, { get: () => 'user-0001', ownKeys: () => ['userId'] }),
      cyclic: () => circle,
      sparse: () => sparse,
      bare: () => Object.assign(Object.create(null), { userId: 'user-0001' }) as unknown,
      getter: () =>
        Object.defineProperty({}, 'userId', {
          enumerable: true,
          get: () => {
            throw new Error('of the page');
          },
        }),
    };
    return values[name]();
  };
  switch (wanted.kind) {
    case 'plain':
      return wanted.value;
    case 'odd':
      return odd(wanted.name);
    case 'long':
      return 'x'.repeat(wanted.letters);
    case 'deep': {
      let value: unknown = 1;
      for (let level = 0; level < wanted.levels; level += 1) value = level % 2 === 0 ? [value] : { value };
      return value;
    }
    case 'wide':
      return Object.fromEntries(Array.from({ length: wanted.keys }, (_, key) => [`key${key}`, key]));
    case 'list':
      return wanted.items.map(make);
    case 'set':
      return new Set(wanted.items.map(make));
    case 'map':
      return new Map(wanted.entries.map(([key, part]) => [key, make(part)]));
    default: {
      const record = {};
      for (const [key, part] of wanted.entries) put(record, key, make(part));
      return record;
    }
  }
};
