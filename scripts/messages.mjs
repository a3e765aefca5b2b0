import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const catalogue = /\/app\/text\/[a-z]{2}\/[\w-]+\.ts$/u;

/**
 * Compiles the catalogue's messages, so that no ICU parser ships: app/text/message.ts says to what.
 * @returns {import('vite').Plugin}
 */
export const compileMessages = () => {
  let count = 0;
  return {
    name: 'compile-messages',
    config: () => ({
      resolve: {
        alias: {
          '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      },
    }),
    transform(code, id) {
      if (!catalogue.test(id.replaceAll('\\', '/'))) return undefined;
      let compiled = code;
      for (const { start, end, text } of textsIn(this.parse(code)).toReversed()) {
        if (!text.includes('{')) continue;
        count += 1;
        compiled = compiled.slice(0, start) + JSON.stringify(compile(text)) + compiled.slice(end);
      }
      return { code: compiled, map: null };
    },
    buildEnd(error) {
      if (!error && count === 0) throw new Error('The catalogue is elsewhere than before');
    },
  };
};

/**
 * @param {string} text an ICU message
 * @returns {import('../app/text/say.ts').Message}
 */
export const compile = (text) => pieces(parse(text, { ignoreTag: true, captureLocation: false }));

/**
 * @param {import('@formatjs/icu-messageformat-parser').MessageFormatElement[]} elements
 * @returns {import('../app/text/say.ts').Piece[]}
 */
const pieces = (elements) =>
  elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.pound:
        return 0;
      case TYPE.argument:
        return [element.value];
      case TYPE.number:
        return { number: element.value };
      case TYPE.plural:
        return { plural: element.value, cases: cases(element.options) };
      case TYPE.select:
        return { select: element.value, cases: cases(element.options) };
      default:
        throw new Error(`A message has what app/text/say.ts does not say: ${JSON.stringify(element)}`);
    }
  });

/** @param {Record<string, { value: import('@formatjs/icu-messageformat-parser').MessageFormatElement[] }>} options */
const cases = (options) =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, pieces(value)]));

/**
 * Every text in a module of the catalogue, from its first to its last.
 * @param {unknown} node
 * @returns {{ start: number, end: number, text: string }[]}
 */
const textsIn = (node) => {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(textsIn);
  const { type, start, end, value } = { type: '', start: 0, end: 0, value: undefined, ...node };
  if (type === 'Literal' && typeof value === 'string') return [{ start, end, text: value }];
  if (type === 'ImportDeclaration') return [];
  if (type === 'TemplateLiteral') throw new Error('A message of the catalogue is an ordinary string');
  return Object.values(node).flatMap(textsIn);
};
