import type { ErrorReport } from '../../errors.ts';
import { fail, succeed, type Outcome } from '../../outcome.ts';
import type { Cancellation } from '../../ports.ts';
import { safetyOf } from '../secure-origin.ts';
import { isSuccess } from './answers.ts';
import { errorOf, type RefusalMeaning } from './error-mapping.ts';
import type { HttpTransport } from './http.ts';
import { readLocation } from './location.ts';
import { parseOrigin } from './origin.ts';
import { requestOf } from './request.ts';
import { routesOf } from './routes.ts';

export interface InspectAppServicesOptions {
  readonly baseUrl: string;
  readonly appId: string;
  readonly transport: HttpTransport;
  readonly cancellation?: Cancellation | undefined;
}

/**
 * Asks a server that is to be added whether it speaks the protocol and knows the app; `hostname` is the origin
 * that all calls go to. Fails with `invalidInput` for what was typed (an app id that the server does not know,
 * too), with `serverError` (`otherProtocol`) where somebody else answers.
 */
export const inspectAppServices = async ({
  baseUrl,
  appId,
  transport,
  cancellation,
}: InspectAppServicesOptions): Promise<Outcome<{ readonly hostname: string }>> => {
  const flaw = flawOf(baseUrl, appId);
  if (flaw) return fail(flaw);
  const origin = parseOrigin(baseUrl);
  if (!origin) return fail({ code: 'invalidInput', field: 'baseUrl', problem: 'malformed' });
  const path = routesOf(appId).location;
  const answer = await transport(requestOf(origin, { method: 'GET', path }), cancellation);
  if (!answer.ok) return answer;
  const location = isSuccess(answer.value)
    ? readLocation(answer.value, origin)
    : fail(errorOf(answer.value, { meaning: meaningToNewcomer }));
  if (location.ok) return succeed({ hostname: location.value.text });
  return fail(isForeign(location.error) ? { ...otherProtocol, status: answer.value.status } : location.error);
};

const flawOf = (baseUrl: string, appId: string): ErrorReport | undefined => {
  const problem = baseUrl === '' ? 'empty' : safetyOf(baseUrl);
  if (problem !== 'secure') return { code: 'invalidInput', field: 'baseUrl', problem };
  if (appId === '') return { code: 'invalidInput', field: 'appId', problem: 'empty' };
  if (appId.length > 512) return { code: 'invalidInput', field: 'appId', problem: 'tooLong' };
  // Dots alone would lead to another path; the rest cannot stand in one, or be seen.
  const isUnfit = /^\.+$/.test(appId) || /[\p{C}\s]/u.test(appId);
  return isUnfit ? { code: 'invalidInput', field: 'appId', problem: 'malformed' } : undefined;
};

/** The text is pinned by the suites of the protocol's clients. */
const meaningToNewcomer: RefusalMeaning = ({ error, errorCode }) =>
  errorCode === 'AppNotFound' || /\bcannot find app\b/i.test(error ?? '')
    ? { code: 'invalidInput', field: 'appId', problem: 'malformed' }
    : undefined;

const otherProtocol = { code: 'serverError', problem: 'otherProtocol' } as const;

/** The location is public, and errors have a text: who asks for a password here, or just says no, is another. */
const isForeign = (error: ErrorReport): boolean =>
  error.code === 'authenticationRejected' ||
  (error.code === 'serverError' &&
    error.problem === undefined &&
    error.text === undefined &&
    error.status !== undefined &&
    error.status < 500);
