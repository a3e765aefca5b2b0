import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../errors.ts';
import type { NewAccount } from '../identity-provider.ts';
import { errorOf, registrationErrorOf } from './error-mapping.ts';
import type { HttpResponse } from './http.ts';

const response = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const account: NewAccount = { email: 'ada@example.com', password: 'CANARY-ada-password-5c1f', name: 'Ada' };

describe('T39: what an error answer means', () => {
  const rejected: ErrorReport = { code: 'authenticationRejected' };
  const cases: [string, HttpResponse, ErrorReport][] = [
    ['wrong password', response(401, { error: 'unauthorized', error_code: 'InvalidPassword' }), rejected],
    ['invalid session', response(401, { error: 'invalid session', error_code: 'InvalidSession' }), rejected],
    ['a disabled user', response(401, { error: 'user disabled', error_code: 'UserDisabled' }), rejected],
    ['401 without a body', response(401, ''), rejected],
    [
      'a taken e-mail, whatever the status',
      response(400, { error: 'name already in use', error_code: 'AccountNameInUse' }),
      { code: 'conflict', with: 'emailTaken' },
    ],
    [
      'a conflict of some function',
      response(409, { error: 'note has changed', error_code: 'FunctionExecutionError' }),
      { code: 'serverError', status: 409, text: 'note has changed' },
    ],
    [
      'slowed down',
      response(429, { error: 'too many' }, { 'retry-after': '17' }),
      { code: 'authenticationRejected', retryAfterSeconds: 17 },
    ],
    [
      'slowed down for longer than anyone waits',
      response(429, '', { 'retry-after': '999999999' }),
      { code: 'authenticationRejected', retryAfterSeconds: 86_400 },
    ],
    [
      'slowed down until a date',
      response(429, '', { 'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT' }),
      { code: 'authenticationRejected', retryAfterSeconds: undefined },
    ],
    [
      'service error with code and link',
      response(404, {
        error: "cannot find app using Client App ID 'x'",
        error_code: 'AppNotFound',
        link: 'l',
      }),
      { code: 'serverError', status: 404, text: "cannot find app using Client App ID 'x'" },
    ],
    [
      'error text alone',
      response(500, { error: 'internal server error' }),
      { code: 'serverError', status: 500, text: 'internal server error' },
    ],
    ['other members only', response(500, { message: 'secret' }), { code: 'serverError', status: 500 }],
    ['an error that is no text', response(500, { error: { a: 1 } }), { code: 'serverError', status: 500 }],
    ['an empty error', response(500, { error: ' \n ' }), { code: 'serverError', status: 500 }],
    ['JSON that is no object', response(502, '[1]'), { code: 'serverError', status: 502 }],
    ['a page of a proxy', response(503, '<html>busy</html>'), { code: 'serverError', status: 503 }],
    [
      'a redirect',
      response(302, '', { location: 'http://evil.test/' }),
      { code: 'serverError', status: 302 },
    ],
  ];
  it.each(cases)('%s', (_name, answer, expected) => {
    expect(errorOf(answer)).toEqual(expected);
  });

  it('keeps a text to one line, without what could rearrange it', () => {
    const error = 'no\r\n\u001b[31m\u202Eevil\u0000 \uD800end';
    expect(errorOf(response(400, { error }))).toEqual({
      code: 'serverError',
      status: 400,
      text: 'no [31mevil  end',
    });
  });

  it('cuts a long text', () => {
    const report = errorOf(response(400, { error: '🎉'.repeat(5000) }));
    expect(report).toEqual({ code: 'serverError', status: 400, text: `${'🎉'.repeat(199)}…` });
  });

  it('drops a text that repeats a secret of the request', () => {
    const report = errorOf(response(400, { error: 'bad token CANARY-ada-access-77aa!' }), [
      'CANARY-ada-access-77aa',
    ]);
    expect(report).toEqual({ code: 'serverError', status: 400 });
  });
});

describe('T39: what an error answer to a registration means', () => {
  const short = { ...account, password: 'CANA' };
  const cases: [string, NewAccount, HttpResponse, ErrorReport][] = [
    ['a plain 409', account, response(409, 'taken'), { code: 'conflict', with: 'emailTaken' }],
    [
      'a password that is too short',
      short,
      response(400, { error: 'password must be between 6 and 128 characters' }),
      { code: 'invalidInput', field: 'password', problem: 'tooShort' },
    ],
    [
      'a password that is too long',
      { ...account, password: 'x'.repeat(129) },
      response(400, { error: 'password must be between 6 and 128 characters' }),
      { code: 'invalidInput', field: 'password', problem: 'tooLong' },
    ],
    [
      'no password',
      { ...account, password: '' },
      response(400, { error: 'password must be between 6 and 128 characters' }),
      { code: 'invalidInput', field: 'password', problem: 'empty' },
    ],
    [
      'an e-mail that is none',
      account,
      response(400, { error: 'email must be an address like name@example.com' }),
      { code: 'invalidInput', field: 'email', problem: 'malformed' },
    ],
    [
      'an e-mail with unseen characters',
      account,
      response(400, { error: 'email must not contain spaces, invisible or control characters' }),
      { code: 'invalidInput', field: 'email', problem: 'malformed' },
    ],
    [
      'no e-mail',
      { ...account, email: '' },
      response(400, { error: 'email invalid' }),
      { code: 'invalidInput', field: 'email', problem: 'empty' },
    ],
    [
      'an e-mail that is too long',
      account,
      response(400, { error: 'email must be at most 254 characters' }),
      { code: 'invalidInput', field: 'email', problem: 'tooLong' },
    ],
    [
      'a name that is too long',
      account,
      response(400, {
        error: 'email, password and, if given, a name of at most 100 visible characters are expected',
      }),
      { code: 'invalidInput', field: 'name', problem: 'tooLong' },
    ],
    [
      'a failure of the server that names a field',
      account,
      response(500, { error: 'email must wait' }),
      { code: 'serverError', status: 500, text: 'email must wait' },
    ],
    [
      'a text that repeats the password',
      account,
      response(400, { error: `cannot take ${account.password}` }),
      { code: 'serverError', status: 400 },
    ],
  ];
  it.each(cases)('%s', (_name, sent, answer, expected) => {
    expect(registrationErrorOf(answer, sent)).toEqual(expected);
  });
});
