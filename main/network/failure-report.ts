import type { ErrorReport } from '../../app/errors.ts';
import type { RequestFailure, RequestFailureKind } from './request-failure.ts';

const reports: Readonly<Record<RequestFailureKind, ErrorReport>> = {
  unreachable: { code: 'networkUnavailable' },
  timedOut: { code: 'networkUnavailable' },
  certificate: { code: 'networkUnavailable', because: 'certificate' },
  cancelled: { code: 'cancelled' },
  tooLarge: { code: 'serverError' },
  // Nothing in the protocol does; the sign-in pages of guest networks do.
  redirected: { code: 'serverError', problem: 'otherProtocol' },
  notAllowed: { code: 'serverError', problem: 'untrusted' },
};

/** What a failed request means to whoever asked for it. */
export const reportOf = ({ kind }: RequestFailure): ErrorReport => reports[kind];
