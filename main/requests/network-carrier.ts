import type { ErrorReport } from '../../app/errors.ts';
import { fail, succeed } from '../../app/outcome.ts';
import type { AnswerEnd, AnswerListener, RequestCarrier } from '../../app/requests/request-carrier.ts';
import { abandon, createGuardedFetch, type GuardedFetchOptions } from '../network/guarded-fetch.ts';
import { signalOf } from '../network/cancellation-signal.ts';
import { reportOf } from '../network/failure-report.ts';
import { RequestFailure } from '../network/request-failure.ts';
import { createAnswerText } from './answer-text.ts';

const silenceLimitMs = 30_000;
const timeLimitMs = 5 * 60_000;
/** Of the content, unpacked. */
const byteLimit = 1_000_000;

/** To a person who wrote the request it is what happened; to a call of a protocol it would be no answer at all. */
const redirected: ErrorReport = { code: 'serverError', problem: 'redirected' };

/** Requests over the network, heard while they come. */
export const createNetworkCarrier = (
  options: Pick<GuardedFetchOptions, 'fetch' | 'timers'>,
): RequestCarrier => {
  const send = createGuardedFetch({ ...options, silenceLimitMs, timeLimitMs });
  return async ({ origin, path, method, headers, body }, listener, cancellation) => {
    const url = origin + path;
    // The rules have looked at it as a text; whoever sends it reads it in a way of its own.
    if (URL.parse(url)?.origin !== origin) return fail(reportOf(new RequestFailure('notAllowed')));
    const link = signalOf(cancellation);
    try {
      const read = (response: Response, heard: () => void) => hear(response, listener, heard);
      return succeed(await send(url, { method, headers, body, signal: link.signal }, read));
    } catch (cause) {
      if (cause instanceof RequestFailure)
        return fail(cause.kind === 'redirected' ? redirected : reportOf(cause));
      throw cause;
    } finally {
      link.release();
    }
  };
};

const hear = async (response: Response, listener: AnswerListener, heard: () => void): Promise<AnswerEnd> => {
  const { status, statusText, headers } = response;
  listener.head({ status, statusText, headers: Array.from(headers, ([name, value]) => ({ name, value })) });
  const text = createAnswerText(headers.get('content-type') ?? '');
  const reader = response.body?.getReader();
  let byteCount = 0;
  let isCut = false;
  while (!isCut) {
    const read = await reader?.read();
    if (read?.value === undefined) break;
    heard();
    const room = byteLimit - byteCount;
    isCut = read.value.byteLength > room;
    const bytes = read.value.subarray(0, room);
    byteCount += bytes.byteLength;
    if (bytes.byteLength > 0) listener.text(text.push(bytes), byteCount);
  }
  if (isCut && reader) abandon(reader);
  const rest = text.end(isCut);
  if (rest !== '') listener.text(rest, byteCount);
  return { byteCount, isCut, kind: text.kind };
};
