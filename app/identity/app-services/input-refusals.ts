import type { ErrorReport, InputField, InputProblem } from '../../errors.ts';
import type { EmailPasswordRequest, NewAccount } from '../identity-provider.ts';
import type { Refusal, RefusalMeaning } from './error-mapping.ts';

/** What a person typed into the fields that a refusal may be about. */
interface Typed {
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  /** Whether a token of an e-mail was among it. */
  readonly hasToken?: boolean;
}

/** A plain 409 is a taken e-mail to `register`, and some texts name a field. */
export const meaningToRegistration =
  (account: NewAccount): RefusalMeaning =>
  (refusal) =>
    refusal.status === 409 ? { code: 'conflict', with: 'emailTaken' } : inputErrorOf(refusal, account);

/** The service has no such way to log in, or no function of its own behind what was asked. */
export const meaningOfMissingWay: RefusalMeaning = ({ status, error, errorCode }) => {
  const isNamed = errorCode === 'AuthProviderNotFound' || errorCode === 'FunctionNotFound';
  const isTold = status < 500 && /\bauthentication via .* is unsupported\b/i.test(error ?? '');
  return isNamed || isTold ? { code: 'conflict', with: 'notOffered' } : undefined;
};

export const meaningToRequest =
  (request: EmailPasswordRequest): RefusalMeaning =>
  (refusal) =>
    inputErrorOf(refusal, {
      email: 'email' in request ? request.email : undefined,
      password: 'password' in request ? request.password : undefined,
      hasToken: 'token' in request,
    }) ?? meaningOfMissingWay(refusal);

/** To `login?link=true`: the identity is another user's, or is linked already. */
export const meaningToLink: RefusalMeaning = (refusal) => {
  const { status, error, errorCode } = refusal;
  const isTold = status < 500 && /\balready (?:been )?(?:exists|linked|in use|used)\b/i.test(error ?? '');
  const isTaken = status === 409 || errorCode === 'AccountNameInUse' || isTold;
  return isTaken ? { code: 'conflict', with: 'identityLinked' } : meaningOfMissingWay(refusal);
};

export const meaningToKeyName: RefusalMeaning = ({ status, error }) =>
  status === 400 && error !== undefined && /\bname\b/i.test(error)
    ? invalid('keyName', /\bat most\b|\btoo long\b/i.test(error) ? 'tooLong' : 'malformed')
    : undefined;

/** The texts that App Services and the directory are known to refuse an input with. */
const inputErrorOf = (
  { status, error, errorCode }: Refusal,
  { email, password, hasToken = false }: Typed,
): ErrorReport | undefined => {
  if (status < 400 || status >= 500) return undefined;
  const isTokenInvalid = errorCode === 'UserpassTokenInvalid' || /\binvalid token\b/i.test(error ?? '');
  if (hasToken && isTokenInvalid) return invalid('token', 'malformed');
  if (error === undefined) return undefined;
  const bounds = /password must be between (\d+) and \d+ characters/i.exec(error);
  if (bounds && password !== undefined) {
    const length = Array.from(password).length;
    const tooFew = length === 0 ? 'empty' : 'tooShort';
    return invalid('password', length < Number(bounds[1]) ? tooFew : 'tooLong');
  }
  const limit = /\b(email|name)\b[^,;]*\bat most \d+\b/i.exec(error)?.[1]?.toLowerCase();
  if (limit === 'email' || limit === 'name') return invalid(limit, 'tooLong');
  const isEmailMalformed = /^email must|\binvalid (email|username)|\b(email|username) (is )?invalid/i;
  return email !== undefined && isEmailMalformed.test(error)
    ? invalid('email', email === '' ? 'empty' : 'malformed')
    : undefined;
};

const invalid = (field: InputField, problem: InputProblem): ErrorReport => ({
  code: 'invalidInput',
  field,
  problem,
});
