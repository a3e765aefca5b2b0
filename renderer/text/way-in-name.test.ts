import { expect, test } from 'vitest';
import { wayInName } from './way-in-name.ts';

test.each([
  ['local-userpass', 'E-mail and password'],
  ['oauth2-google', 'Google'],
  ['custom-of-tomorrow', 'custom-of-tomorrow'],
  ['constructor', 'constructor'],
])('a way in of type %s is called %s', (providerType, name) => {
  expect(wayInName(providerType)).toBe(name);
});
