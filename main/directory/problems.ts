/** A refusal as App Services writes it: `error` is a text for people, `code` the `error_code` for programs. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly error: string;
  readonly retryAfterSeconds?: number;
}

/** Texts and codes follow the App Services protocol where its clients read them. */
export const problems = {
  /** Wrong password and unknown e-mail alike, so that the answer names no account. */
  invalidPassword: { status: 401, code: 'InvalidPassword', error: 'unauthorized' },
  nameInUse: { status: 409, code: 'AccountNameInUse', error: 'name already in use' },
  passwordLength: {
    status: 400,
    code: 'BadRequest',
    error: 'password must be between 6 and 128 characters',
  },
  /** App Services has no code of its own for it, so its clients read the text. */
  confirmationRequired: { status: 401, code: 'AuthError', error: 'confirmation required' },
  userDisabled: { status: 401, code: 'UserDisabled', error: 'user disabled' },
  mustAuthenticate: { status: 401, code: 'InvalidSession', error: 'must authenticate first' },
  accessTokenExpired: { status: 401, code: 'InvalidSession', error: 'invalid session: access token expired' },
  accessTokenInvalid: { status: 401, code: 'InvalidSession', error: 'invalid session' },
  /** realm-web 2.0.1 reads this very text: without it `deleteUser` fails after the account is gone. */
  refreshTokenUnknown: {
    status: 401,
    code: 'InvalidSession',
    error: 'invalid session: failed to find refresh token',
  },
  functionNotFound: { status: 404, code: 'FunctionNotFound', error: 'function not found' },
  noteNotFound: { status: 404, code: 'NoteNotFound', error: 'note not found' },
  notebookFull: { status: 400, code: 'NotebookFull', error: 'the notebook is full' },
  routeNotFound: { status: 404, code: 'NotFound', error: 'not found' },
  pageNotBuilt: {
    status: 404,
    code: 'NotFound',
    error: 'the page is not built; npm run directory builds it',
  },
  /** An API key, a custom token or a log-in function that did not convince. */
  unauthorized: { status: 401, code: 'AuthError', error: 'unauthorized' },
  customTokenMalformed: { status: 401, code: 'AuthError', error: 'invalid token data' },
  customTokensUnsupported: {
    status: 404,
    code: 'AuthProviderNotFound',
    error: "authentication via 'custom-token' is unsupported",
  },
  /**
   * Clients of App Services read this text. There it comes as 401 InvalidSession, which realm-web takes for an
   * expired token and repeats without end.
   */
  identityTaken: {
    status: 409,
    code: 'AccountNameInUse',
    error: 'a user already exists with the specified provider',
  },
  notLinkable: { status: 400, code: 'BadRequest', error: 'this way to log in cannot be linked' },
  tooManyIdentities: { status: 400, code: 'BadRequest', error: 'the user has too many identities' },
  userNotFound: { status: 404, code: 'UserNotFound', error: 'user not found' },
  alreadyConfirmed: { status: 400, code: 'UserAlreadyConfirmed', error: 'already confirmed' },
  /** realm-dart and realm-core tell these two apart: no token at all, and one that is good no more. */
  tokenMalformed: { status: 400, code: 'BadRequest', error: 'invalid token data' },
  tokenRefused: { status: 400, code: 'UserpassTokenInvalid', error: 'userpass token is expired or invalid' },
  apiKeyNotFound: { status: 404, code: 'APIKeyNotFound', error: 'API key not found' },
  apiKeyNameTaken: {
    status: 409,
    code: 'APIKeyAlreadyExists',
    error: 'API key with name already exists',
  },
  tooManyApiKeys: { status: 400, code: 'BadRequest', error: 'a user can have at most 20 API keys' },
  apiKeyOfNobody: { status: 400, code: 'BadRequest', error: 'an anonymous user cannot have API keys' },
  bodyTooLarge: { status: 413, code: 'BadRequest', error: 'the request body is larger than 64 KiB' },
  bodyNotJson: { status: 400, code: 'BadRequest', error: 'the request body must be a JSON object' },
  mediaType: { status: 415, code: 'BadRequest', error: 'the request body must be application/json' },
  foreignCaller: { status: 403, code: 'Forbidden', error: 'only local clients are served' },
  cancelled: { status: 499, code: 'Cancelled', error: 'the request was cancelled' },
  busy: {
    status: 503,
    code: 'ServiceUnavailable',
    error: 'the directory is busy; try again in a moment',
    retryAfterSeconds: 1,
  },
  storageFull: { status: 507, code: 'StorageFull', error: 'the disk is full; nothing was changed' },
  storageFailed: {
    status: 500,
    code: 'StorageFailed',
    error: 'the database could not be read or written; nothing was changed',
  },
  internal: { status: 500, code: 'InternalServerError', error: 'internal server error' },
} as const satisfies Record<string, Problem>;

/**
 * A refusal of what was to be linked, not of the token that asked: realm-web takes the text `unauthorized` for the
 * latter, renews the token and asks again without end.
 */
export function refusedToLink(problem: Problem): Problem {
  return problem.error === 'unauthorized' ? { ...problem, error: 'invalid credentials' } : problem;
}

/** A body or argument that breaks a rule, with the rule as text. */
export function invalidParameter(error: string): Problem {
  return { status: 400, code: 'InvalidParameter', error };
}

/**
 * Too many failed logins for one e-mail address: 429 with `Retry-After` in seconds. `TooManyRequests` is our own
 * code; status, text and shape are the same whether or not the address has an account.
 */
export function tooManyLogins(retryAfterSeconds: number): Problem {
  return {
    status: 429,
    code: 'TooManyRequests',
    error: 'too many failed logins; try again later',
    retryAfterSeconds,
  };
}

/** realm-core and realm-js pin this text. */
export function unknownApp(appId: string): Problem {
  const shown = appId.slice(0, 100);
  return { status: 404, code: 'AppNotFound', error: `cannot find app using Client App ID '${shown}'` };
}

/** Clients of App Services pin this text, and the next two. */
export function confirmationFailed(email: string): Problem {
  return { status: 400, code: 'BadRequest', error: `failed to confirm user "${email}"` };
}

export function resetFailed(email: string): Problem {
  return { status: 400, code: 'BadRequest', error: `failed to reset password for user "${email}"` };
}

export function confirmationNotRun(email: string, kind: 'automatic' | 'email'): Problem {
  const why = kind === 'automatic' ? 'automatic confirmation is enabled' : 'no function confirms';
  return { status: 400, code: 'BadRequest', error: `cannot run confirmation for ${email}: ${why}` };
}
