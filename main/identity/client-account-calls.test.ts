import { createSecretKey, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { InputProblem } from '../../app/errors.ts';
import type { LogInMethod } from '../../app/identity/identity-provider.ts';
import { fail, succeed } from '../../app/outcome.ts';
import type { DirectoryConfiguration } from '../directory/configuration.ts';
import { createMemoryOutbox } from '../directory/outbox.ts';
import { canary } from '../directory/test-directory.ts';
import { openDirectoryClient, personOf, valueOf, type DirectoryClient } from './testing/directory-client.ts';

const opened: DirectoryClient[] = [];
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.close();
});

const secret = randomBytes(32);
const badge = canary('ada', 'badge');
const outbox = createMemoryOutbox();

/** All that whoever starts a directory may turn on. */
const everything: DirectoryConfiguration = {
  confirmation: { kind: 'automatic' },
  outbox,
  customTokens: { key: { algorithm: 'HS256', secret } },
  logIn: (credentials) => (credentials['badge'] === badge ? { subject: 'badge-7', name: 'Ada' } : undefined),
  resetPassword: ({ arguments: [answer] }) => (answer === badge ? 'success' : 'fail'),
};

const open = (configuration: DirectoryConfiguration = everything): DirectoryClient => {
  const stage = openDirectoryClient({ configuration });
  opened.push(stage);
  return stage;
};

const openWithAda = async (configuration?: DirectoryConfiguration) => {
  const stage = open(configuration);
  const ada = personOf('ada');
  valueOf(await stage.appServices.createAccount({ email: ada.email, password: ada.password }));
  return { ...stage, ada };
};

const signedIn = async (configuration?: DirectoryConfiguration) => {
  const stage = await openWithAda(configuration);
  const login = valueOf(await stage.logIn(stage.ada.method));
  return { ...stage, login, refreshToken: login.session.refreshToken ?? '' };
};

const customToken = async (subject: string, nowMs: number): Promise<LogInMethod> => ({
  kind: 'customToken',
  token: await new SignJWT({ email: 'ada@example.org' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setExpirationTime(Math.floor(nowMs / 1000) + 60)
    .sign(createSecretKey(secret)),
});

const anonymous: LogInMethod = { kind: 'anonymous', isReused: false };
const rejected = fail({ code: 'authenticationRejected' });
const notOffered = fail({ code: 'conflict', with: 'notOffered' });

describe('other ways to log in to the real directory', () => {
  it('lets in by a token of another issuer, as one user', async () => {
    const { logIn, directory } = open();
    const login = valueOf(await logIn(await customToken('ada', directory.time.nowMs)));
    expect(login.profile.email).toBe('ada@example.org');
    expect(login.identities.map(({ providerType }) => providerType)).toEqual(['custom-token']);
    expect(login.isAnonymous).toBe(false);
    expect(valueOf(await logIn(await customToken('ada', directory.time.nowMs))).subject).toBe(login.subject);
    expect(await logIn({ kind: 'customToken', token: 'eyJhbGciOiJub25lIn0.e30.' })).toEqual(rejected);
    expect(await logIn(await customToken('ada', directory.time.nowMs - 120_000))).toEqual(rejected);
  });

  it('lets in by a function of the service', async () => {
    const { logIn } = open();
    const login = valueOf(await logIn({ kind: 'customFunction', arguments: { badge } }));
    expect(login.profile.name).toBe('Ada');
    expect(login.identities.map(({ providerType }) => providerType)).toEqual(['custom-function']);
    expect(await logIn({ kind: 'customFunction', arguments: { badge: 'CANARY-wrong' } })).toEqual(rejected);
  });

  it('says what the embedded directory does not offer', async () => {
    const { logIn, directory, appServices } = open({});
    expect(await logIn(await customToken('ada', directory.time.nowMs))).toEqual(notOffered);
    expect(await logIn({ kind: 'customFunction', arguments: { badge } })).toEqual(notOffered);
    const reset = { kind: 'callReset', email: 'ada@example.com', password: badge, arguments: [] } as const;
    expect(await appServices.ask(reset)).toEqual(notOffered);
  });

  it('T34: tells a disabled user, at login and at refresh, until it is enabled again', async () => {
    const { client, logIn, directory, ada, login } = await signedIn();
    const disabled = fail({ code: 'authenticationRejected', because: 'accountDisabled' });
    directory.store.setDisabled(login.subject, directory.time.nowMs);
    expect(await logIn(ada.method)).toEqual(disabled);
    expect(await client.refresh(login.session)).toEqual(disabled);
    directory.store.setDisabled(login.subject, undefined);
    expect(valueOf(await logIn(ada.method)).subject).toBe(login.subject);
  });

  it('T34: tells a revoked session, and logs the same user in again', async () => {
    const { client, logIn, directory, ada, login } = await signedIn();
    directory.store.revokeSessionsOf(login.subject, directory.time.nowMs);
    expect(await client.refresh(login.session)).toEqual(rejected);
    expect(valueOf(await logIn(ada.method)).subject).toBe(login.subject);
  });
});

describe('requests about an e-mail and password account of the real directory', () => {
  const lastDelivery = () => {
    const delivery = outbox.deliveries().at(-1);
    if (!delivery) throw new Error('Nothing was delivered');
    return { token: delivery.token, tokenId: delivery.tokenId };
  };
  const malformed = fail({ code: 'invalidInput', field: 'token', problem: 'malformed' });

  it('confirms an e-mail: before that nobody logs in, after it once is enough', async () => {
    const { appServices, logIn, ada } = await openWithAda({ ...everything, confirmation: { kind: 'email' } });
    const unconfirmed = fail({ code: 'authenticationRejected', because: 'emailNotConfirmed' });
    expect(await logIn(ada.method)).toEqual(unconfirmed);
    const first = lastDelivery();
    expect(await appServices.ask({ kind: 'sendConfirmation', email: ada.email })).toEqual(succeed(undefined));
    const resent = lastDelivery();
    expect(resent).not.toEqual(first);
    expect(await appServices.ask({ kind: 'confirm', token: 'CANARY-none', tokenId: 'none' })).toEqual(
      malformed,
    );
    expect(await appServices.ask({ kind: 'confirm', ...resent })).toEqual(succeed(undefined));
    expect((await logIn(ada.method)).ok).toBe(true);
    expect(await appServices.ask({ kind: 'sendConfirmation', email: ada.email })).toEqual(
      fail({ code: 'serverError', status: 400, text: 'already confirmed' }),
    );
    expect(await appServices.ask({ kind: 'sendConfirmation', email: 'nobody@example.com' })).toEqual(
      fail({ code: 'serverError', status: 404, text: 'user not found' }),
    );
  });

  it('confirms an e-mail by a function that is run again', async () => {
    const verdicts = ['pending', 'fail', 'success'] as const;
    let runs = 0;
    const confirm = () => verdicts[runs++] ?? 'fail';
    const { appServices, logIn, ada } = await openWithAda({
      ...everything,
      confirmation: { kind: 'function', confirm },
    });
    const again = { kind: 'callConfirmation', email: ada.email } as const;
    expect(await appServices.ask(again)).toMatchObject({
      error: { text: `failed to confirm user "${ada.email}"` },
    });
    expect(await appServices.ask(again)).toEqual(succeed(undefined));
    expect((await logIn(ada.method)).ok).toBe(true);
  });

  it('resets a password by e-mail: the old one and the old sessions are good no more', async () => {
    const { appServices, client, logIn, ada, login } = await signedIn();
    expect(await appServices.ask({ kind: 'sendReset', email: ada.email })).toEqual(succeed(undefined));
    const password = canary('ada', 'password');
    const reset = { kind: 'reset', ...lastDelivery(), password } as const;
    expect(await appServices.ask({ ...reset, password: 'CANA' })).toEqual(
      fail({ code: 'invalidInput', field: 'password', problem: 'tooShort' }),
    );
    expect(await appServices.ask(reset)).toEqual(succeed(undefined));
    expect(await appServices.ask(reset)).toEqual(malformed);
    expect(await client.refresh(login.session)).toEqual(rejected);
    expect(await logIn(ada.method)).toEqual(rejected);
    expect(valueOf(await logIn({ ...ada.method, password })).subject).toBe(login.subject);
  });

  it('resets a password by a function', async () => {
    const { appServices, logIn, ada } = await openWithAda();
    const password = canary('ada', 'password');
    const reset = { kind: 'callReset', email: ada.email, password } as const;
    const refused = await appServices.ask({ ...reset, arguments: ['CANARY-wrong'] });
    expect(refused).toMatchObject({ error: { text: `failed to reset password for user "${ada.email}"` } });
    expect(await appServices.ask({ ...reset, arguments: [badge] })).toEqual(succeed(undefined));
    expect((await logIn({ ...ada.method, password })).ok).toBe(true);
  });
});

describe('linking at the real directory', () => {
  it('T18, T19: adds a way in with the linking user’s token, whoever came last; the id stays', async () => {
    const { appServices, client, logIn, ada } = await openWithAda();
    const guest = valueOf(await logIn(anonymous));
    const other = valueOf(await logIn(anonymous));
    const linked = valueOf(await appServices.link(guest.session.accessToken, ada.method));
    expect(await appServices.profile(linked.accessToken)).toEqual(
      succeed(
        expect.objectContaining({
          profile: expect.objectContaining({ email: ada.email }),
          isAnonymous: false,
        }),
      ),
    );
    expect(valueOf(await appServices.profile(other.session.accessToken)).isAnonymous).toBe(true);
    expect(valueOf(await logIn(ada.method)).subject).toBe(guest.subject);
    expect((await client.refresh(guest.session)).ok).toBe(true);
    expect(linked.accessExpiresAtMs).toBe(guest.session.accessExpiresAtMs);
  });

  it('T18: refuses an identity of somebody else', async () => {
    const { appServices, logIn, ada, login, directory } = await signedIn();
    const guest = valueOf(await logIn(anonymous));
    const taken = fail({ code: 'conflict', with: 'identityLinked' });
    expect(await appServices.link(guest.session.accessToken, ada.method)).toEqual(taken);
    expect(valueOf(await appServices.profile(guest.session.accessToken)).isAnonymous).toBe(true);
    const token = await customToken('grace', directory.time.nowMs);
    await logIn(token);
    expect(await appServices.link(login.session.accessToken, token)).toEqual(taken);
  });

  it('T19: refuses without a session, and with a wrong password', async () => {
    const { appServices, client, logIn, ada } = await openWithAda();
    const guest = valueOf(await logIn(anonymous));
    const wrong = { ...ada.method, password: canary('ada', 'wrong') };
    expect(await appServices.link(guest.session.accessToken, wrong)).toEqual(rejected);
    await client.revoke({ kind: 'refreshToken', token: guest.session.refreshToken ?? '' });
    expect(await appServices.link(guest.session.accessToken, ada.method)).toEqual(rejected);
  });
});

describe('API keys of the real directory', () => {
  it('are made, listed, disabled, enabled and deleted, and let their user in', async () => {
    const { appServices, logIn, login, refreshToken } = await signedIn();
    const { apiKeys } = appServices;
    const { apiKey, key } = valueOf(await apiKeys.create(refreshToken, 'desk'));
    expect(apiKey).toEqual({ id: expect.any(String), name: 'desk', isDisabled: false });
    expect(valueOf(await apiKeys.list(refreshToken))).toEqual([apiKey]);
    const byKey: LogInMethod = { kind: 'apiKey', key };
    expect(valueOf(await logIn(byKey)).subject).toBe(login.subject);

    expect(await apiKeys.setEnabled(refreshToken, apiKey.id, false)).toEqual(succeed(undefined));
    expect(valueOf(await apiKeys.list(refreshToken))).toEqual([{ ...apiKey, isDisabled: true }]);
    expect(await logIn(byKey)).toEqual(rejected);
    expect(await apiKeys.setEnabled(refreshToken, apiKey.id, true)).toEqual(succeed(undefined));
    expect((await logIn(byKey)).ok).toBe(true);

    expect(await apiKeys.delete(refreshToken, apiKey.id)).toEqual(succeed(undefined));
    expect(valueOf(await apiKeys.list(refreshToken))).toEqual([]);
    expect(await logIn(byKey)).toEqual(rejected);
  });

  it.each<[string, InputProblem]>([
    ['de sk', 'malformed'],
    ['d'.repeat(200), 'tooLong'],
  ])('are not made with the name %j', async (name, problem) => {
    const { appServices, refreshToken } = await signedIn();
    expect(await appServices.apiKeys.create(refreshToken, name)).toEqual(
      fail({ code: 'invalidInput', field: 'keyName', problem }),
    );
  });

  it('T35: are nobody else’s', async () => {
    const { appServices, logIn, refreshToken, directory } = await signedIn();
    const { apiKeys } = appServices;
    const { apiKey } = valueOf(await apiKeys.create(refreshToken, 'desk'));
    const grace = valueOf(await logIn(await customToken('grace', directory.time.nowMs)));
    const hers = grace.session.refreshToken ?? '';
    const notFound = fail({ code: 'serverError', status: 404, text: 'API key not found' });
    expect(valueOf(await apiKeys.list(hers))).toEqual([]);
    expect(await apiKeys.setEnabled(hers, apiKey.id, false)).toEqual(notFound);
    expect(await apiKeys.setEnabled(hers, apiKey.id, true)).toEqual(notFound);
    expect(await apiKeys.delete(hers, apiKey.id)).toEqual(notFound);
    expect(valueOf(await apiKeys.list(refreshToken))).toEqual([apiKey]);
  });

  it('T36: want a session, and its refresh token', async () => {
    const { appServices, client, login, refreshToken } = await signedIn();
    expect(await appServices.apiKeys.list(login.session.accessToken)).toEqual(rejected);
    await client.revoke({ kind: 'refreshToken', token: refreshToken });
    expect(await appServices.apiKeys.list(refreshToken)).toEqual(rejected);
    expect(await appServices.apiKeys.create(refreshToken, 'desk')).toEqual(rejected);
  });
});

describe('custom data of the real directory', () => {
  it('comes with the access token, so that a refresh brings what is new', async () => {
    const { appServices, client, directory, login } = await signedIn();
    expect(appServices.customDataOf(login.session.accessToken)).toBeUndefined();
    directory.store.setUserData(login.subject, { desk: 'Zoë 🎉', rooms: [1, 2] });
    const refreshed = valueOf(await client.refresh(login.session));
    expect(appServices.customDataOf(refreshed.accessToken)).toEqual({ desk: 'Zoë 🎉', rooms: [1, 2] });
  });
});
