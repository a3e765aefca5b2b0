import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AUTH_PATH, openTestDirectory, problemIn, tokensIn } from './test-directory.ts';
import type { TestAnswer, TestDirectory } from './test-directory.ts';

const KEYS = `${AUTH_PATH}/api_keys`;
const ID = /^[0-9a-f]{24}$/;

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

async function openWithAnna() {
  const directory = openTestDirectory();
  opened.push(directory);
  const userOf = async (name: string) => {
    await directory.register(`${name}@example.com`, `secret-${name}`);
    const tokens = await directory.tokensOf(`${name}@example.com`, `secret-${name}`);
    const ask = (method: string, path = '', body?: unknown): Promise<TestAnswer> =>
      directory.call(method, `${KEYS}${path}`, { token: tokens.refresh_token, body });
    return { tokens, ask };
  };
  return { directory, userOf, anna: await userOf('anna') };
}

const created = (answer: TestAnswer) =>
  z.object({ _id: z.string(), key: z.string(), name: z.string(), disabled: z.boolean() }).parse(answer.json);

const logInWith = (directory: TestDirectory, key: unknown) =>
  directory.provide('api-key', 'login', { key, options: { device: {} } });

describe('a user’s API keys', () => {
  it('are shown once, and then without the key', async () => {
    const { anna } = await openWithAnna();
    const answer = await anna.ask('POST', '', { name: 'build_server-1' });
    expect([answer.status, answer.json]).toEqual([
      201,
      {
        _id: expect.stringMatching(ID),
        key: expect.stringMatching(/^[\w-]{64}$/),
        name: 'build_server-1',
        disabled: false,
      },
    ]);
    const { _id: id } = created(answer);
    const shown = { _id: id, name: 'build_server-1', disabled: false };
    expect((await anna.ask('GET', `/${id}`)).json).toEqual(shown);
    expect((await anna.ask('GET')).json).toEqual([shown]);
  });

  it('log in as their user, until they are disabled or deleted', async () => {
    const { directory, anna } = await openWithAnna();
    const { _id: id, key } = created(await anna.ask('POST', '', { name: 'key' }));
    const tokens = tokensIn(await logInWith(directory, key));
    expect(tokens.user_id).toBe(anna.tokens.user_id);
    const who = await directory.callFunction(tokens.access_token, 'whoami');
    expect(who.json).toMatchObject({ email: 'anna@example.com' });

    for (const attempt of [1, 2])
      expect([attempt, (await anna.ask('PUT', `/${id}/disable`)).status]).toEqual([attempt, 204]);
    expect((await anna.ask('GET', `/${id}`)).json).toMatchObject({ disabled: true });
    expect(problemIn(await logInWith(directory, key))).toBe('401 AuthError: unauthorized');
    for (const attempt of [1, 2])
      expect([attempt, (await anna.ask('PUT', `/${id}/enable`)).status]).toEqual([attempt, 204]);
    expect((await logInWith(directory, key)).status).toBe(200);
    const gone = await anna.ask('DELETE', `/${id}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect(problemIn(await logInWith(directory, key))).toBe('401 AuthError: unauthorized');
    expect((await anna.ask('GET')).json).toEqual([]);
  });

  it.each(['', 'x', 'x'.repeat(64), 'x'.repeat(1000)])('are not guessed: %j', async (key) => {
    const { directory } = await openWithAnna();
    expect(problemIn(await logInWith(directory, key))).toBe('401 AuthError: unauthorized');
  });

  it.each([undefined, null, 1, {}, 'x'.repeat(1001)])('D9 are text of some length: %j', async (key) => {
    const { directory } = await openWithAnna();
    expect(problemIn(await logInWith(directory, key))).toBe('400 InvalidParameter: key is expected');
  });

  it('T35 are nobody else’s: fetched, enabled, disabled or deleted, they are not found', async () => {
    const { userOf, anna } = await openWithAnna();
    const bo = await userOf('bo');
    const { _id: id } = created(await anna.ask('POST', '', { name: 'key' }));
    const { _id: own } = created(await bo.ask('POST', '', { name: 'key' }));
    const attempts = [
      ['GET', `/${id}`],
      ['PUT', `/${id}/enable`],
      ['PUT', `/${id}/disable`],
      ['DELETE', `/${id}`],
    ] as const;
    for (const [method, path] of attempts) {
      expect(problemIn(await bo.ask(method, path))).toBe('404 APIKeyNotFound: API key not found');
      expect(problemIn(await anna.ask(method, path.replace(id, 'f'.repeat(24))))).toContain('404');
    }
    expect((await anna.ask('GET')).json).toMatchObject([{ _id: id, disabled: false }]);
    expect((await bo.ask('GET')).json).toMatchObject([{ _id: own }]);
  });

  it('T36 need a user, and its refresh token', async () => {
    const { directory, anna } = await openWithAnna();
    const calls = [
      ['POST', ''],
      ['GET', ''],
      ['GET', '/x'],
      ['DELETE', '/x'],
      ['PUT', '/x/enable'],
      ['PUT', '/x/disable'],
    ] as const;
    for (const [method, path] of calls) {
      const call = (token?: string) =>
        directory.call(method, `${KEYS}${path}`, token === undefined ? {} : { token });
      expect(problemIn(await call())).toBe('401 InvalidSession: must authenticate first');
      expect(problemIn(await call(anna.tokens.access_token))).toContain(
        '401 InvalidSession: invalid session',
      );
    }
  });

  it.each([
    [{}, "'name' is a required string"],
    [{ name: '' }, "'name' is a required string"],
    [{ name: 1 }, "'name' is a required string"],
    [{ name: 'two words' }, 'name can only contain ASCII letters, numbers, underscores, and hyphens'],
    [{ name: 'naïve' }, 'name can only contain ASCII letters, numbers, underscores, and hyphens'],
    [{ name: 'a\n' }, 'name can only contain ASCII letters, numbers, underscores, and hyphens'],
    [{ name: 'x'.repeat(65) }, 'name must be at most 64 characters'],
  ])('have a name by rule: %j', async (body, text) => {
    const { anna } = await openWithAnna();
    expect(problemIn(await anna.ask('POST', '', body))).toBe(`400 InvalidParameter: ${text}`);
  });

  it('have a name each, and are twenty at most', async () => {
    const { anna } = await openWithAnna();
    for (let count = 0; count < 20; count += 1) {
      const name = count === 0 ? 'x'.repeat(64) : `key-${count}`;
      expect((await anna.ask('POST', '', { name })).status).toBe(201);
      if (count === 1) {
        expect(problemIn(await anna.ask('POST', '', { name }))).toBe(
          '409 APIKeyAlreadyExists: API key with name already exists',
        );
      }
    }
    expect(problemIn(await anna.ask('POST', '', { name: 'one-more' }))).toBe(
      '400 BadRequest: a user can have at most 20 API keys',
    );
    expect((await anna.ask('GET')).json).toHaveLength(20);
  });

  it('are not for anonymous users, who could not come back to them', async () => {
    const { directory } = await openWithAnna();
    const { refresh_token: token } = tokensIn(await directory.provide('anon-user', 'login', {}));
    const answer = await directory.call('POST', KEYS, { token, body: { name: 'key' } });
    expect(problemIn(answer)).toBe('400 BadRequest: an anonymous user cannot have API keys');
    expect((await directory.call('GET', KEYS, { token })).json).toEqual([]);
  });

  it('T34 open no disabled account, and T20 go with a deleted one', async () => {
    const { directory, anna } = await openWithAnna();
    const { key } = created(await anna.ask('POST', '', { name: 'key' }));
    directory.store.setDisabled(anna.tokens.user_id, 1);
    expect(problemIn(await logInWith(directory, key))).toBe('401 UserDisabled: user disabled');
    directory.store.setDisabled(anna.tokens.user_id, undefined);
    await directory.call('DELETE', `${AUTH_PATH}/delete`, { token: anna.tokens.access_token });
    expect(problemIn(await logInWith(directory, key))).toBe('401 AuthError: unauthorized');
  });
});
