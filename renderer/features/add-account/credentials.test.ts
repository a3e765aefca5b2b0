import { expect, test } from 'vitest';
import { fieldAtFault, faultIn, noCredentials } from './credentials.ts';

const fields = ['email', 'password', 'name'] as const;
const filled = { email: 'ada@example.org', password: 'engine', name: '' };

test('the first empty field is named', () => {
  expect(faultIn(noCredentials, fields)).toMatchObject({ field: 'email', problem: 'empty' });
  expect(faultIn({ ...noCredentials, email: 'ada@example.org' }, fields)).toMatchObject({
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
] as const)('%s of %i characters is too long', (field, length) => {
  expect(faultIn({ ...filled, [field]: 'x'.repeat(length) }, fields)).toMatchObject({
    field,
    problem: 'tooLong',
  });
  expect(faultIn({ ...filled, [field]: 'x'.repeat(length - 1) }, fields)).toBeUndefined();
});

test('a field that is not shown is not checked', () => {
  expect(faultIn({ ...filled, name: 'x'.repeat(201) }, ['email', 'password'])).toBeUndefined();
});

test('the focus goes to the field that has to change', () => {
  expect(fieldAtFault({ code: 'conflict', with: 'emailTaken' })).toBe('email');
  expect(fieldAtFault({ code: 'invalidInput', field: 'name', problem: 'tooLong' })).toBe('name');
  expect(fieldAtFault({ code: 'authenticationRejected' })).toBe('password');
  expect(fieldAtFault({ code: 'networkUnavailable' })).toBe('password');
});
