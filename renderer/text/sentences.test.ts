import { expect, test } from 'vitest';
import type { ErrorReport } from '../../app/contract/bridge.ts';
import { sampleUser } from '../state/sample-users.ts';
import { endedSentence, isLoud, sentenceOf } from './sentences.ts';
import { inputWords } from './spoken.ts';
import { inGerman } from './testing/in-german.ts';

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
  unlockRefused: { code: 'unlockRefused', because: 'wrong', attemptsLeft: 9 },
  deniedByPolicy: { code: 'deniedByPolicy' },
  cancelled: { code: 'cancelled' },
  superseded: { code: 'superseded' },
  conflict: { code: 'conflict', with: 'emailTaken' },
  serviceNotFound: { code: 'serviceNotFound' },
  fileRefused: { code: 'fileRefused', because: 'notAList' },
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

test('each way in has its own sentence for what the service refuses, and none speaks of a password in vain', () => {
  const occasions = ['apiKey', 'customToken', 'customFunction', 'issuer', 'mail', 'link'] as const;
  const said = occasions.map((occasion) => sentenceOf(one.authenticationRejected, occasion));
  expect(new Set(said).size).toBe(occasions.length);
  for (const sentence of said) expect(sentence).not.toMatch(/password/u);
});

test.each(['accountDisabled', 'emailNotConfirmed', 'denied', 'tooLate'] as const)(
  'a login that is refused because of %s says so, whatever the way',
  (because) => {
    const error = { code: 'authenticationRejected', because } as const;
    expect(sentenceOf(error, 'logIn')).toBe(sentenceOf(error, 'issuer'));
    expect(sentenceOf(error, 'logIn')).not.toBe(sentenceOf(one.authenticationRejected, 'logIn'));
  },
);

test('a new account whose e-mail is to be confirmed is told as created', () => {
  const error = { code: 'authenticationRejected', because: 'emailNotConfirmed' } as const;
  expect(sentenceOf(error, 'createAccount')).toMatch(/is created.*confirmed/u);
  expect(sentenceOf(error, 'logIn')).not.toMatch(/created/u);
});

test('a service that is being added and does not answer may have a wrong address', () => {
  expect(sentenceOf(one.networkUnavailable, 'service')).toMatch(/address/u);
  expect(sentenceOf(one.networkUnavailable, 'logIn')).not.toMatch(/address/u);
});

test('C6: a bad certificate is told apart from no network, and there is no way around it', () => {
  const sentence = sentenceOf({ code: 'networkUnavailable', because: 'certificate' });
  expect(sentence).toMatch(/certificate is not good.*nothing was sent/u);
  expect(sentence).not.toMatch(/anyway/u);
});

test('words of the service stand in quotes beside its status', () => {
  expect(sentenceOf({ code: 'serverError', status: 400, text: 'invalid_scope' })).toContain(
    '(400): “invalid_scope”.',
  );
});

test('what a service does not have is said for what was wanted of it', () => {
  const error = { code: 'conflict', with: 'notOffered' } as const;
  const occasions = ['other', 'service', 'signOut', 'apiKey', 'customToken', 'customFunction'] as const;
  expect(new Set(occasions.map((occasion) => sentenceOf(error, occasion))).size).toBe(occasions.length);
});

test('every field says what is wrong with it in every way, and plain http to others is never let pass', () => {
  for (const field of ['baseUrl', 'issuer', 'workspaceUrl', 'apiOrigins'] as const)
    expect(sentenceOf({ code: 'invalidInput', field, problem: 'insecure' })).toMatch(/not secure.*https/u);
  for (const [field, own] of Object.entries(inputWords.fields))
    for (const [problem, sentence] of Object.entries({ ...inputWords.any, ...own }))
      expect(sentence, `${field} ${problem}`).toMatch(/^[A-Z].*\.$/u);
});

test('what no field has a sentence of its own for is told by what is wrong alone', async () => {
  const error = { code: 'invalidInput', field: 'requestHeaders', problem: 'empty' } as const;
  expect(sentenceOf(error)).toBe('Something is missing. Type it.');
  expect(sentenceOf({ ...error, problem: 'tooLong' })).toBe('These headers are too long. Use shorter ones.');
  expect(await inGerman(() => sentenceOf({ ...error, problem: 'tooLong' }))).toBe(
    'Diese Header sind zu lang. Nehmen Sie kürzere.',
  );
});

test.each([
  [{ because: 'wrong' }, 'That was not right. Try again.', 'Das war nicht richtig. Versuchen Sie es erneut.'],
  [
    { because: 'wrong', attemptsLeft: 1, waitSeconds: 60 },
    'That was not right. Wait 1 minute. One attempt is left; after that the account is logged out.',
    'Das war nicht richtig. Warten Sie 1 Minute. Ein Versuch ist übrig; danach wird das Konto abgemeldet.',
  ],
  [
    { because: 'wrong', attemptsLeft: 2 },
    'That was not right. Try again. 2 attempts are left; after that the account is logged out.',
    'Das war nicht richtig. Versuchen Sie es erneut. 2 Versuche sind übrig; danach wird das Konto abgemeldet.',
  ],
  [
    { because: 'tooSoon', waitSeconds: 90 },
    'Nothing was tried. Wait 2 minutes.',
    'Nichts wurde versucht. Warten Sie 2 Minuten.',
  ],
  [{ because: 'tooSoon' }, 'Nothing was tried.', 'Nichts wurde versucht.'],
] as const)(
  'an attempt to unlock that was %o says what came of it and what is left',
  async (refusal, english, german) => {
    const error = { code: 'unlockRefused', ...refusal } as const;
    expect(sentenceOf(error)).toBe(english);
    expect(await inGerman(() => sentenceOf(error))).toBe(german);
  },
);

test('a failure of the service is told whole in German too', async () => {
  const error = { code: 'serverError', status: 503, text: 'busy', retryAfterSeconds: 5 } as const;
  expect(await inGerman(() => sentenceOf(error))).toBe(
    'Der Dienst hat mit einem Fehler geantwortet (503): „busy“. Nichts wurde geändert; versuchen Sie es in 5 Sekunden erneut.',
  );
});

test('the end of the active user’s session is told with whose it was and who ended it', () => {
  const ana = sampleUser(1, { name: 'Ana', state: 'loggedOut' });
  expect(endedSentence({ ...ana, attention: ['sessionRevoked'] })).toBe(
    'Ana’s session was ended by the service.',
  );
  expect(endedSentence({ ...ana, attention: ['sessionExpired'] })).toBe('Ana’s session has run out.');
});

test('what ends a session is loud', () => {
  expect(isLoud.sessionRevoked).toBe(true);
  expect(isLoud.sessionNotSaved).toBe(false);
});
