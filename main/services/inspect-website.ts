import type { HttpTransport } from '../../app/identity/app-services/http.ts';
import { succeed, type Outcome } from '../../app/outcome.ts';

/** Whether anything answers there, whatever it says: a page, a redirect to its sign-in, more than fits. */
export const inspectWebsite = async (
  url: string,
  transport: HttpTransport,
): Promise<Outcome<{ readonly origin: string }>> => {
  const answered = await transport({ method: 'GET', url, headers: {} });
  if (!answered.ok && answered.error.code !== 'serverError') return answered;
  return succeed({ origin: new URL(url).origin });
};
