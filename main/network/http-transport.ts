import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { fail, succeed } from '../../app/outcome.ts';
import type { BoundedFetch } from './bounded-fetch.ts';
import { signalOf } from './cancellation-signal.ts';
import { reportOf } from './failure-report.ts';
import { RequestFailure } from './request-failure.ts';

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
      if (cause instanceof RequestFailure) return fail(reportOf(cause));
      throw cause;
    } finally {
      link.release();
    }
  };
