import { expect, test } from 'vitest';
import { mailPartsIn } from './mail-parts.ts';

const parts = { token: 'aa+bb', tokenId: '0123' };

test.each([
  'https://app.example.org/reset?token=aa%2Bbb&tokenId=0123',
  '  https://app.example.org/?tokenId=0123&lang=en&token=aa%2Bbb \n',
  'https://app.example.org/#/confirm?token=aa%2Bbb&tokenId=0123',
])('a link out of a mail is taken apart: %s', (link) => {
  expect(mailPartsIn(link)).toEqual(parts);
});

test.each([
  'aa+bb',
  '',
  'https://app.example.org/',
  'https://app.example.org/?token=aa',
  'token=aa&tokenId=b',
])('anything else is what it is: %s', (text) => {
  expect(mailPartsIn(text)).toBeUndefined();
});
