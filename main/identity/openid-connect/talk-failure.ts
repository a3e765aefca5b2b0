import * as client from 'openid-client';
import { z } from 'zod';
import type { ErrorReport } from '../../../app/errors.ts';
import { plainText } from '../../../app/identity/plain-text.ts';
import { RequestFailure, type RequestFailureKind } from '../../network/request-failure.ts';

/** An answer of the issuer, read whole. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Why a talk with the issuer came to nothing. */
export interface TalkFailure {
  readonly ok: false;
  /** Never a rejection: which refusals end a session depends on what was asked. */
  readonly error: ErrorReport;
  /** The issuer's own word for it (RFC 6749, sections 4.1.2.1 and 5.2; RFC 8628, section 3.5). */
  readonly refusal?: string | undefined;
  readonly status?: number | undefined;
}

const textLimit = 200;
const longestRetrySeconds = 86_400;

const refusalSchema = z.object({
  error: z.string().min(1),
  error_description: z.string().optional().catch(undefined),
});

const reportOfRequest: Record<RequestFailureKind, ErrorReport> = {
  unreachable: { code: 'networkUnavailable' },
  timedOut: { code: 'networkUnavailable' },
  certificate: { code: 'networkUnavailable', because: 'certificate' },
  cancelled: { code: 'cancelled' },
  tooLarge: { code: 'serverError', problem: 'otherProtocol' },
  redirected: { code: 'serverError', problem: 'otherProtocol' },
  notAllowed: { code: 'serverError', problem: 'untrusted' },
};

/** What openid-client calls an answer that is no answer of the protocol at all; what else it refuses is a check. */
const shapelessCodes = new Set([
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
]);

/**
 * What an exception of openid-client means, given the last answer before it. `secrets` are those of the request:
 * a text that repeats one is dropped.
 */
export const talkFailureOf = (
  cause: unknown,
  answer: Answer | undefined,
  secrets: readonly string[] = [],
): TalkFailure => {
  const request = requestFailureIn(cause);
  if (request) return { ok: false, error: reportOfRequest[request.kind] };
  if (cause instanceof client.AuthorizationResponseError) {
    const text = safeText(cause.error_description ?? cause.error, secrets);
    return { ok: false, error: { code: 'serverError', ...text }, refusal: cause.error };
  }
  if (answer && answer.status >= 400) return refusalOf(answer, secrets);
  const isCheck = cause instanceof client.ClientError && !shapelessCodes.has(cause.code ?? '');
  const problem = isCheck ? 'untrusted' : 'otherProtocol';
  return { ok: false, error: { code: 'serverError', problem }, status: answer?.status };
};

const refusalOf = (answer: Answer, secrets: readonly string[]): TalkFailure => {
  const { status } = answer;
  const read = refusalSchema.safeParse(parsed(answer.text));
  const seconds = /^\d{1,9}$/.exec(answer.headers.get('retry-after')?.trim() ?? '')?.[0];
  const error: ErrorReport = {
    code: 'serverError',
    status,
    ...(read.success ? safeText(read.data.error_description ?? read.data.error, secrets) : {}),
    ...(seconds === undefined ? {} : { retryAfterSeconds: Math.min(Number(seconds), longestRetrySeconds) }),
    ...(status === 429 ? { problem: 'tooManyRequests' } : {}),
  };
  // A server that fails has not refused anything, whatever it writes.
  const refusal = read.success && status < 500 && status !== 429 ? read.data.error : undefined;
  return { ok: false, error, refusal, status };
};

const requestFailureIn = (cause: unknown): RequestFailure | undefined => {
  if (cause instanceof RequestFailure) return cause;
  return cause instanceof Error ? requestFailureIn(cause.cause) : undefined;
};

const safeText = (text: string, secrets: readonly string[]): { readonly text?: string } => {
  if (secrets.some((secret) => secret !== '' && text.includes(secret))) return {};
  const plain = plainText(text, textLimit);
  return plain === '' ? {} : { text: plain };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
