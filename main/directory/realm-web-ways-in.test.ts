import { createSecretKey, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { Credentials, UserState } from 'realm-web';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryOutbox } from './outbox.ts';
import { canary } from './test-directory.ts';
import { failureOf, refusalOf, startRealmWeb } from './test-realm-web.ts';
import type { RealmWeb } from './test-realm-web.ts';

const secret = randomBytes(32);
const email = 'anna@example.com';

const jwt = (sub: string, claims: Record<string, unknown> = {}) =>
  new SignJWT({ sub, exp: 4_000_000_000, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(createSecretKey(secret));

let realm: RealmWeb;
let app: RealmWeb['app'];
beforeEach(async () => {
  realm = await startRealmWeb({
    customTokens: { key: { algorithm: 'HS256', secret } },
    logIn: ({ badge }) => (typeof badge === 'string' ? { subject: badge, name: badge } : undefined),
    resetPassword: ({ arguments: [answer] }) => (answer === 'blue' ? 'success' : 'fail'),
  });
  ({ app } = realm);
});
afterEach(() => realm.server.close());

describe('realm-web 2.0.1 in one long day', () => {
  it('confirms, resets, uses keys, links, switches, logs out and deletes', async () => {
    await realm.server.close();
    const outbox = createMemoryOutbox();
    realm = await startRealmWeb({ confirmation: { kind: 'email' }, outbox });
    ({ app } = realm);
    const { emailPasswordAuth } = app;
    const [first, second] = [canary('anna', 'password'), canary('anna', 'new-password')];

    const guest = await app.logIn(Credentials.anonymous());
    await emailPasswordAuth.registerUser({ email, password: first });
    expect(await refusalOf(app.logIn(Credentials.emailPassword(email, first)))).toBe(
      '401 AuthError: confirmation required',
    );
    await emailPasswordAuth.resendConfirmationEmail({ email });
    const { token, tokenId } = outbox.deliveries()[1] ?? { token: '', tokenId: '' };
    await emailPasswordAuth.confirmUser({ token, tokenId });
    expect(await refusalOf(emailPasswordAuth.resendConfirmationEmail({ email }))).toBe(
      '400 UserAlreadyConfirmed: already confirmed',
    );

    await emailPasswordAuth.sendResetPasswordEmail({ email });
    const reset = outbox.deliveries()[2] ?? { token: '', tokenId: '' };
    await emailPasswordAuth.resetPassword({
      token: reset.token,
      tokenId: reset.tokenId,
      password: second,
    });
    expect(await refusalOf(app.logIn(Credentials.emailPassword(email, first)))).toBe(
      '401 InvalidPassword: unauthorized',
    );
    const anna = await app.logIn(Credentials.emailPassword(email, second));

    const { key } = await anna.apiKeys.create('desk');
    await anna.logOut();
    const again = await app.logIn(Credentials.apiKey(key));
    expect(again).toBe(anna);
    expect(Object.keys(app.allUsers)).toHaveLength(2);
    app.switchUser(guest);
    expect(await app.currentUser?.callFunction('whoami')).toEqual({ id: guest.id, isAnonymous: true });
    app.switchUser(anna);
    expect(await app.currentUser?.callFunction('whoami')).toMatchObject({ id: anna.id, email });
    await app.deleteUser(anna);
    expect(Object.keys(app.allUsers)).toEqual([guest.id]);
    expect(await refusalOf(app.logIn(Credentials.apiKey(key)))).toBe('401 AuthError: unauthorized');
    await guest.logOut();
    expect(guest.state).toBe(UserState.LoggedOut);
    expect(realm.lines().filter((line) => line === 'DELETE /auth/session 204')).toHaveLength(2);
  });
});

describe('realm-web 2.0.1 with e-mail and password', () => {
  it('resets by function', async () => {
    const { user, password } = await realm.signUp('anna');
    const next = canary('anna', 'new-password');
    const reset = (...args: readonly string[]) =>
      app.emailPasswordAuth.callResetPasswordFunction({ email, password: next }, ...args);
    expect(await refusalOf(reset('red'))).toBe(
      `400 BadRequest: failed to reset password for user "${email}"`,
    );
    await reset('blue');
    expect(await refusalOf(app.logIn(Credentials.emailPassword(email, password)))).toContain('401');
    expect((await app.logIn(Credentials.emailPassword(email, next))).id).toBe(user.id);
  });

  it('T39 reads what it is told about tokens and addresses', async () => {
    const { emailPasswordAuth } = app;
    const odd = { token: 'abc', tokenId: '123' };
    const stale = { token: 'a'.repeat(128), tokenId: 'a'.repeat(24) };
    const seen = [
      await refusalOf(emailPasswordAuth.confirmUser(odd)),
      await refusalOf(emailPasswordAuth.confirmUser(stale)),
      await refusalOf(emailPasswordAuth.resetPassword({ ...odd, password: 'secret-1' })),
      await refusalOf(emailPasswordAuth.resendConfirmationEmail({ email })),
      await refusalOf(emailPasswordAuth.retryCustomConfirmation({ email })),
    ];
    expect(seen).toEqual([
      '400 BadRequest: invalid token data',
      '400 UserpassTokenInvalid: userpass token is expired or invalid',
      '400 BadRequest: invalid token data',
      '404 UserNotFound: user not found',
      `400 BadRequest: cannot run confirmation for ${email}: automatic confirmation is enabled`,
    ]);
  });
});

describe('realm-web 2.0.1 with API keys', () => {
  it('T35 T36 creates, lists, fetches, disables, enables and deletes its own', async () => {
    const { user: anna } = await realm.signUp('anna');
    const { user: bo } = await realm.signUp('bo');
    const created = await anna.apiKeys.create('desk');
    const { _id: id, key } = created;
    expect(created).toMatchObject({ name: 'desk', disabled: false });
    const shown = { _id: id, name: 'desk', disabled: false };
    expect(await anna.apiKeys.fetchAll()).toEqual([shown]);
    expect(await anna.apiKeys.fetch(id)).toEqual(shown);

    const notFound = '404 APIKeyNotFound: API key not found';
    expect(await refusalOf(bo.apiKeys.fetch(id))).toBe(notFound);
    expect(await refusalOf(bo.apiKeys.disable(id))).toBe(notFound);
    expect(await refusalOf(bo.apiKeys.enable(id))).toBe(notFound);
    expect(await refusalOf(bo.apiKeys.delete(id))).toBe(notFound);
    expect(await bo.apiKeys.fetchAll()).toEqual([]);

    await anna.apiKeys.disable(id);
    expect(await refusalOf(app.logIn(Credentials.apiKey(key)))).toBe('401 AuthError: unauthorized');
    await anna.apiKeys.enable(id);
    expect(await app.logIn(Credentials.apiKey(key))).toBe(anna);
    await anna.apiKeys.delete(id);
    expect(await anna.apiKeys.fetchAll()).toEqual([]);
    expect(await refusalOf(app.logIn(Credentials.apiKey(key)))).toBe('401 AuthError: unauthorized');
  });
});

describe('realm-web 2.0.1 with custom tokens and functions', () => {
  it('T38 logs in by a JWT, and is refused by a malformed one', async () => {
    const user = await app.logIn(Credentials.jwt(await jwt('anna', { email, name: 'Anna' })));
    expect(user.profile).toMatchObject({ email, name: 'Anna' });
    expect(user.identities).toMatchObject([{ providerType: 'custom-token' }]);
    expect(await app.logIn(Credentials.jwt(await jwt('anna')))).toBe(user);
    expect(await refusalOf(app.logIn(Credentials.jwt('not.a.token')))).toBe(
      '401 AuthError: invalid token data',
    );
    expect(app.currentUser).toBe(user);
  });

  it('logs in by a function', async () => {
    const user = await app.logIn(Credentials.function({ badge: 'b-17' }));
    expect(user.identities).toMatchObject([{ providerType: 'custom-function' }]);
    expect(await app.logIn(Credentials.function({ badge: 'b-17' }))).toBe(user);
    expect(await refusalOf(app.logIn(Credentials.function({ badge: 17 })))).toBe(
      '401 AuthError: unauthorized',
    );
  });
});

describe('realm-web 2.0.1 linking', () => {
  it('T17 T18 T19 makes a person of its anonymous user', async () => {
    const guest = await app.logIn(Credentials.anonymous());
    const other = await app.logIn(Credentials.anonymous(false));
    expect(other.id).not.toBe(guest.id);
    const password = canary('anna', 'password');
    await app.emailPasswordAuth.registerUser({ email, password });
    const token = guest.accessToken;
    expect(app.currentUser).toBe(other);
    realm.requests.length = 0;
    await guest.linkCredentials(Credentials.emailPassword(email, password));
    expect(realm.requests[0]).toEqual({
      line: 'POST /auth/providers/local-userpass/login?link=true 200',
      authorization: `Bearer ${token}`,
    });
    expect(guest.identities.map(({ providerType }) => providerType)).toEqual(['anon-user', 'local-userpass']);
    expect(guest.profile.email).toBe(email);
    expect(await guest.callFunction('whoami')).toMatchObject({ id: guest.id, isAnonymous: false });
    expect(await app.logIn(Credentials.emailPassword(email, password))).toBe(guest);
  });

  it('T19 links a JWT and a function to a person, and takes none from another', async () => {
    const { user: anna } = await realm.signUp('anna');
    await anna.linkCredentials(Credentials.jwt(await jwt('anna')));
    await anna.linkCredentials(Credentials.function({ badge: 'b-17' }));
    expect(await app.logIn(Credentials.function({ badge: 'b-17' }))).toBe(anna);
    expect(await app.logIn(Credentials.jwt(await jwt('anna')))).toBe(anna);
    const { user: bo } = await realm.signUp('bo');
    expect(await refusalOf(bo.linkCredentials(Credentials.jwt(await jwt('anna'))))).toBe(
      '409 AccountNameInUse: a user already exists with the specified provider',
    );
    const refused = [
      Credentials.emailPassword(email, 'wrong-one'),
      Credentials.jwt(await jwt('bo', { nbf: 4_000_000_000 })),
      Credentials.function({ badge: 17 }),
    ];
    realm.requests.length = 0;
    const seen = [];
    for (const credentials of refused) seen.push(await refusalOf(bo.linkCredentials(credentials)));
    expect(seen).toEqual([
      '401 InvalidPassword: invalid credentials',
      '401 AuthError: invalid credentials',
      '401 AuthError: invalid credentials',
    ]);
    // Without repeating, which it does without end when it takes the refusal for one of its token.
    expect(realm.requests).toHaveLength(refused.length);
    expect(await bo.callFunction('whoami')).toMatchObject({ email: 'bo@example.com' });
  });
});

describe('realm-web 2.0.1 and the directory’s administrator', () => {
  it('sees custom data after a refresh', async () => {
    const { user } = await realm.signUp('anna');
    expect(user.customData).toEqual({});
    realm.server.admin.setUserData(email, { desk: 4, shift: 'früh' });
    expect(await user.refreshCustomData()).toEqual({ desk: 4, shift: 'früh' });
    expect(user.profile).not.toHaveProperty('desk');
  });

  it('T34 is refused while it is disabled, and lives on afterwards', async () => {
    const { user, password } = await realm.signUp('anna');
    realm.server.admin.disable(email);
    const disabled = '401 UserDisabled: user disabled';
    expect(await refusalOf(app.logIn(Credentials.emailPassword(email, password)))).toBe(disabled);
    realm.server.admin.enable(email);
    expect(await app.logIn(Credentials.emailPassword(email, password))).toBe(user);
    expect(await user.callFunction('whoami')).toMatchObject({ email });
  });

  it('T34 loses its session when it is revoked, and gets a new one as the same user', async () => {
    const { user, password } = await realm.signUp('anna');
    realm.server.admin.revokeSessions(email);
    const failure = await failureOf(user.callFunction('whoami'));
    expect([failure.statusCode, failure.errorCode]).toEqual([401, 'InvalidSession']);
    expect(user.state).toBe(UserState.LoggedOut);
    expect(await app.logIn(Credentials.emailPassword(email, password))).toBe(user);
    expect(user.state).toBe(UserState.Active);
  });

  it('T15 ends one session of an account without ending another', async () => {
    const { user, password } = await realm.signUp('anna');
    const { refreshToken } = user;
    await app.logIn(Credentials.emailPassword(email, password));
    await user.logOut();
    const response = await fetch(`${realm.server.baseUrl}/api/client/v2.0/auth/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${refreshToken}` },
    });
    expect(response.status).toBe(201);
  });
});
