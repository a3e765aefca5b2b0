import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { fail, succeed } from '../../app/outcome.ts';
import type { Cancellation } from '../../app/ports.ts';
import type { BoundedFetch } from './bounded-fetch.ts';
import { RequestFailure, type RequestFailureKind } from './request-failure.ts';

/** Requests to App Services servers elsewhere, over the network. */
export const createHttpTransport =
  (send: BoundedFetch): HttpTransport =>
  async ({ method, url, headers, body }, cancellation) => {
    const link = signalOf(cancellation);
    try {
      const response = await send(url, { method, headers, body, signal: link.signal });
      return succeed({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    } catch (cause) {
      if (cause instanceof RequestFailure) return fail(reports[cause.kind]);
      throw cause;
    } finally {
      link.release();
    }
  };

const reports: Readonly<Record<RequestFailureKind, ErrorReport>> = {
  unreachable: { code: 'networkUnavailable' },
  timedOut: { code: 'networkUnavailable' },
  certificate: { code: 'networkUnavailable', because: 'certificate' },
  cancelled: { code: 'cancelled' },
  tooLarge: { code: 'serverError' },
  // Nothing in the protocol does; the sign-in pages of guest networks do.
  redirected: { code: 'serverError', problem: 'otherProtocol' },
  notAllowed: { code: 'serverError', problem: 'untrusted' },
};

const signalOf = (
  cancellation: Cancellation | undefined,
): { readonly signal?: AbortSignal; release(): void } => {
  if (!cancellation) return { release: () => undefined };
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  cancellation.addEventListener('abort', abort);
  if (cancellation.aborted) abort();
  return {
    signal: controller.signal,
    release: () => cancellation.removeEventListener('abort', abort),
  };
};
