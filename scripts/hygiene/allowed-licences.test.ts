import { expect, test } from 'vitest';
import { mayBeUsed, mayShip } from './allowed-licences.mjs';

test('one of several alternatives is enough, all of a conjunction are needed', () => {
  expect(mayShip('(WTFPL OR MIT)')).toBe(true);
  expect(mayShip('MIT AND Apache-2.0')).toBe(true);
  expect(mayShip('MIT AND GPL-3.0-only')).toBe(false);
});

test('what asks for more than its authors’ names is used at most, and what nobody looked at is not', () => {
  expect(mayShip('MPL-2.0')).toBe(false);
  expect(mayBeUsed('MPL-2.0')).toBe(true);
  expect(mayBeUsed('AGPL-3.0-only')).toBe(false);
  expect(mayBeUsed('undefined')).toBe(false);
});
