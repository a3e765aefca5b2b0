import type { Header, OutgoingRequest } from '../contract/request-views.ts';
import type { InputField, InputProblem } from '../errors.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';

type HttpRequest = Extract<OutgoingRequest, { kind: 'http' }>;
type FunctionRequest = Extract<OutgoingRequest, { kind: 'function' }>;

/** What of a request needs no service to be checked. */
export interface CheckedRequest {
  readonly method: string;
  /** By the names that the person wrote; one that was written twice is joined (RFC 9110, section 5.3). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** `GET`, `HEAD`: no content (RFC 9110, section 9.3). `CONNECT` and `TRACE` are nobody's to send. */
const methods: ReadonlyMap<string, { readonly mayHaveBody: boolean }> = new Map([
  ['GET', { mayHaveBody: false }],
  ['HEAD', { mayHaveBody: false }],
  ['POST', { mayHaveBody: true }],
  ['PUT', { mayHaveBody: true }],
  ['PATCH', { mayHaveBody: true }],
  ['DELETE', { mayHaveBody: true }],
  ['OPTIONS', { mayHaveBody: true }],
  ['QUERY', { mayHaveBody: true }],
]);

/** Fails with `invalidInput`: which of method, headers and body it is (fault row D9). */
export const checkedRequest = (request: HttpRequest): Outcome<CheckedRequest> => {
  const method = request.method.trim().toUpperCase();
  const known = methods.get(method);
  if (!known) return wrong('requestMethod', method === '' ? 'empty' : 'malformed');
  const headers = checkedHeaders(request.headers);
  if (!headers.ok) return headers;
  const body = request.body === '' ? undefined : request.body;
  if (body !== undefined && !known.mayHaveBody) return wrong('requestBody', 'malformed');
  return succeed({ method, headers: headers.value, body });
};

export const checkedFunctionName = ({ name }: FunctionRequest): Outcome<string> => {
  const trimmed = name.trim();
  if (trimmed === '') return wrong('functionName', 'empty');
  return /^[\w.-]+$/.test(trimmed) ? succeed(trimmed) : wrong('functionName', 'malformed');
};

/** RFC 9110, section 5.6.2. */
const token = /^[!#$%&'*+.^`|~\w-]+$/;
/** RFC 9110, section 5.5: no line break, no NUL, no other control character; nothing beyond Latin-1. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Set here (who asks), or by what carries the request; a person who could set them would break it, or lie. */
const namesOfOthers: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'cookie2',
  'host',
  'origin',
  'referer',
  'connection',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'keep-alive',
  'expect',
  'date',
  'via',
  'accept-encoding',
  'accept-charset',
  'access-control-request-headers',
  'access-control-request-method',
  'set-cookie',
  // Lost wherever headers are an object.
  '__proto__',
]);
const prefixesOfOthers = ['proxy-', 'sec-'] as const;

const isOfOthers = (name: string): boolean =>
  namesOfOthers.has(name) || prefixesOfOthers.some((prefix) => name.startsWith(prefix));

const checkedHeaders = (headers: readonly Header[]): Outcome<Readonly<Record<string, string>>> => {
  const joined = new Map<string, { readonly name: string; readonly value: string }>();
  for (const header of headers) {
    const key = header.name.toLowerCase();
    const value = header.value.replaceAll(/^[ \t]+|[ \t]+$/g, '');
    if (!token.test(header.name) || !fieldValue.test(value) || isOfOthers(key))
      return wrong('requestHeaders', 'malformed');
    const before = joined.get(key);
    joined.set(
      key,
      before ? { name: before.name, value: `${before.value}, ${value}` } : { name: header.name, value },
    );
  }
  return succeed(Object.fromEntries([...joined.values()].map(({ name, value }) => [name, value])));
};

const wrong = (field: InputField, problem: InputProblem): Outcome<never> =>
  fail({ code: 'invalidInput', field, problem });
