import { expect, test } from 'vitest';
import { faultOf } from './fault.ts';

test.each([
  [401, 'InvalidSession', 'noAccount'],
  [403, 'Forbidden', 'noAccount'],
  [503, 'KeyringUnavailable', 'keyringUnavailable'],
  [503, 'StorageUnavailable', 'sessionUnreadable'],
  [503, 'ServiceUnavailable', 'unreachable'],
  [507, 'StorageFull', 'diskFull'],
  [400, 'NotebookFull', 'notebookFull'],
  [400, 'InvalidParameter', 'notTaken'],
  [413, 'BadRequest', 'notTaken'],
  [404, 'NoteNotFound', 'noteGone'],
  [500, 'InternalServerError', 'failed'],
  [500, undefined, 'failed'],
  [200, { error_code: 'KeyringUnavailable' }, 'failed'],
])('%i %j is %s', (status, code, fault) => {
  expect(faultOf(status, code)).toBe(fault);
});
