import { abandon, createGuardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts';
import { RequestFailure } from './request-failure.ts';

export interface BoundedFetchOptions extends Pick<
  GuardedFetchOptions,
  'fetch' | 'timers' | 'followsRedirects'
> {
  /** From the request to the last byte of the answer. */
  readonly timeLimitMs?: number;
  /** Of the answer's content, unpacked. */
  readonly byteLimit?: number;
}

/** The part of `RequestInit` that is taken; the rest is decided here. */
export interface BoundedRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Text or a form; no service wants bytes or streams, and those are refused. */
  readonly body?: string | URLSearchParams | ArrayBuffer | Uint8Array | ReadableStream | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request and gives back the whole answer, whatever its status. Rejects with `RequestFailure`, and only
 * with that.
 */
export type BoundedFetch = (url: string, request?: BoundedRequest) => Promise<Response>;

/** For calls of services' protocols: no answer that is too slow or too large (fault row C4). */
export const createBoundedFetch = ({
  fetch,
  timers,
  timeLimitMs = 10_000,
  byteLimit = 1_000_000,
  followsRedirects = false,
}: BoundedFetchOptions): BoundedFetch => {
  const send = createGuardedFetch({ fetch, timers, timeLimitMs, followsRedirects });
  return async (url, { body, ...request } = {}) =>
    send(url, { ...request, body: sentBody(body) }, async (response) =>
      wholeAnswer(response, await readWithin(response.body, byteLimit)),
    );
};

const sentBody = (body: BoundedRequest['body']): string | URLSearchParams | undefined => {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body;
  throw new RequestFailure('notAllowed');
};

const readWithin = async (body: Response['body'], byteLimit: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    byteCount += read.value.byteLength;
    if (byteCount > byteLimit) {
      if (reader) abandon(reader);
      throw new RequestFailure('tooLarge');
    }
    chunks.push(read.value);
  }
  return Uint8Array.from(Buffer.concat(chunks, byteCount));
};

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** These speak of the answer as it travelled, or would keep something here. */
const headersLeftOut = ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie'];

const wholeAnswer = (response: Response, bytes: Uint8Array<ArrayBuffer>): Response => {
  const headers = new Headers(response.headers);
  for (const name of headersLeftOut) headers.delete(name);
  const { status } = response;
  return new Response(statusesWithoutBody.has(status) ? undefined : bytes, { status, headers });
};
