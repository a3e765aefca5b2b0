import { z } from 'zod';
import type { ErrorReport } from '../../errors.ts';
import { plainText } from '../plain-text.ts';
import type { HttpResponse } from './http.ts';
import { parseJson } from './parsed-json.ts';
import { retryAfterSecondsOf } from './retry-after.ts';

type ServerError = Extract<ErrorReport, { code: 'serverError' }>;

/** An answer other than 2xx, read: App Services errors are `{error, error_code, link}`. */
export interface Refusal {
  readonly status: number;
  readonly error?: string | undefined;
  readonly errorCode?: string | undefined;
}

/** What a refusal means to one kind of call; undefined leaves it to what it means to all. */
export type RefusalMeaning = (refusal: Refusal) => ErrorReport | undefined;

export interface RefusalContext {
  /** Those of the request: a text that repeats one is dropped. */
  readonly secrets?: readonly string[];
  readonly nowMs?: number;
  readonly meaning?: RefusalMeaning | undefined;
}

/** What is longer than any sentence is no text for people. */
const errorBodySchema = z.object({
  error: z.string().max(16_384).optional().catch(undefined),
  error_code: z.string().max(256).optional().catch(undefined),
});

const textLimit = 200;
/** Of what is searched for known words: a pattern takes its time over a long text that was made for it. */
const searchedLimit = 1000;

/** What an answer other than 2xx means. */
export const errorOf = (response: HttpResponse, context: RefusalContext = {}): ErrorReport => {
  const { status } = response;
  if (status === 429) return slowedDown(response, context);
  // A gateway's page about its trouble is the service's failure. Any other page is somebody else's, so that a
  // guest network that says 401 ends no session.
  if (status < 500 && isPage(response)) return { code: 'serverError', status, problem: 'otherProtocol' };
  const { error, ...known } = refusalIn(response);
  const refusal: Refusal = { ...known, error: error?.slice(0, searchedLimit) };
  const meaning = context.meaning?.(refusal);
  if (meaning) return meaning;
  if (refusal.errorCode === 'AccountNameInUse') return { code: 'conflict', with: 'emailTaken' };
  return status === 401 ? rejection(refusal) : serverErrorOf(response, error, context);
};

/** An answer that is 2xx, and not what the protocol promises. */
export const wrongAnswer = ({ status, body }: HttpResponse): ServerError =>
  body === '' || parseJson(body).kind === 'json'
    ? { code: 'serverError', status }
    : { code: 'serverError', status, problem: 'otherProtocol' };

/** A page for people, as the sign-in pages of guest networks are. */
export const isPage = ({ headers, body }: HttpResponse): boolean =>
  /\bx?html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(body);

const refusalIn = ({ status, body }: HttpResponse): Refusal => {
  const json = parseJson(body);
  const read = errorBodySchema.safeParse(json.kind === 'json' ? json.value : undefined);
  return read.success ? { status, error: read.data.error, errorCode: read.data.error_code } : { status };
};

const rejection = ({ error, errorCode }: Refusal): ErrorReport => {
  if (errorCode === 'UserDisabled') return { code: 'authenticationRejected', because: 'accountDisabled' };
  // App Services says so with the code that it has for all else, so only its text tells.
  return error !== undefined && /\bconfirmation required\b/i.test(error)
    ? { code: 'authenticationRejected', because: 'emailNotConfirmed' }
    : { code: 'authenticationRejected' };
};

const slowedDown = (response: HttpResponse, { nowMs }: RefusalContext): ServerError => ({
  code: 'serverError',
  status: response.status,
  problem: 'tooManyRequests',
  ...pauseOf(response, nowMs),
});

const serverErrorOf = (
  response: HttpResponse,
  error: string | undefined,
  { secrets = [], nowMs }: RefusalContext,
): ServerError => {
  const text = error === undefined || repeatsOneOf(secrets, error) ? '' : plainText(error, textLimit);
  return {
    code: 'serverError',
    status: response.status,
    ...(text === '' ? {} : { text }),
    ...pauseOf(response, nowMs),
  };
};

const pauseOf = (
  response: HttpResponse,
  nowMs: number | undefined,
): Pick<ServerError, 'retryAfterSeconds'> => {
  const retryAfterSeconds = retryAfterSecondsOf(response, nowMs);
  return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
};

/** As it was sent, as JSON has it, as an address has it, and as it would stand there once it is plain. */
const repeatsOneOf = (secrets: readonly string[], text: string): boolean => {
  const shown = [text, plainText(text, text.length)];
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, '\uFFFD')),
      plainText(secret, secret.length),
    ])
    .some((written) => written !== '' && shown.some((line) => line.includes(written)));
};
