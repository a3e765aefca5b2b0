import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNameScan } from './name-scan.ts';

const scan = (...texts: readonly string[]) =>
  createNameScan(texts.map((text, index) => ({ text, mark: `<${index}>` })));

test('the longest name that begins somewhere is taken', () => {
  const without = scan('Anna', 'Anna Lena', 'Anna Lena Maria', 'An');
  expect(without('anna lena mariana, Annalena, AN, and')).toBe('<2>na, <0>lena, <3>, and');
});

test('a name of some letters is no part of a word, whatever the alphabet', () => {
  const without = scan('Bo', 'Ö', '字');
  expect(without('Bo, Bob, bobo, (bo) Ö Öl ö. 字 文字')).toBe('<0>, Bob, bobo, (<0>) <1> Öl <1>. <2> 文字');
});

test('letters that become two when they are small move nothing', () => {
  expect(scan('İnci Kaya', 'Bert')('İİ İnci Kaya and BERT')).toBe('İİ <0> and <1>');
});

test('names of nothing take nothing', () => {
  expect(scan('', '  ')('a  b')).toBe('a  b');
});

test('no long name is left, and what is none stays', () => {
  const name = fc.string({ minLength: 4, maxLength: 12 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), fc.array(fc.string()), (names, others) => {
      const without = createNameScan(names.map((text) => ({ text, mark: '\n' })));
      const text = names.flatMap((one, index) => [others[index] ?? '', one]).join('');
      const found = without(text).toLowerCase();
      for (const one of names) expect(found).not.toContain(one.toLowerCase());
      expect(createNameScan([])(text)).toBe(text);
    }),
  );
});
