import { isSecureEnough } from '../../app/identity/secure-origin.ts';
import type { Timers } from '../../app/ports.ts';
import { RequestFailure, requestFailureOf } from './request-failure.ts';

export interface BoundedFetchOptions {
  /** The network: a session's `fetch` in the app, Node's own elsewhere. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
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

/**
 * The only way out for requests to services: https (http to this computer), no redirect followed, no cookies, no
 * cache, and no answer that is too slow or too large (fault rows C4, C5).
 */
export const createBoundedFetch = ({
  fetch,
  timers,
  timeLimitMs = 10_000,
  byteLimit = 1_000_000,
}: BoundedFetchOptions): BoundedFetch => {
  const send = async (url: string, request: BoundedRequest, signal: AbortSignal): Promise<Response> => {
    const { method, headers } = request;
    const body = sentBody(request.body);
    const init: RequestInit = {
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    };
    const response = await fetch(url, init);
    return wholeAnswer(response, await readWithin(response.body, byteLimit));
  };

  return (url, request = {}) =>
    new Promise((resolve, reject) => {
      const address = allowedAddress(url);
      if (address === undefined) return reject(new RequestFailure('notAllowed'));
      if (request.signal?.aborted) return reject(new RequestFailure('cancelled'));
      const controller = new AbortController();
      const release = (): void => {
        stopTimer();
        request.signal?.removeEventListener('abort', cancel);
      };
      const giveUp = (failure: RequestFailure): void => {
        release();
        reject(failure);
        controller.abort();
      };
      const cancel = (): void => giveUp(new RequestFailure('cancelled'));
      const stopTimer = timers.after(timeLimitMs, () => giveUp(new RequestFailure('timedOut')));
      request.signal?.addEventListener('abort', cancel);
      send(address, request, controller.signal)
        .finally(release)
        .then(resolve, (cause: unknown) => giveUp(requestFailureOf(cause)));
    });
};

/** As it is sent; undefined for whatever a request may not go to. */
const allowedAddress = (url: string): string | undefined => {
  const parsed = isSecureEnough(url) ? URL.parse(url) : undefined;
  return parsed?.username === '' && parsed.password === '' ? parsed.href : undefined;
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
      // Waits for nobody: the server may hold the other end for as long as it likes.
      void reader?.cancel().catch(() => undefined);
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
