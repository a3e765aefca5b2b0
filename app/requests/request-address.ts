import type { InputProblem } from '../errors.ts';
import { readInTwoWays, safetyOf } from '../identity/secure-origin.ts';
import { directoryOrigin } from '../identity/directory-scheme.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';

/** Where a request goes: an origin as the service has it, and the rest, which begins with a slash. */
export interface RequestAddress {
  readonly origin: string;
  /** Path and query in ASCII, without a fragment. */
  readonly path: string;
}

/**
 * The address that a person wrote, if it is one of these origins to the letter: no user, no other port, nothing
 * that could be read in two ways (fault row C8). A path is taken on the first of them. Fails with `invalidInput`.
 */
export const addressOf = (written: string, origins: readonly string[]): Outcome<RequestAddress> => {
  const text = written.trim();
  if (text === '') return wrong('empty');
  if (readInTwoWays.test(text)) return wrong('malformed');
  // Two slashes would be a host to a browser.
  if (text.startsWith('/')) return text.startsWith('//') ? wrong('malformed') : onFirst(text, origins);
  const [, start = '', rest = ''] = shape.exec(text) ?? [];
  const origin = start.toLowerCase();
  if (origin !== directoryOrigin) {
    const safety = safetyOf(text);
    if (safety !== 'secure') return wrong(safety);
  }
  const own = origins.find((one) => withoutOwnPort(one) === withoutOwnPort(origin));
  return own === undefined ? wrong('foreign') : succeed({ origin: own, path: asciiPath(rest) });
};

const shape = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/i;

const onFirst = (path: string, [first]: readonly string[]): Outcome<RequestAddress> =>
  first === undefined ? wrong('foreign') : succeed({ origin: first, path: asciiPath(path) });

/** As it travels: percent-encoded (RFC 3986, section 2.1) where it is not ASCII. */
const asciiPath = (rest: string): string => {
  const [path = ''] = rest.split('#', 1);
  const whole = path.startsWith('/') ? path : `/${path}`;
  return whole.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
};

/** The port that the scheme has by itself says nothing. */
const withoutOwnPort = (origin: string): string => origin.replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2');

const wrong = (problem: InputProblem): Outcome<never> =>
  fail({ code: 'invalidInput', field: 'requestUrl', problem });
