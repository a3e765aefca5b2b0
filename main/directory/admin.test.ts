import { afterEach, describe, expect, it } from 'vitest';
import { createAdminLines } from './admin-lines.ts';
import { createMemoryOutbox } from './outbox.ts';
import { AUTH_PATH, openTestDirectory, problemIn, tokensIn } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';
import { z } from 'zod';

const email = 'anna@example.com';

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

async function openWithAnna() {
  const outbox = createMemoryOutbox();
  const directory = openTestDirectory({ configuration: { outbox } });
  opened.push(directory);
  await directory.register(email, 'secret-anna');
  const tokens = await directory.tokensOf(email, 'secret-anna');
  const type = createAdminLines({ admin: directory.admin, ...outbox });
  const refresh = (token: string) => directory.call('POST', `${AUTH_PATH}/session`, { token });
  const dataAfterRefresh = async () => {
    const { json } = await refresh(tokens.refresh_token);
    const { access_token: token } = z.object({ access_token: z.string() }).parse(json);
    return userDataIn(token);
  };
  return { directory, outbox, tokens, type, refresh, dataAfterRefresh };
}

function userDataIn(token: string): unknown {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return z.object({ user_data: z.unknown().optional() }).parse(payload).user_data;
}

describe('an administrator', () => {
  it('T34 disables a user: no login, no refresh, until enabled', async () => {
    const { directory, tokens, type, refresh } = await openWithAnna();
    expect(type(`disable ${email}`)).toBe('anna@example.com is disabled.');
    const disabled = '401 UserDisabled: user disabled';
    expect(problemIn(await directory.login(email, 'secret-anna'))).toBe(disabled);
    expect(problemIn(await refresh(tokens.refresh_token))).toBe(disabled);
    expect(type(`enable ${email}`)).toBe('anna@example.com is enabled.');
    expect((await refresh(tokens.refresh_token)).status).toBe(201);
    expect((await directory.login(email, 'secret-anna')).status).toBe(200);
  });

  it('T34 revokes every session of a user, and nobody else’s; logging in again works', async () => {
    const { directory, tokens, type, refresh } = await openWithAnna();
    const second = await directory.tokensOf(email, 'secret-anna');
    const other = tokensIn(await directory.provide('anon-user', 'login', {}));
    expect(type(`revoke ${email}`)).toBe('anna@example.com has no session any more.');
    for (const { refresh_token: token } of [tokens, second]) {
      expect(problemIn(await refresh(token))).toBe(
        '401 InvalidSession: invalid session: failed to find refresh token',
      );
    }
    expect((await refresh(other.refresh_token)).status).toBe(201);
    expect((await directory.tokensOf(email, 'secret-anna')).user_id).toBe(tokens.user_id);
  });

  it('T34 revokes an anonymous user by its id', async () => {
    const { directory, type, refresh } = await openWithAnna();
    const other = tokensIn(await directory.provide('anon-user', 'login', {}));
    expect(type(`revoke ${other.user_id}`)).toContain('has no session any more');
    expect((await refresh(other.refresh_token)).status).toBe(401);
  });

  it('deletes a user', async () => {
    const { directory, tokens, type, refresh } = await openWithAnna();
    expect(type(`delete ${email}`)).toBe('anna@example.com is deleted.');
    expect((await refresh(tokens.refresh_token)).status).toBe(401);
    expect(problemIn(await directory.login(email, 'secret-anna'))).toContain('401 InvalidPassword');
    expect(type(`delete ${email}`)).toBe('There is no user anna@example.com.');
  });

  it('sets custom data, which the next access token carries and the profile does not', async () => {
    const { directory, tokens, type, dataAfterRefresh } = await openWithAnna();
    const profile = async () =>
      (await directory.call('GET', `${AUTH_PATH}/profile`, { token: tokens.access_token })).text;
    const before = await profile();
    expect(await dataAfterRefresh()).toBeUndefined();
    expect(type(`data ${email} {"desk": 4, "roles": ["nurse", "night shift"]}`)).toBe(
      'anna@example.com has new custom data, with the next access token.',
    );
    expect(userDataIn(tokens.access_token)).toBeUndefined();
    expect(await dataAfterRefresh()).toEqual({ desk: 4, roles: ['nurse', 'night shift'] });
    const login = await directory.tokensOf(email, 'secret-anna');
    expect(userDataIn(login.access_token)).toMatchObject({ desk: 4 });
    expect(userDataIn(login.refresh_token)).toBeUndefined();
    expect(await profile()).toBe(before);
    type(`data ${email} {}`);
    expect(await dataAfterRefresh()).toEqual({});
  });

  it.each(['', '4', '[]', 'null', '"x"', '{', '{}{}'])('refuses the custom data %j', async (json) => {
    const { type, dataAfterRefresh } = await openWithAnna();
    expect(type(`data ${email} ${json}`)).toBe('The custom data must be a JSON object.');
    expect(await dataAfterRefresh()).toBeUndefined();
  });

  it('refuses custom data that would not fit into a header', async () => {
    const { type, dataAfterRefresh } = await openWithAnna();
    const of = (characters: number) => JSON.stringify({ x: 'x'.repeat(characters) });
    expect(type(`data ${email} ${of(4096 - 8 + 1)}`)).toBe('The custom data is larger than 4 KiB.');
    expect(type(`data ${email} ${of(4096 - 8)}`)).toContain('has new custom data');
    expect(await dataAfterRefresh()).toMatchObject({ x: expect.any(String) });
  });

  it('reads the outbox', async () => {
    const { directory, outbox, type } = await openWithAnna();
    expect(type('outbox')).toBe('The outbox is empty.');
    await directory.provide('local-userpass', 'reset/send', { email });
    const { token, tokenId } = outbox.deliveries()[0] ?? {};
    expect(type('outbox')).toBe(`reset ${email} token ${token} tokenId ${tokenId}`);
  });

  it.each(['help', '', '   '])('is helped by %j', async (line) => {
    const { type } = await openWithAnna();
    expect(type(line)).toMatch(/^disable WHO .*\n.*WHO is an e-mail address or a user id\.$/s);
  });

  it.each(['nope', 'disable', 'disable a b', 'constructor x', '__proto__ x', 'data', 'DISABLE x'])(
    'is told when %j is not understood',
    async (line) => {
      const { type } = await openWithAnna();
      expect(type(line)).toMatch(/^Not understood\./);
    },
  );
});
