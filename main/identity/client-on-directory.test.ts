import { afterEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../app/outcome.ts';
import { revocableTokenOf } from '../../app/sessions/session.ts';
import { AUTH_PATH, canary } from '../directory/test-directory.ts';
import {
  openDirectoryClient,
  personOf,
  valueOf,
  type DirectoryClient,
  type DirectoryClientOptions,
} from './testing/directory-client.ts';

const opened: DirectoryClient[] = [];
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.close();
});

const minute = 60_000;

const open = (options?: DirectoryClientOptions): DirectoryClient => {
  const stage = openDirectoryClient(options);
  opened.push(stage);
  return stage;
};

const openWithAda = async () => {
  const stage = open();
  const ada = personOf('ada');
  valueOf(await stage.appServices.createAccount({ email: ada.email, password: ada.password, name: 'Ada' }));
  return { ...stage, ada, login: valueOf(await stage.logIn(ada.method)) };
};

const rejected = fail({ code: 'authenticationRejected' });

describe('the client on the real directory', () => {
  it('T2, T48: asks for the location first and once; no login carries a token', async () => {
    const { logIn, requests } = await openWithAda();
    await logIn({ kind: 'anonymous', isReused: false });
    const paths = requests.map(({ method, url }) => `${method} ${url.split('/').at(-1)}`);
    expect(paths).toEqual([
      'GET location',
      'POST register',
      'POST login',
      'GET profile',
      'POST login',
      'GET profile',
    ]);
    const authorised = requests.map(({ headers }) => headers['Authorization'] !== undefined);
    expect(authorised).toEqual([false, false, false, true, false, true]);
    expect(requests[3]?.headers['Authorization']).not.toBe(requests[5]?.headers['Authorization']);
  });

  it('T48: tells an unknown app id as the server does', async () => {
    const { logIn } = open({ appId: 'other' });
    const text = "cannot find app using Client App ID 'other'";
    expect(await logIn(personOf('ada').method)).toEqual(fail({ code: 'serverError', status: 404, text }));
  });

  it('logs in with the profile, and knows when the tokens end', async () => {
    const { login, directory } = await openWithAda();
    expect(login.profile).toEqual({ email: 'ada@example.com', name: 'Ada' });
    expect(login.identities.map(({ providerType }) => providerType)).toEqual(['local-userpass']);
    expect(login.isAnonymous).toBe(false);
    expect(login.session.accessExpiresAtMs).toBe(directory.time.nowMs + 30 * minute);
    expect(login.session.refreshExpiresAtMs).toBe(directory.time.nowMs + 60 * 24 * 60 * minute);
  });

  it('logs in anonymously, as another user each time', async () => {
    const { logIn } = open();
    const first = valueOf(await logIn({ kind: 'anonymous', isReused: false }));
    const second = valueOf(await logIn({ kind: 'anonymous', isReused: false }));
    expect([first.isAnonymous, second.isAnonymous]).toEqual([true, true]);
    expect(first.subject).not.toBe(second.subject);
  });

  it('says the same of a wrong password and an unknown e-mail, and after many how long to wait', async () => {
    const { logIn, ada } = await openWithAda();
    const wrong = { ...ada.method, password: canary('ada', 'wrong') };
    expect(await logIn(wrong)).toEqual(rejected);
    expect(await logIn(personOf('nobody').method)).toEqual(rejected);
    for (let i = 0; i < 4; i += 1) await logIn(wrong);
    expect(await logIn(ada.method)).toEqual(
      fail({ code: 'serverError', status: 429, problem: 'tooManyRequests', retryAfterSeconds: 1 }),
    );
  });

  it.each([
    ['a taken e-mail', { email: 'ADA@example.com' }, { code: 'conflict', with: 'emailTaken' }],
    ['a short password', { password: 'CANAR' }, { field: 'password', problem: 'tooShort' }],
    ['a long password', { password: 'x'.repeat(129) }, { field: 'password', problem: 'tooLong' }],
    ['no password', { password: '' }, { field: 'password', problem: 'empty' }],
    ['a word for an e-mail', { email: 'grace' }, { field: 'email', problem: 'malformed' }],
    ['an e-mail with unseen marks', { email: 'gr\u202Eace@example.com' }, { problem: 'malformed' }],
    ['a long e-mail', { email: `${'g'.repeat(300)}@example.com` }, { field: 'email', problem: 'tooLong' }],
    ['a long name', { name: 'g'.repeat(101) }, { field: 'name', problem: 'tooLong' }],
  ])('T39: tells %s', async (_name, change, expected) => {
    const { appServices } = await openWithAda();
    const account = { email: 'grace@example.com', password: canary('grace', 'password'), ...change };
    expect(await appServices.createAccount(account)).toMatchObject({ ok: false, error: expected });
  });

  it('T27: is refused with an ended access token, and goes on with a refreshed one', async () => {
    const { client, appServices, directory, login } = await openWithAda();
    directory.time.nowMs += 31 * minute;
    expect(await appServices.callFunction(login.session.accessToken, 'whoami', [])).toEqual(rejected);
    const session = valueOf(await client.refresh(login.session));
    expect(session.refreshToken).toBe(login.session.refreshToken);
    expect(session.accessExpiresAtMs).toBe(directory.time.nowMs + 30 * minute);
    expect(valueOf(await appServices.callFunction(session.accessToken, 'whoami', []))).toMatchObject({
      email: 'ada@example.com',
    });
  });

  it('T14: ends a session for good; ending it twice is a success', async () => {
    const { client, login } = await openWithAda();
    expect(await client.revoke(revocableTokenOf(login.session))).toEqual(succeed(undefined));
    expect(await client.revoke(revocableTokenOf(login.session))).toEqual(succeed(undefined));
    expect(await client.refresh(login.session)).toEqual(rejected);
  });

  it('gives back the session of a login that is cancelled before its profile, and that ends it', async () => {
    const controller = new AbortController();
    const { client, logIn, givenBack, directory } = open({
      answered: (url) => {
        if (url.endsWith('/login')) controller.abort();
      },
    });
    const login = await logIn({ kind: 'anonymous', isReused: false }, controller.signal);
    expect(login).toEqual(fail({ code: 'cancelled' }));
    const [session] = givenBack;
    if (!session) throw new Error('Nothing was given back');
    const isKnown = async () =>
      (await directory.call('GET', `${AUTH_PATH}/profile`, { token: session.accessToken })).status === 200;
    expect(await isKnown()).toBe(true);
    expect(await client.revoke(revocableTokenOf(session))).toEqual(succeed(undefined));
    expect(await isKnown()).toBe(false);
  });

  it('T12, T13: logs in again as the same user after the session was ended', async () => {
    const { client, logIn, ada, login } = await openWithAda();
    await client.revoke(revocableTokenOf(login.session));
    const again = valueOf(await logIn(ada.method));
    expect(again.subject).toBe(login.subject);
    expect(again.session.refreshToken).not.toBe(login.session.refreshToken);
  });

  it('T20: deletes the account of that token only; later logins are refused', async () => {
    const { appServices, logIn, ada, login } = await openWithAda();
    const grace = personOf('grace');
    await appServices.createAccount(grace);
    expect(await appServices.deleteAccount(login.session.accessToken)).toEqual(succeed(undefined));
    expect(await logIn(ada.method)).toEqual(rejected);
    expect(await appServices.deleteAccount(login.session.accessToken)).toEqual(rejected);
    expect((await logIn(grace.method)).ok).toBe(true);
  });

  it('runs functions as whoever the token names', async () => {
    const { appServices, logIn, login } = await openWithAda();
    const other = valueOf(await logIn({ kind: 'anonymous', isReused: false }));
    valueOf(await appServices.callFunction(login.session.accessToken, 'notes.add', ['Zoë 🎉 "quoted"']));
    expect(
      valueOf(await appServices.callFunction(login.session.accessToken, 'notes.list', [])),
    ).toMatchObject([{ text: 'Zoë 🎉 "quoted"' }]);
    expect(valueOf(await appServices.callFunction(other.session.accessToken, 'notes.list', []))).toEqual([]);
    expect(await appServices.callFunction(other.session.accessToken, 'no.such', [])).toEqual(
      fail({ code: 'serverError', status: 404, text: 'function not found' }),
    );
  });
});
