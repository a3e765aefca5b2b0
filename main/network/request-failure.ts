/**
 * `redirected`: the answer sent the request elsewhere. `notAllowed`: plain http to another computer, a user in the
 * address, or no web address at all; nothing was sent.
 */
export type RequestFailureKind =
  'unreachable' | 'certificate' | 'tooLarge' | 'redirected' | 'timedOut' | 'cancelled' | 'notAllowed';

/** Why a request came to no answer. Holds neither address nor content. */
export class RequestFailure extends Error {
  readonly kind: RequestFailureKind;

  constructor(kind: RequestFailureKind) {
    super(`The request came to no answer: ${kind}`);
    this.name = 'RequestFailure';
    this.kind = kind;
  }
}

/** What an error of Chromium's network stack or of Node's means. */
export const requestFailureOf = (cause: unknown): RequestFailure => {
  if (cause instanceof RequestFailure) return cause;
  const words = wordsOf(cause);
  if (certificateWords.test(words)) return new RequestFailure('certificate');
  return new RequestFailure(/redirect/i.test(words) ? 'redirected' : 'unreachable');
};

/** Chromium's names (`net::ERR_CERT_…`), and OpenSSL's as Node passes them on. */
const certificateWords =
  /ERR_CERT_|ERR_SSL_(?:PINNED|SERVER_CERT)|ERR_TLS_CERT_|CERT_(?:HAS|NOT|SIGNATURE|REVOKED|UNTRUSTED|REJECTED|CHAIN)|SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH/;

const wordsOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return '';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return `${cause.message} ${code} ${wordsOf(cause.cause)}`;
};
