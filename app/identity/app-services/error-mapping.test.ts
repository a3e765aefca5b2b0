import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../errors.ts';
import type { EmailPasswordRequest, NewAccount } from '../identity-provider.ts';
import { errorOf, type RefusalMeaning } from './error-mapping.ts';
import type { HttpResponse } from './http.ts';
import {
  meaningToKeyName,
  meaningToLink,
  meaningOfMissingWay,
  meaningToRegistration,
  meaningToRequest,
} from './input-refusals.ts';

const response = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const account: NewAccount = { email: 'ada@example.com', password: 'CANARY-ada-password-5c1f', name: 'Ada' };

describe('T39: what an error answer means', () => {
  const rejected: ErrorReport = { code: 'authenticationRejected' };
  const slowedDown: ErrorReport = { code: 'serverError', status: 429, problem: 'tooManyRequests' };
  const foreign = (status: number): ErrorReport => ({
    code: 'serverError',
    status,
    problem: 'otherProtocol',
  });
  const cases: [string, HttpResponse, ErrorReport][] = [
    ['wrong password', response(401, { error: 'unauthorized', error_code: 'InvalidPassword' }), rejected],
    ['invalid session', response(401, { error: 'invalid session', error_code: 'InvalidSession' }), rejected],
    [
      'T34: a disabled user',
      response(401, { error: 'user disabled', error_code: 'UserDisabled' }),
      { code: 'authenticationRejected', because: 'accountDisabled' },
    ],
    [
      'an e-mail that waits to be confirmed',
      response(401, { error: 'confirmation required', error_code: 'AuthError' }),
      { code: 'authenticationRejected', because: 'emailNotConfirmed' },
    ],
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
      'C4: slowed down',
      response(429, { error: 'too many' }, { 'retry-after': '17' }),
      { ...slowedDown, retryAfterSeconds: 17 },
    ],
    ['C4: slowed down by a page', response(429, '<html>slow</html>'), slowedDown],
    [
      'C4: slowed down, with the code of a refusal',
      response(429, { error: 'x', error_code: 'InvalidSession' }),
      slowedDown,
    ],
    [
      'C4: slowed down for longer than anyone waits',
      response(429, '', { 'retry-after': '999999999' }),
      { ...slowedDown, retryAfterSeconds: 86_400 },
    ],
    [
      'C4: slowed down until a date',
      response(429, '', {
        date: 'Fri, 31 Dec 2027 23:59:00 GMT',
        'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT',
      }),
      { ...slowedDown, retryAfterSeconds: 59 },
    ],
    [
      'C4: a pause',
      response(503, { error: 'maintenance' }, { 'retry-after': '30' }),
      { code: 'serverError', status: 503, text: 'maintenance', retryAfterSeconds: 30 },
    ],
    ['C4: the page of a guest network that says 401', response(401, '<html>pay</html>'), foreign(401)],
    [
      'C4: a page that says 401 by its type alone',
      response(401, 'Sign in', { 'content-type': 'text/html; charset=utf-8' }),
      foreign(401),
    ],
    ['C4: a page where there is nothing', response(404, ' <!doctype html>'), foreign(404)],
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

  it.each(['name ', 'email ', 'authentication via ', 'already ', 'password must be between '])(
    'C4: of %j without end no more is searched than the beginning, or nothing',
    (words) => {
      const seen: (string | undefined)[] = [];
      const meaning: RefusalMeaning = ({ error }) => void seen.push(error);
      const long = response(400, { error: words.repeat(500) });
      const endless = response(400, { error: words.repeat(1_000_000 / words.length) });
      expect(errorOf(long, { meaning })).toMatchObject({ code: 'serverError', text: expect.any(String) });
      expect(errorOf(endless, { meaning })).toEqual({ code: 'serverError', status: 400 });
      expect(seen).toEqual([words.repeat(500).slice(0, 1000), undefined]);
    },
  );

  it('drops a long text whose end repeats a secret', () => {
    const error = `${'\u200B'.repeat(990)}no CANARY-ada-access-77ab`;
    expect(errorOf(response(400, { error }), { secrets: ['CANARY-ada-access-77ab'] })).toEqual({
      code: 'serverError',
      status: 400,
    });
  });

  it('drops a text that repeats a secret of the request', () => {
    const report = errorOf(response(400, { error: 'bad token CANARY-ada-access-77aa!' }), {
      secrets: ['CANARY-ada-access-77aa'],
    });
    expect(report).toEqual({ code: 'serverError', status: 400 });
  });

  it.each<[string, string]>([
    ['as JSON', String.raw`no {"password":"CANARY-ada\"pass\\word-77"}`],
    ['as an address', 'no ?p=CANARY-ada%22pass%5Cword-77'],
    ['with unseen marks between', 'no CANARY\u200B-ada"pass\\word-77'],
  ])('D8: drops a text that repeats a password %s', (_name, error) => {
    const secret = 'CANARY-ada"pass\\word-77';
    expect(errorOf(response(400, { error }), { secrets: [secret] })).toEqual({
      code: 'serverError',
      status: 400,
    });
  });

  it('D8: drops a text that repeats a password without its unseen marks', () => {
    const report = errorOf(response(400, { error: 'no CANARY-ada-79' }), {
      secrets: ['CANARY\u200B-ada-79'],
    });
    expect(report).toEqual({ code: 'serverError', status: 400 });
  });

  it('D8: says nothing of a secret, whatever it is and wherever it stands', () => {
    const sign = fc.constantFrom(
      'a',
      'Z',
      '7',
      ' ',
      '"',
      '\\',
      '%',
      '&',
      '\n',
      '\u200B',
      '\u202E',
      'é',
      '🎉',
      '\uD800',
    );
    const signs = (minLength: number) =>
      fc.array(sign, { minLength, maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(signs(1), signs(0), signs(0), (password, before, after) => {
        const report = errorOf(response(400, { error: `${before}${password}${after}` }), {
          secrets: [password],
        });
        const text = report.code === 'serverError' ? report.text : undefined;
        expect(text ?? '').toBe('');
      }),
    );
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
    expect(errorOf(answer, { secrets: [sent.password], meaning: meaningToRegistration(sent) })).toEqual(
      expected,
    );
  });
});

describe('T39: what an error answer to a request about an e-mail means', () => {
  const confirm = { kind: 'confirm', token: 'CANARY-ada-token-1', tokenId: 'CANARY-ada-tokenId-1' } as const;
  const reset = { ...confirm, kind: 'reset', password: 'CANA' } as const;
  const resend = { kind: 'sendConfirmation', email: 'ada' } as const;
  const invalidToken: ErrorReport = { code: 'invalidInput', field: 'token', problem: 'malformed' };
  const cases: [string, EmailPasswordRequest, HttpResponse, ErrorReport][] = [
    ['a token that is none', confirm, response(400, { error: 'invalid token data' }), invalidToken],
    [
      'a token that is none, by its code',
      reset,
      response(400, { error: 'no', error_code: 'UserpassTokenInvalid' }),
      invalidToken,
    ],
    [
      'a password that is too short',
      reset,
      response(400, { error: 'password must be between 6 and 128 characters' }),
      { code: 'invalidInput', field: 'password', problem: 'tooShort' },
    ],
    [
      'an e-mail that is none',
      resend,
      response(400, { error: 'email invalid' }),
      { code: 'invalidInput', field: 'email', problem: 'malformed' },
    ],
    [
      'an account that is there already',
      resend,
      response(400, { error: 'already confirmed' }),
      { code: 'serverError', status: 400, text: 'already confirmed' },
    ],
    [
      'nobody',
      resend,
      response(404, { error: 'user not found', error_code: 'UserNotFound' }),
      { code: 'serverError', status: 404, text: 'user not found' },
    ],
    [
      'a function that the service does not have',
      { kind: 'callReset', email: 'ada@example.com', password: 'CANARY-ada-pw-2', arguments: [] },
      response(404, { error: 'function not found', error_code: 'FunctionNotFound' }),
      { code: 'conflict', with: 'notOffered' },
    ],
    [
      'a token where none was sent',
      resend,
      response(400, { error: 'invalid token data' }),
      { code: 'serverError', status: 400, text: 'invalid token data' },
    ],
    [
      'a server that fails over a token',
      confirm,
      response(500, { error: 'invalid token data' }),
      { code: 'serverError', status: 500, text: 'invalid token data' },
    ],
  ];
  it.each(cases)('%s', (_name, request, answer, expected) => {
    expect(errorOf(answer, { meaning: meaningToRequest(request) })).toEqual(expected);
  });
});

describe('T39: what an error answer to a link means', () => {
  const linked: ErrorReport = { code: 'conflict', with: 'identityLinked' };
  it.each<[HttpResponse, ErrorReport]>([
    [response(409, ''), linked],
    [response(400, { error: 'a user already exists with the specified provider' }), linked],
    [
      response(401, {
        error: 'a user already exists with the specified provider',
        error_code: 'InvalidSession',
      }),
      linked,
    ],
    [response(400, { error: 'identity has already been linked' }), linked],
    [response(400, { error: 'x', error_code: 'AccountNameInUse' }), linked],
    [response(401, { error: 'unauthorized' }), { code: 'authenticationRejected' }],
    [
      response(500, { error: 'already exists' }),
      { code: 'serverError', status: 500, text: 'already exists' },
    ],
  ])('%j', (answer, expected) => {
    expect(errorOf(answer, { meaning: meaningToLink })).toEqual(expected);
  });
});

describe('T39: what an error answer to a login means', () => {
  const notOffered: ErrorReport = { code: 'conflict', with: 'notOffered' };
  it.each<[HttpResponse, ErrorReport]>([
    [response(404, { error: 'x', error_code: 'AuthProviderNotFound' }), notOffered],
    [response(400, { error: "authentication via 'api-key' is unsupported" }), notOffered],
    [response(404, { error: 'function not found', error_code: 'FunctionNotFound' }), notOffered],
    [response(401, { error: 'unauthorized', error_code: 'AuthError' }), { code: 'authenticationRejected' }],
  ])('%j', (answer, expected) => {
    expect(errorOf(answer, { meaning: meaningOfMissingWay })).toEqual(expected);
    expect(errorOf(answer, { meaning: meaningToLink })).toEqual(expected);
  });
});

describe('T39: what an error answer to a new API key means', () => {
  it.each<[HttpResponse, ErrorReport]>([
    [
      response(400, { error: 'name must be of letters' }),
      { code: 'invalidInput', field: 'keyName', problem: 'malformed' },
    ],
    [
      response(400, { error: 'name must be at most 64 characters' }),
      { code: 'invalidInput', field: 'keyName', problem: 'tooLong' },
    ],
    [
      response(404, { error: 'API key not found', error_code: 'APIKeyNotFound' }),
      { code: 'serverError', status: 404, text: 'API key not found' },
    ],
  ])('%j', (answer, expected) => {
    expect(errorOf(answer, { meaning: meaningToKeyName })).toEqual(expected);
  });
});
