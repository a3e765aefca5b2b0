import { expect, test } from 'vitest';
import type { ErrorReport } from '../../app/contract/bridge.ts';
import { attention, noticeSentence, sentenceOf, storageSentence } from './sentences.ts';

const one: { readonly [Code in ErrorReport['code']]: Extract<ErrorReport, { code: Code }> } = {
  invalidInput: { code: 'invalidInput', field: 'email', problem: 'malformed' },
  userNotFound: { code: 'userNotFound' },
  userLoggedOut: { code: 'userLoggedOut' },
  identityMismatch: { code: 'identityMismatch', expected: 'Ada', actual: 'Bob' },
  authenticationRejected: { code: 'authenticationRejected' },
  networkUnavailable: { code: 'networkUnavailable' },
  serverError: { code: 'serverError', status: 500 },
  storageUnavailable: { code: 'storageUnavailable', problem: 'diskFull' },
  locked: { code: 'locked' },
  deniedByPolicy: { code: 'deniedByPolicy' },
  cancelled: { code: 'cancelled' },
  superseded: { code: 'superseded' },
  conflict: { code: 'conflict', with: 'emailTaken' },
  serviceNotFound: { code: 'serviceNotFound' },
  unexpected: { code: 'unexpected' },
};

test.each(Object.values(one))('$code has a sentence of its own, without a code in it', (error) => {
  const sentence = sentenceOf(error);
  expect(sentence).toMatch(/^[A-Z].*\.$/u);
  if (/[A-Z]/u.test(error.code)) expect(sentence).not.toContain(error.code);
  const others = Object.values(one).filter(({ code }) => code !== error.code);
  expect(others.map((other) => sentenceOf(other))).not.toContain(sentence);
});

test('another identity is refused with both named', () => {
  expect(sentenceOf(one.identityMismatch)).toMatch(/Bob.*Ada/u);
});

test('a wrong password reads differently in a login than a session that was refused', () => {
  expect(sentenceOf(one.authenticationRejected, 'logIn')).toMatch(/e-mail or password is not right/u);
  expect(sentenceOf(one.authenticationRejected, 'logInAgain')).toMatch(/e-mail or password is not right/u);
  expect(sentenceOf(one.authenticationRejected)).toMatch(/session/u);
});

test('after too many tries the wait is said', () => {
  const error = { code: 'serverError', status: 429, problem: 'tooManyRequests' } as const;
  expect(sentenceOf({ ...error, retryAfterSeconds: 61 }, 'logIn')).toContain('Wait 2 minutes,');
  expect(sentenceOf(error)).toContain('Wait a moment,');
});

test('a status of the service is named where there is one', () => {
  expect(sentenceOf(one.serverError)).toContain('(500)');
  expect(sentenceOf({ code: 'serverError' })).not.toContain('(');
  expect(sentenceOf({ code: 'serverError', status: 507 })).toMatch(/full.*free some space/u);
});

test('unprotected storage says so, why, and what helps, on each system', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { lead, rest } = storageSentence({ kind: 'unprotected' }, platform);
    expect(lead).toContain('memory only');
    expect(rest).toMatch(/restart/u);
  }
  expect(storageSentence({ kind: 'protected', by: 'keychain' }, 'darwin').rest).toBeUndefined();
});

test('a store of a newer version tells to update, and that nothing is changed', () => {
  expect(noticeSentence({ id: '1', kind: 'newerVersion', what: 'accounts' })).toMatch(
    /Nothing is changed; update/u,
  );
});

test('what ends a session is loud', () => {
  expect(attention.sessionRevoked.isLoud).toBe(true);
  expect(attention.sessionNotSaved.isLoud).toBe(false);
});
