import { expect, test } from 'vitest';
import { sampleUser } from '../../state/sample-users.ts';
import { isNeedy, needyCount } from './needy.ts';

test('an ended session, one that ends soon and a keyring that is away need the person', () => {
  const reasons = ['sessionExpired', 'sessionRevoked', 'sessionEndsSoon', 'keyringUnavailable'] as const;
  const users = reasons.map((reason, n) => sampleUser(n, { attention: [reason] }));
  expect(needyCount(users)).toBe(4);
});

test('what Hotseat sees to itself, and what is only worth knowing, counts nobody', () => {
  expect(isNeedy(sampleUser(1, { attention: ['unreachable', 'sessionNotSaved'] }))).toBe(false);
  expect(isNeedy(sampleUser(1))).toBe(false);
  expect(isNeedy(sampleUser(1, { attention: ['unreachable', 'sessionEndsSoon'] }))).toBe(true);
});
