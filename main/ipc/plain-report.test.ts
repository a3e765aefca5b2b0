import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../app/errors.ts';
import { plainReport } from './plain-report.ts';

const hungOn = { accessToken: 'CANARY-ada-accessToken-1', cause: new Error('CANARY-ada-accessToken-2') };

/** One of every code, with every field it may have. */
const reports: readonly ErrorReport[] = [
  { code: 'invalidInput', field: 'issuer', problem: 'insecure' },
  { code: 'userNotFound' },
  { code: 'userLoggedOut' },
  { code: 'identityMismatch', expected: 'Ada', actual: 'Grace' },
  { code: 'authenticationRejected', because: 'tooLate' },
  { code: 'networkUnavailable', because: 'certificate' },
  { code: 'serverError', status: 429, text: 'Slowly', retryAfterSeconds: 30, problem: 'tooManyRequests' },
  { code: 'storageUnavailable', problem: 'diskFull' },
  { code: 'locked' },
  { code: 'deniedByPolicy' },
  { code: 'cancelled' },
  { code: 'superseded' },
  { code: 'conflict', with: 'serviceHasAccounts' },
  { code: 'serviceNotFound' },
  { code: 'fileRefused', because: 'repeated' },
  { code: 'unexpected' },
];

describe('a report on its way to the window', () => {
  it.each(reports)('keeps what the contract names of $code, and nothing else', (report) => {
    expect(plainReport({ ...report, ...hungOn })).toEqual(report);
  });

  it('has no more than a sentence of the service’s', () => {
    const report = plainReport({ code: 'serverError', text: 'x'.repeat(10_000) });
    expect(report).toMatchObject({ text: 'x'.repeat(200) });
  });
});
