import type { CheckedRequest } from './checked-request.ts';

export interface CurlCommandOptions extends CheckedRequest {
  /** Absolute. */
  readonly url: string;
  /** Where a command that runs on this computer gets the token, as a header line. */
  readonly handOut: { readonly socketPath: string; readonly grant: string };
}

/** An argument that no system takes for too long (Linux: 128 KiB), in UTF-16 units that may be three bytes each. */
const bodyLimit = 40_000;

/** Nothing but tab and line break: others act on the terminal that the command is pasted into, or end it (NUL). */
const actsOnTerminal = /[^\P{Cc}\t\n]|\p{Cs}/u;

/**
 * The request as a command line for a POSIX shell, with a command in the token's place that fetches it when it
 * runs: the token is never an argument. Undefined where the request cannot be said in one.
 */
export const curlCommand = (options: CurlCommandOptions): string | undefined => {
  const { method, headers, body, url, handOut } = options;
  if (body !== undefined && (body.length > bodyLimit || actsOnTerminal.test(body))) return undefined;
  const fetchesToken = [
    'curl',
    '-fsS',
    '--unix-socket',
    quoted(handOut.socketPath),
    `http://hotseat/${handOut.grant}`,
  ];
  const sends = [
    'curl -H @-',
    // Brackets in an address are no pattern.
    '-g',
    ...proxyOptions(url),
    ...methodOptions(method, body),
    ...headerOptions(headers, body).map((header) => `-H ${quoted(header)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
    quoted(url),
  ];
  return `${fetchesToken.join(' ')} | ${sends.join(' ')}`;
};

/** One word to any POSIX shell, whatever is in it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Plain http goes to this very computer only, and no proxy that the shell names is to read the token on the way. */
const proxyOptions = (url: string): readonly string[] => (url.startsWith('http:') ? ["--noproxy '*'"] : []);

const methodOptions = (method: string, body: string | undefined): readonly string[] => {
  // Asked for by -X, curl would wait for the content of an answer that has none.
  if (method === 'HEAD') return ['-I'];
  return method === (body === undefined ? 'GET' : 'POST') ? [] : [`-X ${method}`];
};

/** What Hotseat sends with a text that nobody named the type of; curl would call it a form. */
const textType = 'Content-Type: text/plain;charset=UTF-8';

const headerOptions = (headers: CheckedRequest['headers'], body: string | undefined): readonly string[] => {
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  // A header without a value is written with a semicolon: with a colon, curl would leave it out.
  const all = Object.entries(headers).map(([name, value]) =>
    value === '' ? `${name};` : `${name}: ${value}`,
  );
  return body === undefined || isTyped ? all : [...all, textType];
};
