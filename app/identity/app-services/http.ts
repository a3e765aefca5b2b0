import type { Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute. Holds no secret: tokens travel in headers, passwords in the body. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: string;
}

/**
 * Sends one request and never rejects. Fails with `networkUnavailable` when no answer came, `cancelled`, or
 * `serverError` for an answer over the transport's size limit; any status is a success. Follows no redirect,
 * keeps no cookies, bounds time and size.
 */
export type HttpTransport = (
  request: HttpRequest,
  cancellation?: Cancellation,
) => Promise<Outcome<HttpResponse>>;
