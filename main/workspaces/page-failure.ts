import type { PageFailure } from '../../app/contract/workspace-views.ts';

/** Chromium's net error codes (net/base/net_error_list.h) that say more than that nobody answered. */
const failures: ReadonlyMap<number, PageFailure> = new Map([
  [-106, 'offline'], // INTERNET_DISCONNECTED
  [-7, 'timedOut'], // TIMED_OUT
  [-118, 'timedOut'], // CONNECTION_TIMED_OUT
  [-107, 'certificate'], // SSL_PROTOCOL_ERROR
  [-110, 'certificate'], // SSL_CLIENT_AUTH_CERT_NEEDED
  [-113, 'certificate'], // SSL_VERSION_OR_CIPHER_MISMATCH
  [-117, 'certificate'], // BAD_SSL_CLIENT_AUTH_CERT
  [-310, 'serverError'], // TOO_MANY_REDIRECTS
  [-320, 'serverError'], // INVALID_RESPONSE
  [-324, 'serverError'], // EMPTY_RESPONSE
  [-337, 'serverError'], // HTTP2_PROTOCOL_ERROR
  [-379, 'serverError'], // HTTP_RESPONSE_CODE_FAILURE
]);

/** The load was given up for another one, stopped, or became a download: nothing is wrong. */
const aborted = -3;
/** A page that was the answer to a form is no longer in the cache, and may not be asked for again unasked. */
export const cacheMiss = -400;

/** Undefined where nothing failed. A name that is not found while there is no network is no fault of the server. */
export const pageFailureOf = (netError: number, isOnline: boolean): PageFailure | undefined => {
  if (netError === aborted || netError === 0) return undefined;
  const known = failures.get(netError);
  if (known) return known;
  if (netError <= -200 && netError > -300) return 'certificate';
  return isOnline ? 'unreachable' : 'offline';
};
