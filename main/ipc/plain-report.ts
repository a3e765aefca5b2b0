import type { ErrorReport } from '../../app/errors.ts';

/** Text of a service is shown, but never more of it than a sentence. */
const serviceTextLimit = 200;

/** A report copied field by field, so that nothing that was hung onto it crosses to the window. */
export const plainReport = (report: ErrorReport): ErrorReport => {
  switch (report.code) {
    case 'invalidInput':
      return { code: report.code, field: report.field, problem: report.problem };
    case 'identityMismatch':
      return { code: report.code, expected: report.expected, actual: report.actual };
    case 'authenticationRejected':
      return { code: report.code, because: report.because };
    case 'serverError':
      return {
        code: report.code,
        status: report.status,
        text: report.text?.slice(0, serviceTextLimit),
        retryAfterSeconds: report.retryAfterSeconds,
        problem: report.problem,
      };
    case 'networkUnavailable':
      return { code: report.code, because: report.because };
    case 'storageUnavailable':
      return { code: report.code, problem: report.problem };
    case 'fileRefused':
      return { code: report.code, because: report.because };
    case 'unlockRefused':
      return {
        code: report.code,
        because: report.because,
        attemptsLeft: report.attemptsLeft,
        waitSeconds: report.waitSeconds,
      };
    case 'conflict':
      return { code: report.code, with: report.with };
    default:
      return { code: report.code };
  }
};
