import { expect, test } from 'vitest';
import { byteSize } from './byte-size.ts';
import { inGerman } from './testing/in-german.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [9_949, '9.9 kB'],
  [9_999, '10 kB'],
  [12_345, '12 kB'],
  [999_999, '1.0 MB'],
  [4_567_890, '4.6 MB'],
  [3_000_000_000_000_000, '3000 TB'],
])('%d bytes are read as %s', (count, text) => {
  expect(byteSize(count)).toBe(text);
});

test('German has a decimal comma', async () => {
  expect(await inGerman(() => [999, 1_000, 4_567_890].map(byteSize))).toEqual(['999 B', '1,0 kB', '4,6 MB']);
});
