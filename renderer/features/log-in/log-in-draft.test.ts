import { expect, test } from 'vitest';
import {
  emptyDraft,
  faultIn,
  fieldsOf,
  formWaysOf,
  linkWaysOf,
  methodOf,
  withoutSecrets,
} from './log-in-draft.ts';

const fields = ['email', 'password', 'name'] as const;
const filled = { ...emptyDraft, email: 'ada@example.org', password: 'engine' };

test('the first empty field is named', () => {
  expect(faultIn(emptyDraft, fields)).toMatchObject({ field: 'email', problem: 'empty' });
  expect(faultIn({ ...emptyDraft, email: 'ada@example.org' }, fields)).toMatchObject({
    field: 'password',
    problem: 'empty',
  });
});

test('a name may be left out', () => {
  expect(faultIn(filled, fields)).toBeUndefined();
});

test.each([
  ['email', 321],
  ['password', 1_025],
  ['name', 201],
  ['apiKey', 16_385],
  ['token', 16_385],
] as const)('%s of %i characters is too long', (field, length) => {
  expect(faultIn({ ...filled, [field]: 'x'.repeat(length) }, [field])).toMatchObject({
    field,
    problem: 'tooLong',
  });
  expect(faultIn({ ...filled, [field]: 'x'.repeat(length - 1) }, [field])).toBeUndefined();
});

test('a field that is not shown is not checked', () => {
  expect(faultIn({ ...filled, name: 'x'.repeat(201) }, ['email', 'password'])).toBeUndefined();
});

test.each(['{', '[1]', '"text"', '7', 'null', '{"a": undefined}'])(
  'arguments of a function must be a JSON object: %s is none',
  (text) => {
    expect(faultIn({ ...emptyDraft, arguments: text }, fieldsOf.customFunction)).toEqual({
      code: 'invalidInput',
      field: 'arguments',
      problem: 'malformed',
    });
  },
);

test('what main is asked, for each way', () => {
  const draft = {
    ...filled,
    apiKey: ' key ',
    token: '\na.b.c\n',
    arguments: '{"badge": [1, {"of": "ada"}]}',
  };
  expect(methodOf('emailPassword', draft)).toEqual({
    kind: 'emailPassword',
    email: 'ada@example.org',
    password: 'engine',
  });
  expect(methodOf('apiKey', draft)).toEqual({ kind: 'apiKey', key: 'key' });
  expect(methodOf('customToken', draft)).toEqual({ kind: 'customToken', token: 'a.b.c' });
  expect(methodOf('customFunction', draft)).toEqual({
    kind: 'customFunction',
    arguments: { badge: [1, { of: 'ada' }] },
  });
});

test('a password is sent as it was typed, spaces and all', () => {
  expect(methodOf('emailPassword', { ...filled, password: ' engine ' })).toMatchObject({
    password: ' engine ',
  });
});

test('D8: after a failure no secret stays in the form', () => {
  const kept = withoutSecrets({ ...filled, apiKey: 'key', token: 'token' });
  expect([kept.password, kept.apiKey, kept.token]).toEqual(['', '', '']);
  expect(kept.email).toBe('ada@example.org');
});

test('the usual way comes first, and an issuer asks on its own page', () => {
  expect(formWaysOf('appServices')[0]).toBe('emailPassword');
  expect(formWaysOf('directory')).toEqual(['emailPassword']);
  expect(formWaysOf('openIdConnect')).toEqual([]);
});

test('T18: an API key cannot be linked', () => {
  expect(linkWaysOf('appServices')).toEqual(['emailPassword', 'customToken', 'customFunction']);
});
