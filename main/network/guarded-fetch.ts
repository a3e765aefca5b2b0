import { isSecureEnough } from '../../app/identity/secure-origin.ts';
import type { Timers } from '../../app/ports.ts';
import { RequestFailure, requestFailureOf } from './request-failure.ts';

export interface GuardedFetchOptions {
  /** The network: a session's `fetch` in the app, Node's own elsewhere. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
  /** From the request to the last byte of the answer. */
  readonly timeLimitMs: number;
  /** From each byte to the next one, and from the request to the first. */
  readonly silenceLimitMs?: number;
  /** Only for what no secret goes along with, and what proves by a signature whose it is. */
  readonly followsRedirects?: boolean;
}

/** The part of `RequestInit` that is taken; the rest is decided here. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | URLSearchParams | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request and has its answer read by `read`, which says each time that it has heard something. Rejects
 * with `RequestFailure`, and only with that; whatever comes of `read` later is nobody's.
 */
export type GuardedFetch = <T>(
  url: string,
  request: GuardedRequest,
  read: (response: Response, heard: () => void) => Promise<T>,
) => Promise<T>;

/**
 * The only way out for requests to services: https (http to this computer), no redirect followed, no cookies, no
 * cache, and no more time than there is (fault rows C4, C5).
 */
export const createGuardedFetch = (options: GuardedFetchOptions): GuardedFetch => {
  const { fetch, timers, timeLimitMs, silenceLimitMs = timeLimitMs, followsRedirects = false } = options;
  return (url, request, read) =>
    new Promise((resolve, reject) => {
      const { signal, ...asked } = request;
      const address = allowedAddress(url);
      if (address === undefined) return reject(new RequestFailure('notAllowed'));
      if (signal?.aborted) return reject(new RequestFailure('cancelled'));
      const controller = new AbortController();
      const release = (): void => {
        stopTimer();
        stopSilence();
        signal?.removeEventListener('abort', cancel);
      };
      const giveUp = (failure: RequestFailure): void => {
        release();
        reject(failure);
        controller.abort();
      };
      const cancel = (): void => giveUp(new RequestFailure('cancelled'));
      const timeOut = (): void => giveUp(new RequestFailure('timedOut'));
      const stopTimer = timers.after(timeLimitMs, timeOut);
      let stopSilence = silenceLimitMs < timeLimitMs ? timers.after(silenceLimitMs, timeOut) : stopTimer;
      const heard = (): void => {
        if (silenceLimitMs >= timeLimitMs || controller.signal.aborted) return;
        stopSilence();
        stopSilence = timers.after(silenceLimitMs, timeOut);
      };
      signal?.addEventListener('abort', cancel);
      fetch(address, {
        ...withoutAbsent(asked),
        ...alike,
        redirect: followsRedirects ? 'follow' : 'error',
        signal: controller.signal,
      })
        .then((response) => {
          heard();
          return read(response, heard);
        })
        .finally(release)
        .then(resolve, (cause: unknown) => giveUp(requestFailureOf(cause)));
    });
};

/** For every request. */
const alike: RequestInit = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
};

/** As it is sent; undefined for whatever a request may not go to. */
const allowedAddress = (url: string): string | undefined => {
  const parsed = isSecureEnough(url) ? URL.parse(url) : undefined;
  return parsed?.username === '' && parsed.password === '' ? parsed.href : undefined;
};

const withoutAbsent = ({ method, headers, body }: GuardedRequest): RequestInit => ({
  ...(method === undefined ? {} : { method }),
  ...(headers === undefined ? {} : { headers }),
  ...(body === undefined ? {} : { body }),
});

/** Gives the rest of an answer up. Waits for nobody: the server may hold the other end for as long as it likes. */
export const abandon = (reader: { cancel(): Promise<void> }): void => {
  void reader.cancel().catch(() => undefined);
};
