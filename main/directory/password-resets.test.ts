import { afterEach, describe, expect, it } from 'vitest';
import type { ResetRequest, Verdict } from './configuration.ts';
import { createMemoryOutbox } from './outbox.ts';
import { AUTH_PATH, canary, openTestDirectory, problemIn } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';

const email = 'anna@example.com';
const MINUTE_MS = 60_000;

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

async function openWithAnna(resetPassword?: (request: ResetRequest) => Verdict) {
  const outbox = createMemoryOutbox();
  const directory = openTestDirectory({
    configuration: { outbox, ...(resetPassword && { resetPassword }) },
  });
  opened.push(directory);
  const [before, after] = [canary('anna', 'password'), canary('anna', 'new-password')];
  await directory.register(email, before);
  const tokens = await directory.tokensOf(email, before);
  const provide = (path: string, body: unknown) => directory.provide('local-userpass', path, body);
  return {
    directory,
    outbox,
    before,
    after,
    tokens,
    provide,
    reset: (index: number, password: string = after) =>
      provide('reset', { ...outbox.deliveries()[index], password }),
    statusOf: async (password: string) => (await directory.login(email, password)).status,
  };
}

describe('resetting a password by e-mail', () => {
  it('sets it, and ends every session of the user', async () => {
    const { directory, outbox, before, after, tokens, provide, reset, statusOf } = await openWithAnna();
    await directory.register('bo@example.com', 'secret-bo');
    const bo = await directory.tokensOf('bo@example.com', 'secret-bo');
    expect((await provide('reset/send', { email: ' Anna@EXAMPLE.com ' })).status).toBe(204);
    expect(outbox.deliveries()).toMatchObject([{ kind: 'reset', email }]);
    expect(await statusOf(before)).toBe(200);
    const answer = await reset(0);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
    const session = (token: string) => directory.call('POST', `${AUTH_PATH}/session`, { token });
    expect(problemIn(await session(tokens.refresh_token))).toContain('401 InvalidSession');
    expect((await session(bo.refresh_token)).status).toBe(201);
  });

  it('answers an address that is not known as one that is, to the byte', async () => {
    const { outbox, provide } = await openWithAnna();
    const known = await provide('reset/send', { email });
    const unknown = await provide('reset/send', { email: 'nobody@example.com' });
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect([...unknown.headers]).toEqual([...known.headers]);
    expect(outbox.deliveries()).toHaveLength(1);
  });

  it('takes a token once, for half an hour', async () => {
    const { directory, before, provide, reset, statusOf } = await openWithAnna();
    const refused = '400 UserpassTokenInvalid: userpass token is expired or invalid';
    await provide('reset/send', { email });
    directory.time.nowMs += 30 * MINUTE_MS;
    expect(problemIn(await reset(0))).toBe(refused);
    expect(await statusOf(before)).toBe(200);
    await provide('reset/send', { email });
    directory.time.nowMs += 30 * MINUTE_MS - 1;
    expect((await reset(1)).status).toBe(204);
    expect(problemIn(await reset(1, 'third-secret'))).toBe(refused);
    expect(await statusOf('third-secret')).toBe(401);
  });

  it('lets one of two resets with one token win', async () => {
    const { provide, reset } = await openWithAnna();
    await provide('reset/send', { email });
    const answers = await Promise.all([reset(0, 'secret-one'), reset(0, 'secret-two')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 400]);
  });

  it('keeps the token when the new password is refused', async () => {
    const { provide, reset, statusOf, after } = await openWithAnna();
    await provide('reset/send', { email });
    expect(problemIn(await reset(0, 'short'))).toBe(
      '400 BadRequest: password must be between 6 and 128 characters',
    );
    expect((await reset(0)).status).toBe(204);
    expect(await statusOf(after)).toBe(200);
  });

  it.each([
    { token: 'abc', tokenId: '123' },
    { token: '', tokenId: 'a'.repeat(24) },
  ])('calls %j no token at all', async (presented) => {
    const { provide } = await openWithAnna();
    const answer = await provide('reset', { ...presented, password: 'secret-2' });
    expect(problemIn(answer)).toBe('400 BadRequest: invalid token data');
  });

  it('ends the pause after failed logins', async () => {
    const { provide, reset, statusOf, after } = await openWithAnna();
    for (let count = 0; count < 6; count += 1) await statusOf('wrong-one');
    expect(await statusOf(after)).toBe(429);
    await provide('reset/send', { email });
    await reset(0);
    expect(await statusOf(after)).toBe(200);
  });
});

describe('resetting a password by function', () => {
  it('asks the function with what the client sent, but not the password', async () => {
    const asked: ResetRequest[] = [];
    const { before, after, provide, statusOf, tokens, directory } = await openWithAnna((request) => {
      asked.push(request);
      return 'success';
    });
    const body = { email: 'ANNA@example.com', password: after, arguments: ['blue', { n: 1 }] };
    expect((await provide('reset/call', body)).status).toBe(204);
    expect(asked).toEqual([{ email, arguments: ['blue', { n: 1 }] }]);
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
    const session = await directory.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expect(session.status).toBe(401);
  });

  it('changes nothing when the function refuses, or nobody has that address', async () => {
    const { before, after, provide, statusOf } = await openWithAnna(() => 'fail');
    for (const address of [email, 'nobody@example.com']) {
      const answer = await provide('reset/call', { email: address, password: after, arguments: [] });
      expect(problemIn(answer)).toBe(`400 BadRequest: failed to reset password for user "${address}"`);
    }
    expect([await statusOf(before), await statusOf(after)]).toEqual([200, 401]);
  });

  it('sends a token when the function has not decided', async () => {
    const { before, after, outbox, provide, reset, statusOf } = await openWithAnna(() => 'pending');
    const answer = await provide('reset/call', { email, password: 'another-one' });
    expect(answer.status).toBe(204);
    expect(outbox.deliveries()).toMatchObject([{ kind: 'reset', email }]);
    expect(await statusOf(before)).toBe(200);
    await reset(0);
    expect(await statusOf(after)).toBe(200);
  });

  it('knows no function that it was not given', async () => {
    const { provide } = await openWithAnna();
    const answer = await provide('reset/call', { email, password: 'another-one', arguments: [] });
    expect(problemIn(answer)).toBe('404 FunctionNotFound: function not found');
  });

  it('says nothing of a function that fails but that it did', async () => {
    const { directory, provide } = await openWithAnna(() => {
      throw new TypeError(canary('anna', 'reason'));
    });
    const answer = await provide('reset/call', { email, password: 'another-one', arguments: [] });
    expect(problemIn(answer)).toBe('500 InternalServerError: internal server error');
    expect(directory.logged).toEqual([
      {
        kind: 'requestFailed',
        route: '/api/client/v2.0/app/:appId/auth/providers/local-userpass/reset/call',
        reason: 'TypeError',
      },
    ]);
  });
});
