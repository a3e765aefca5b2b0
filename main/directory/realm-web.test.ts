import { App, Credentials, UserState } from 'realm-web';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, refusalOf, startRealmWeb } from './test-realm-web.ts';
import type { RealmWeb } from './test-realm-web.ts';

let realm: RealmWeb;
let app: RealmWeb['app'];

beforeEach(async () => {
  realm = await startRealmWeb();
  ({ app } = realm);
});
afterEach(() => realm.server.close());

describe('realm-web 2.0.1', () => {
  it('T1 T2 T7 registers and logs in two users, and switches between them', async () => {
    expect(app.currentUser).toBeNull();
    const { user: anna } = await realm.signUp('anna');
    const { user: bo } = await realm.signUp('bo');
    expect(bo.id).not.toBe(anna.id);
    expect(app.currentUser?.id).toBe(bo.id);
    expect([anna.profile.email, bo.profile.email]).toEqual(['anna@example.com', 'bo@example.com']);
    expect(await app.currentUser?.callFunction('whoami')).toMatchObject({ email: 'bo@example.com' });
    app.switchUser(anna);
    expect(await app.currentUser?.callFunction('whoami')).toMatchObject({ email: 'anna@example.com' });
    app.switchUser(bo);
    expect(app.currentUser?.id).toBe(bo.id);
    expect(Object.keys(app.allUsers)).toHaveLength(2);
  });

  it('T27 refreshes after a 401: refused, renewed, repeated', async () => {
    const { user } = await realm.signUp('anna');
    const before = user.accessToken;
    realm.time.nowMs += 31 * 60_000;
    realm.requests.length = 0;
    expect(await user.callFunction('whoami')).toMatchObject({ id: user.id });
    expect(realm.lines()).toEqual([
      'POST /functions/call 401',
      'POST /auth/session 201',
      'POST /functions/call 200',
    ]);
    expect(user.accessToken).not.toBe(before);
  });

  it('T28 T31 gives up after a refused refresh', async () => {
    const { user } = await realm.signUp('anna');
    realm.time.nowMs += 61 * 24 * 3600_000;
    realm.requests.length = 0;
    const failure = await failureOf(user.callFunction('whoami'));
    expect([failure.statusCode, failure.errorCode]).toEqual([401, 'InvalidSession']);
    expect(realm.lines()).toEqual(['POST /functions/call 401', 'POST /auth/session 401']);
    expect([user.accessToken, user.refreshToken]).toEqual([null, null]);
  });

  it('keeps a notebook for each user', async () => {
    const { user: anna } = await realm.signUp('anna');
    const added: unknown = await anna.callFunction('notes.add', "Anna's");
    const { user: bo } = await realm.signUp('bo');
    await bo.callFunction('notes.add', "Bo's");
    expect(await bo.callFunction('notes.list')).toMatchObject([{ text: "Bo's" }]);
    const id = added !== null && typeof added === 'object' && 'id' in added ? added.id : undefined;
    const failure = await failureOf(bo.callFunction('notes.remove', id));
    expect([failure.statusCode, failure.error]).toEqual([404, 'note not found']);
    expect(await anna.callFunction('notes.list')).toMatchObject([{ id, text: "Anna's" }]);
    expect(await anna.callFunction('notes.remove', id)).toEqual({ id });
    expect(await anna.callFunction('notes.list')).toEqual([]);
  });

  it('T21 T30 logs out: the session is over at the directory, the user stays in the list', async () => {
    const { user, email, password } = await realm.signUp('anna');
    const { accessToken, refreshToken } = user;
    await user.logOut();
    expect(user.state).toBe(UserState.LoggedOut);
    expect(realm.lines().at(-1)).toBe('DELETE /auth/session 204');
    for (const [method, path, token] of [
      ['GET', '/auth/profile', accessToken],
      ['POST', '/auth/session', refreshToken],
    ] as const) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${realm.server.baseUrl}/api/client/v2.0${path}`, { method, headers });
      expect(response.status).toBe(401);
    }
    const again = await app.logIn(Credentials.emailPassword(email, password));
    expect(again).toBe(user);
  });

  it('T20 deletes the account; logging in again is refused', async () => {
    const { user, email, password } = await realm.signUp('anna');
    await app.deleteUser(user);
    expect(user.state).toBe(UserState.Removed);
    expect(Object.keys(app.allUsers)).toEqual([]);
    const failure = await failureOf(app.logIn(Credentials.emailPassword(email, password)));
    expect([failure.statusCode, failure.errorCode, failure.error]).toEqual([
      401,
      'InvalidPassword',
      'unauthorized',
    ]);
  });

  it('T12 removes a user here only: the account can log in again', async () => {
    const { user, email, password } = await realm.signUp('anna');
    await app.removeUser(user);
    const again = await app.logIn(Credentials.emailPassword(email, password));
    expect([again.id, again === user]).toEqual([user.id, false]);
  });

  it('T4 logs in an anonymous user', async () => {
    const user = await app.logIn(Credentials.anonymous());
    expect(await user.callFunction('whoami')).toEqual({ id: user.id, isAnonymous: true });
    expect(user.identities).toMatchObject([{ providerType: 'anon-user' }]);
  });

  it('T39 reads every refusal as an error of the service', async () => {
    const { user, email, password } = await realm.signUp('anna');
    const { emailPasswordAuth } = app;
    const refused = [
      () => emailPasswordAuth.registerUser({ email, password }),
      () => emailPasswordAuth.registerUser({ email: 'bo@example.com', password: 'short' }),
      () => emailPasswordAuth.registerUser({ email: 'not an address', password }),
      () => app.logIn(Credentials.emailPassword(email, 'wrong-one')),
      () => user.callFunction('nope'),
      () => new App({ id: 'other', baseUrl: realm.server.baseUrl }).logIn(Credentials.anonymous()),
    ];
    const seen = [];
    for (const action of refused) seen.push(await refusalOf(action()));
    expect(seen).toEqual([
      '409 AccountNameInUse: name already in use',
      '400 BadRequest: password must be between 6 and 128 characters',
      '400 InvalidParameter: email must not contain spaces, invisible or control characters',
      '401 InvalidPassword: unauthorized',
      '404 FunctionNotFound: function not found',
      "404 AppNotFound: cannot find app using Client App ID 'other'",
    ]);
  });
});
