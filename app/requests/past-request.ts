import type { Header, OutgoingRequest } from '../contract/request-views.ts';

/**
 * What is kept of a request that was sent: no body, no arguments, the values of headers that cannot be secret, and
 * an address whose secrets are blank. Names stay, so that a person sees what to fill in again.
 */
export const withoutSecrets = (request: OutgoingRequest): OutgoingRequest =>
  request.kind === 'function'
    ? { kind: 'function', name: request.name.trim(), arguments: [] }
    : {
        kind: 'http',
        method: request.method.trim().toUpperCase(),
        url: addressWithoutSecrets(request.url.trim()),
        headers: request.headers.map(headerWithoutSecret),
      };

const openHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'content-language',
  'content-type',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'prefer',
  'range',
  'x-requested-with',
]);

const headerWithoutSecret = ({ name, value }: Header): Header =>
  openHeaders.has(name.toLowerCase()) && !signedToken.test(value) ? { name, value } : { name, value: '' };

/** A JWS in compact form (RFC 7515, section 3.1): its header is JSON, so it begins as `{"` does. */
const signedToken = /eyJ[\w-]+\.[\w-]+/;

/** Names of what opens something. `author` is none. */
const secretName =
  /token|secret|passw|passphrase|passcode|pwd|^pass$|^pin$|^otp$|^code$|key$|session|^sid$|sig$|signature|credential|jwt|assertion|auth(?!or)|authori[sz]/i;

const addressWithoutSecrets = (url: string): string => {
  const [beforeFragment = ''] = url.split('#', 1);
  const [path = '', ...queries] = beforeFragment.split('?');
  const kept = path
    .split('/')
    .map((segment) => (signedToken.test(segment) ? '(hidden)' : segment))
    .join('/');
  if (queries.length === 0) return kept;
  return `${kept}?${queries.join('?').split('&').map(pairWithoutSecret).join('&')}`;
};

const pairWithoutSecret = (pair: string): string => {
  const [name = '', ...values] = pair.split('=');
  if (signedToken.test(name)) return '(hidden)';
  const isSecret = secretName.test(decoded(name)) || signedToken.test(decoded(values.join('=')));
  return isSecret && values.length > 0 ? `${name}=` : pair;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
