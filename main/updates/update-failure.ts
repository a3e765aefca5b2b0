import type { ErrorReport } from '../../app/errors.ts';
import type { UpdateFault } from '../../app/contract/update-views.ts';
import { RequestFailure, requestFailureOf, type RequestFailureKind } from '../network/request-failure.ts';
import { errnoOf, storageFailure } from '../storage/storage-failure.ts';

/** Why an update did not go on. */
export class UpdateFailure extends Error {
  readonly because: UpdateFault;

  constructor(because: UpdateFault, options?: ErrorOptions) {
    super(`The update did not go on: ${because}`, options);
    this.name = 'UpdateFailure';
    this.because = because;
  }
}

const byRequest: Readonly<Record<RequestFailureKind, UpdateFault>> = {
  unreachable: 'offline',
  certificate: 'certificate',
  tooLarge: 'untrusted',
  redirected: 'server',
  timedOut: 'offline',
  cancelled: 'unexpected',
  notAllowed: 'server',
};

/** electron-updater's code for a file that is not the one whose SHA-512 was signed. */
const notTheSigned = 'ERR_CHECKSUM_MISMATCH';

/** Chromium says so where a connection ends before everything is there; electron-updater where the server ends it. */
const cutOff = /ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING|aborted by the server/u;

/** What a failure to write means here. */
export const faultOfReport = (error: ErrorReport): UpdateFault => {
  if (error.code !== 'storageUnavailable') return 'unexpected';
  const { problem } = error;
  return problem === 'failed' || problem === 'keyringUnavailable' ? 'unexpected' : problem;
};

/** What anything that was thrown on the way means to the person. */
export const updateFaultOf = (cause: unknown): UpdateFault => {
  if (cause instanceof UpdateFailure) return cause.because;
  if (cause instanceof RequestFailure) return byRequest[cause.kind];
  const errno = errnoOf(cause);
  if (errno === notTheSigned) return 'damaged';
  const onDisk = storageFailure(cause);
  const fault = onDisk.ok ? 'unexpected' : faultOfReport(onDisk.error);
  if (fault !== 'unexpected') return fault;
  if (!(cause instanceof Error)) return 'unexpected';
  if (cutOff.test(cause.message)) return 'damaged';
  const [, status] = /, status (\d{3})\b/u.exec(cause.message) ?? [];
  if (status !== undefined) return status === '404' ? 'missing' : 'server';
  return cause.message.includes('net::ERR_') ? byRequest[requestFailureOf(cause).kind] : 'unexpected';
};
