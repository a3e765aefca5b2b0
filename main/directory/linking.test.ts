import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryOutbox } from './outbox.ts';
import { AUTH_PATH, openTestDirectory, problemIn, tokensIn } from './test-directory.ts';
import type { TestDirectory, TestTokens } from './test-directory.ts';
import { z } from 'zod';

const secret = randomBytes(32);
const email = 'anna@example.com';
const password = 'secret-anna';

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

function open(isConfirmed = true) {
  const outbox = createMemoryOutbox();
  const directory = openTestDirectory({
    configuration: {
      outbox,
      confirmation: { kind: isConfirmed ? 'automatic' : 'email' },
      customTokens: { key: { algorithm: 'HS256', secret } },
      logIn: ({ user }) => (typeof user === 'string' ? { subject: user } : undefined),
    },
  });
  opened.push(directory);
  const linkPassword = (token: string | undefined, username = email) =>
    directory.provide('local-userpass', 'login?link=true', { username, password }, token);
  return { directory, outbox, linkPassword };
}

const anonymous = async (directory: TestDirectory): Promise<TestTokens> =>
  tokensIn(await directory.provide('anon-user', 'login', {}));

const customToken = async (sub: string) => ({
  token: await new SignJWT({ sub, exp: 4_000_000_000, name: 'Anna of JWT' })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(secret),
});

const profileOf = async (directory: TestDirectory, token: string) => {
  const { json } = await directory.call('GET', `${AUTH_PATH}/profile`, { token });
  return z
    .object({
      user_id: z.string(),
      identities: z.array(z.object({ provider_type: z.string() })),
      data: z.record(z.string(), z.unknown()),
    })
    .transform(({ user_id: id, identities, data }) => ({
      id,
      providers: identities.map(({ provider_type: provider }) => provider),
      data,
    }))
    .parse(json);
};

describe('linking', () => {
  it('T18 T19 makes a person of an anonymous user, who keeps id, session and notes', async () => {
    const { directory, linkPassword } = open();
    const before = await anonymous(directory);
    await directory.callFunction(before.access_token, 'notes.add', 'mine');
    await directory.register(email, password, 'Anna');
    const answer = await linkPassword(before.access_token);
    expect(answer.json).toEqual({
      access_token: expect.any(String),
      user_id: before.user_id,
      device_id: before.device_id,
    });
    const { access_token: token } = z.object({ access_token: z.string() }).parse(answer.json);
    expect(await profileOf(directory, token)).toEqual({
      id: before.user_id,
      providers: ['anon-user', 'local-userpass'],
      data: { email, name: 'Anna' },
    });
    const who = await directory.callFunction(token, 'whoami');
    expect(who.json).toEqual({ id: before.user_id, email, name: 'Anna', isAnonymous: false });
    const login = await directory.tokensOf(email, password);
    expect(login.user_id).toBe(before.user_id);
    const notes = await directory.callFunction(login.access_token, 'notes.list');
    expect(notes.json).toMatchObject([{ text: 'mine' }]);
    const renewed = await directory.call('POST', `${AUTH_PATH}/session`, { token: before.refresh_token });
    expect(renewed.status).toBe(201);
    // The next anonymous user is another one.
    expect((await anonymous(directory)).user_id).not.toBe(before.user_id);
  });

  it('T18 logs in to the same user by a custom token and a function too', async () => {
    const { directory } = open();
    await directory.register(email, password);
    const { access_token: token, user_id: userId } = await directory.tokensOf(email, password);
    const ways = [
      ['custom-token', await customToken('anna')],
      ['custom-function', { user: 'anna' }],
    ] as const;
    for (const [provider, credentials] of ways) {
      const linked = await directory.provide(provider, 'login?link=true', credentials, token);
      expect(linked.json).toMatchObject({ user_id: userId });
      expect(tokensIn(await directory.provide(provider, 'login', credentials)).user_id).toBe(userId);
    }
    expect(await profileOf(directory, token)).toEqual({
      id: userId,
      providers: ['local-userpass', 'custom-token', 'custom-function'],
      data: { email, name: 'Anna of JWT' },
    });
  });

  it('changes nothing the second time', async () => {
    const { directory, linkPassword } = open();
    await directory.register(email, password);
    const { access_token: token } = await directory.tokensOf(email, password);
    expect((await linkPassword(token)).status).toBe(200);
    expect((await profileOf(directory, token)).providers).toEqual(['local-userpass']);
  });

  it('takes nothing from another user', async () => {
    const { directory, linkPassword } = open();
    await directory.register(email, password);
    const anna = await directory.tokensOf(email, password);
    await directory.provide('custom-token', 'login', await customToken('anna'));
    const bo = await anonymous(directory);
    const taken = '409 AccountNameInUse: a user already exists with the specified provider';
    expect(problemIn(await linkPassword(bo.access_token))).toBe(taken);
    const answer = await directory.provide(
      'custom-token',
      'login?link=true',
      await customToken('anna'),
      bo.access_token,
    );
    expect(problemIn(answer)).toBe(taken);
    expect((await profileOf(directory, bo.access_token)).providers).toEqual(['anon-user']);
    expect((await directory.tokensOf(email, password)).user_id).toBe(anna.user_id);
  });

  it('needs the access token of the linking user, before it looks at credentials', async () => {
    const { directory, linkPassword } = open();
    const { refresh_token: refreshToken, user_id: userId } = await anonymous(directory);
    expect(problemIn(await linkPassword(undefined))).toBe('401 InvalidSession: must authenticate first');
    expect(problemIn(await linkPassword(refreshToken))).toBe('401 InvalidSession: invalid session');
    await directory.register(email, password);
    await linkPassword(refreshToken);
    expect(directory.store.findPasswordIdentity(email)?.accountId).not.toBe(userId);
    for (let count = 0; count < 6; count += 1) await linkPassword(undefined);
    expect((await directory.login(email, password)).status).toBe(200);
  });

  it('needs the password, which may be guessed no faster here', async () => {
    const { directory } = open();
    await directory.register(email, password);
    const { access_token: token } = await anonymous(directory);
    const guess = () =>
      directory.provide('local-userpass', 'login?link=true', { username: email, password: 'wrong-1' }, token);
    for (let count = 0; count < 5; count += 1) {
      expect(problemIn(await guess())).toBe('401 InvalidPassword: invalid credentials');
    }
    expect((await guess()).status).toBe(429);
    expect((await directory.login(email, password)).status).toBe(429);
  });

  it('waits for an address to be confirmed', async () => {
    const { directory, outbox, linkPassword } = open(false);
    const { access_token: token } = await anonymous(directory);
    await directory.register(email, password);
    expect(problemIn(await linkPassword(token))).toBe('401 AuthError: confirmation required');
    await directory.provide('local-userpass', 'confirm', outbox.deliveries()[0]);
    expect((await linkPassword(token)).status).toBe(200);
  });

  it('T34 takes nothing from a disabled account, and gives a disabled user nothing', async () => {
    const { directory, linkPassword } = open();
    await directory.register(email, password);
    const accountId = directory.store.findPasswordIdentity(email)?.accountId ?? '';
    directory.store.setDisabled(accountId, 1);
    const bo = await anonymous(directory);
    expect(problemIn(await linkPassword(bo.access_token))).toBe('401 UserDisabled: user disabled');
    directory.store.setDisabled(accountId, undefined);
    directory.store.setDisabled(bo.user_id, 1);
    expect(problemIn(await linkPassword(bo.access_token))).toBe('401 UserDisabled: user disabled');
  });

  it.each([
    ['anon-user', {}],
    ['api-key', { key: 'x'.repeat(64) }],
  ])('makes no sense by %s', async (provider, credentials) => {
    const { directory } = open();
    const { access_token: token } = await anonymous(directory);
    const answer = await directory.provide(provider, 'login?link=true', credentials, token);
    expect(problemIn(answer)).toBe('400 BadRequest: this way to log in cannot be linked');
  });

  it('T20 takes all identities along when the account is deleted', async () => {
    const { directory, linkPassword } = open();
    const { access_token: token } = await anonymous(directory);
    await directory.register(email, password);
    await linkPassword(token);
    await directory.provide('custom-token', 'login?link=true', await customToken('anna'), token);
    expect((await directory.call('DELETE', `${AUTH_PATH}/delete`, { token })).status).toBe(204);
    expect(problemIn(await directory.login(email, password))).toBe('401 InvalidPassword: unauthorized');
    expect(directory.store.findIdentity('custom-token', 'anna')).toBeUndefined();
  });

  it('ends at ten identities', async () => {
    const { directory } = open();
    const { access_token: token } = await anonymous(directory);
    const link = (user: string) => directory.provide('custom-function', 'login?link=true', { user }, token);
    for (let count = 1; count < 10; count += 1) expect((await link(`anna-${count}`)).status).toBe(200);
    expect(problemIn(await link('anna-10'))).toBe('400 BadRequest: the user has too many identities');
    expect((await link('anna-9')).status).toBe(200);
  });
});
