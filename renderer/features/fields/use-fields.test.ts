import { expect, test } from 'vitest';
import { fieldOf } from './use-fields.ts';

test('a failure names the field that the person must look at again, if there is one', () => {
  expect(fieldOf({ code: 'conflict', with: 'emailTaken' })).toBe('email');
  expect(fieldOf({ code: 'invalidInput', field: 'name', problem: 'tooLong' })).toBe('name');
  expect(fieldOf({ code: 'authenticationRejected' })).toBeUndefined();
  expect(fieldOf({ code: 'conflict', with: 'identityLinked' })).toBeUndefined();
});
