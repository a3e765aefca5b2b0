import { z } from 'zod';
import type { ErrorReport } from '../../errors.ts';
import type { NewAccount } from '../identity-provider.ts';
import type { HttpResponse } from './http.ts';
import { parseJson } from './parsed-json.ts';
import { plainText } from '../plain-text.ts';

type ServerError = Extract<ErrorReport, { code: 'serverError' }>;
type AuthenticationRejected = Extract<ErrorReport, { code: 'authenticationRejected' }>;

/** App Services errors: `{error, error_code, link}`. */
const errorBodySchema = z.object({ error: z.string().optional(), error_code: z.string().optional() });

const textLimit = 200;
const longestRetrySeconds = 86_400;

/**
 * What an answer other than 2xx means. `secrets` are those of the request: a text that repeats one is dropped.
 */
export const errorOf = (response: HttpResponse, secrets: readonly string[] = []): ErrorReport => {
  const body = errorBodyOf(response);
  if (body.error_code === 'AccountNameInUse') return { code: 'conflict', with: 'emailTaken' };
  if (response.status === 401) return { code: 'authenticationRejected' };
  if (response.status === 429) return slowedDown(response);
  return serverErrorOf(response, body.error, secrets);
};

/** As `errorOf`, for `register`: a plain 409 is a taken e-mail there, and some texts name a field. */
export const registrationErrorOf = (response: HttpResponse, account: NewAccount): ErrorReport => {
  if (response.status === 409) return { code: 'conflict', with: 'emailTaken' };
  const { error } = errorBodyOf(response);
  const isInput = response.status >= 400 && response.status < 500 && error !== undefined;
  return (isInput && inputErrorOf(error, account)) || errorOf(response, [account.password]);
};

/** An answer that is 2xx, and not what the protocol promises. */
export const wrongAnswer = (response: HttpResponse): ServerError => ({
  code: 'serverError',
  status: response.status,
});

const errorBodyOf = ({ body }: HttpResponse): z.infer<typeof errorBodySchema> => {
  const json = parseJson(body);
  const read = errorBodySchema.safeParse(json.kind === 'json' ? json.value : undefined);
  return read.success ? read.data : {};
};

const slowedDown = ({ headers }: HttpResponse): AuthenticationRejected => {
  // The form with a date (RFC 9110, section 10.2.3) would need the server's clock.
  const seconds = /^\d{1,9}$/.exec(headers['retry-after']?.trim() ?? '')?.[0];
  return {
    code: 'authenticationRejected',
    retryAfterSeconds: seconds === undefined ? undefined : Math.min(Number(seconds), longestRetrySeconds),
  };
};

const serverErrorOf = (
  { status }: HttpResponse,
  error: string | undefined,
  secrets: readonly string[],
): ServerError => {
  const isSafe = error !== undefined && !secrets.some((secret) => secret !== '' && error.includes(secret));
  const text = isSafe ? plainText(error, textLimit) : '';
  return text === '' ? { code: 'serverError', status } : { code: 'serverError', status, text };
};

/** The texts that App Services and the directory are known to refuse a registration with. */
const inputErrorOf = (error: string, account: NewAccount): ErrorReport | undefined => {
  const bounds = /password must be between (\d+) and \d+ characters/i.exec(error);
  if (bounds) {
    const length = Array.from(account.password).length;
    const tooFew = length === 0 ? 'empty' : 'tooShort';
    return {
      code: 'invalidInput',
      field: 'password',
      problem: length < Number(bounds[1]) ? tooFew : 'tooLong',
    };
  }
  const limit = /\b(email|name)\b[^,;]*\bat most \d+\b/i.exec(error)?.[1]?.toLowerCase();
  if (limit === 'email' || limit === 'name') {
    return { code: 'invalidInput', field: limit, problem: 'tooLong' };
  }
  const isEmailMalformed = /^email must|\binvalid (email|username)|\b(email|username) (is )?invalid/i;
  return isEmailMalformed.test(error)
    ? { code: 'invalidInput', field: 'email', problem: account.email === '' ? 'empty' : 'malformed' }
    : undefined;
};
