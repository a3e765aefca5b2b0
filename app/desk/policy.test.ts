import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isDomainAllowed, presets, readPolicy, stricter, type OwnRules } from './policy.ts';

const read = (value: unknown) => readPolicy({ kind: 'text', text: JSON.stringify(value) });
const own: OwnRules = {
  switching: 'free',
  lockAfterMinutes: 0,
  locksWithComputer: false,
  keepsLockedPages: false,
  unlockAttempts: 10,
  hidesFromCapture: false,
};

describe('a policy', () => {
  test('that is not there leaves everything to the person', () => {
    const held = readPolicy({ kind: 'absent' });
    expect(held).toEqual({ state: 'none', policy: {}, unknownKeys: [] });
    expect(stricter(own, held.policy)).toEqual(own);
  });

  test('has a preset to start from, and its own words beside it', () => {
    expect(read({ preset: 'shared', lockAfterMinutes: 15 }).policy).toEqual({
      ...presets.shared,
      lockAfterMinutes: 15,
    });
  });

  test('has its unknown keys named, and the others hold', () => {
    const { state, policy, unknownKeys } = read({ switching: 'unlock', lokAfterMinutes: 1, ' ': 2 });
    expect([state, policy, unknownKeys]).toEqual(['held', { switching: 'unlock' }, ['lokAfterMinutes', ' ']]);
  });

  test.each([
    ['no JSON', { kind: 'text', text: '{"switching":' }],
    ['nothing', { kind: 'text', text: '' }],
    ['a list', { kind: 'text', text: '[]' }],
    ['null', { kind: 'text', text: 'null' }],
    ['a number', { kind: 'text', text: '5' }],
    ['a word', { kind: 'text', text: '"strict"' }],
    ['a rule that there is not', { kind: 'text', text: '{"switching":"loose"}' }],
    ['a number out of bounds', { kind: 'text', text: '{"unlockAttempts":1000}' }],
    ['a number as text', { kind: 'text', text: '{"lockAfterMinutes":"5"}' }],
    ['what cannot be trusted', { kind: 'refused' }],
  ] as const)('of %s fails closed: the strictest preset holds', (_what, found) => {
    expect(readPolicy(found)).toEqual({ state: 'broken', policy: presets.strict, unknownKeys: [] });
  });

  test('whatever it is, is read without a throw, and is never laxer than the person', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { policy } = readPolicy({ kind: 'text', text });
        const held = stricter({ ...own, switching: 'unlock', lockAfterMinutes: 3 }, policy);
        expect(['unlock', 'exclusive']).toContain(held.switching);
        expect(held.lockAfterMinutes).toBeLessThanOrEqual(3);
        expect(held.lockAfterMinutes).toBeGreaterThan(0);
      }),
    );
  });
});

test('the stricter of the two holds, whoever says it', () => {
  const strict: OwnRules = {
    switching: 'exclusive',
    lockAfterMinutes: 1,
    locksWithComputer: true,
    keepsLockedPages: true,
    unlockAttempts: 5,
    hidesFromCapture: true,
  };
  expect(stricter(own, presets.shared)).toEqual({
    switching: 'unlock',
    lockAfterMinutes: 5,
    locksWithComputer: true,
    keepsLockedPages: false,
    unlockAttempts: 10,
    hidesFromCapture: false,
  });
  expect(stricter(strict, presets.shared)).toEqual({ ...strict, keepsLockedPages: false });
});

test('pages of locked accounts are kept where moving is free only', () => {
  const wish = { ...own, keepsLockedPages: true };
  expect(stricter(wish, {}).keepsLockedPages).toBe(true);
  for (const rule of ['unlock', 'exclusive'] as const) {
    expect(stricter({ ...wish, switching: rule }, {}).keepsLockedPages).toBe(false);
    expect(stricter(wish, { switching: rule }).keepsLockedPages).toBe(false);
  }
});

test('no policy takes away what keeps the window out of pictures', () => {
  expect(stricter(own, presets.strict).hidesFromCapture).toBe(true);
  expect(stricter({ ...own, hidesFromCapture: true }, { hidesFromCapture: false }).hidesFromCapture).toBe(
    true,
  );
});

test.each([
  [undefined, 'a@other.org', true],
  [['example.org'], 'a@Example.ORG', true],
  [['example.org'], 'a@example.org.evil.net', false],
  [['example.org'], 'a@sub.example.org', false],
  [['example.org'], undefined, false],
  [['example.org'], '"a@evil.net"@example.org', true],
  [['example.org'], '"a@example.org"@evil.net', false],
  [[], 'a@example.org', false],
] as const)('where the domains %j are allowed, %s is: %s', (emailDomains, email, isAllowed) => {
  expect(isDomainAllowed(emailDomains ? { emailDomains: [...emailDomains] } : {}, email)).toBe(isAllowed);
});
