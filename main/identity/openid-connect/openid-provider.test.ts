import { afterEach, describe, expect, it } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import {
  startOpenIdProvider,
  type OpenIdPerson,
  type OpenIdProvider,
  type OpenIdProviderOptions,
} from './testing/openid-provider.ts';
import { createPersonWithBrowser } from './testing/person-with-browser.ts';
import { canary, openSigningIn, until, valueOf, type SigningInOptions } from './testing/signing-in.ts';

const running: OpenIdProvider[] = [];
const stages: ReturnType<typeof openSigningIn>[] = [];
afterEach(async () => {
  for (const provider of running.splice(0)) await provider.stop();
  for (const stage of stages.splice(0)) {
    const said = stage.said();
    for (const secret of stage.secrets()) expect(said).not.toContain(secret);
  }
});

const ada: OpenIdPerson = { sub: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' };
const grace: OpenIdPerson = { sub: 'grace', name: 'Grace Hopper', email: 'grace@example.com' };

const open = async (
  options: Partial<OpenIdProviderOptions> = {},
  signingIn: Partial<SigningInOptions> = {},
) => {
  const issuer = await startOpenIdProvider({ people: [ada, grace], ...options });
  running.push(issuer);
  const stage = openSigningIn({ issuer: issuer.issuer, ...signingIn });
  stages.push(stage);
  return { issuer, browser: createPersonWithBrowser(), ...stage };
};

const openWithAda = async (...options: Parameters<typeof open>) => {
  const stage = await open(...options);
  const logging = stage.logIn();
  const shown = await stage.browser.visit(await stage.pageOf(), { as: 'ada' });
  return { ...stage, shown, login: valueOf(await logging) };
};

const rejected = fail({ code: 'authenticationRejected' });

describe('signing in at a certified provider', () => {
  it('signs in through the browser, and knows who it is and when the session ends', async () => {
    const { login, shown, steps, opened } = await openWithAda();
    expect(login).toMatchObject({
      subject: 'ada',
      profile: { name: 'Ada Lovelace', email: 'ada@example.com' },
      identities: [{ id: 'ada', providerType: 'openid-connect' }],
      isAnonymous: false,
    });
    expect(login.session).toMatchObject({ refreshToken: expect.any(String), subject: 'ada' });
    expect(login.session.accessExpiresAtMs).toBeGreaterThan(Date.now() + 590_000);
    expect(steps).toEqual([{ kind: 'browser', url: opened[0] }]);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('You are signed in');
  });

  it('asks for a code under PKCE S256, back to an ephemeral port of 127.0.0.1', async () => {
    const { opened } = await openWithAda();
    const { searchParams } = new URL(opened[0] ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d{4,5}\/callback$/),
      scope: 'openid profile email offline_access',
      prompt: 'login consent',
    });
    expect(searchParams.get('state')).toHaveLength(43);
    expect(searchParams.get('nonce')).toHaveLength(43);
  });

  it('adds a second account although the browser is signed in as the first', async () => {
    const { browser, logIn, pageOf, login } = await openWithAda();
    const second = logIn();
    await browser.visit(await pageOf(1), { as: 'grace' });
    expect(valueOf(await second).subject).toBe('grace');
    expect(login.subject).toBe('ada');
  });

  it('D6: logging in again asks for that person and a fresh proof; who came back is told', async () => {
    const { browser, logIn, pageOf } = await openWithAda();
    const expected = { subject: 'ada', email: 'ada@example.com' };
    const again = logIn({ expected });
    const page = await pageOf(1);
    const asked = Object.fromEntries(new URL(page).searchParams);
    expect(asked).toMatchObject({
      prompt: 'login consent',
      max_age: '0',
      login_hint: 'ada@example.com',
    });
    await browser.visit(page, { as: 'grace' });
    expect(valueOf(await again).subject).toBe('grace');
  });

  it('D6: tells that the person said no, and shows it', async () => {
    const { browser, logIn, pageOf, givenBack } = await open();
    const logging = logIn();
    const shown = await browser.visit(await pageOf(), { cancels: true });
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'denied' }));
    expect(shown.text).toContain('You are not signed in');
    expect(givenBack).toEqual([]);
  });

  it('D6: two logins at once do not cross, whichever comes back first', async () => {
    const { logIn, pageOf } = await open();
    const [first, second] = [logIn(), logIn()];
    const pages = [await pageOf(0), await pageOf(1)];
    await createPersonWithBrowser().visit(pages[1] ?? '', { as: 'grace' });
    await createPersonWithBrowser().visit(pages[0] ?? '', { as: 'ada' });
    expect([valueOf(await first).subject, valueOf(await second).subject].toSorted()).toEqual([
      'ada',
      'grace',
    ]);
    const ports = pages.map((page) => new URL(page).searchParams.get('redirect_uri'));
    expect(new Set(ports).size).toBe(2);
    const ties = pages.flatMap((page) =>
      ['state', 'nonce', 'code_challenge'].map((name) => new URL(page).searchParams.get(name)),
    );
    expect(new Set(ties).size).toBe(6);
  });

  it.each(['client_secret_basic', 'client_secret_post'] as const)('proves the client by %s', async (way) => {
    const clientSecret = canary('hotseat', 'clientSecret');
    const { login } = await openWithAda(
      {
        client: { client_secret: clientSecret, token_endpoint_auth_method: way },
        configuration: { clientAuthMethods: [way] },
      },
      { clientSecret },
    );
    expect(login.subject).toBe('ada');
  });

  it('says of a client secret that cannot be read that the key store is away', async () => {
    const { logIn } = await open({}, { service: { hasClientSecret: true } });
    expect(await logIn()).toEqual(fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }));
  });

  it('says the problem of a client secret that is wrong, and does not repeat it', async () => {
    const { logIn, pageOf, browser, provider, said } = await open(
      {
        client: {
          client_secret: canary('hotseat', 'clientSecret'),
          token_endpoint_auth_method: 'client_secret_basic',
        },
      },
      { clientSecret: canary('hotseat', 'wrong') },
    );
    const logging = logIn();
    await browser.visit(await pageOf(), { as: 'ada' });
    expect(await logging).toMatchObject({ ok: false, error: { code: 'serverError', status: 401 } });
    const session = { accessToken: canary('ada', 'access'), refreshToken: canary('ada', 'refresh') };
    expect(await provider.refresh(session)).toMatchObject({
      ok: false,
      error: { code: 'serverError', status: 401 },
    });
    expect(said()).not.toContain('CANARY');
  });

  it('asks for the profile where the id_token does not have it', async () => {
    const { login, issuer } = await openWithAda({ configuration: { conformIdTokenClaims: true } });
    expect(login.profile).toEqual({ name: 'Ada Lovelace', email: 'ada@example.com' });
    expect(issuer.countOf('/me')).toBe(1);
  });
});

describe('cancelling a login', () => {
  const cancelled = fail({ code: 'cancelled' });

  it('D6: before it began, nothing is asked', async () => {
    const { logIn, issuer } = await open();
    expect(await logIn({ cancellation: AbortSignal.abort() })).toEqual(cancelled);
    expect(issuer.asked).toEqual([]);
  });

  it('D6: while the metadata is on its way, no page is opened', async () => {
    const { logIn, issuer, opened, provider } = await open();
    const controller = new AbortController();
    const logging = logIn({ cancellation: controller.signal });
    controller.abort();
    expect(await logging).toEqual(cancelled);
    // The answer has come when the next question, which needs it too, is answered.
    await provider.endSessionUrl?.({});
    expect(issuer.asked).toEqual(['GET /.well-known/openid-configuration']);
    expect(opened).toEqual([]);
  });

  it('D6: while the browser shows the page, nobody listens any more', async () => {
    const { logIn, pageOf, givenBack, timers } = await open();
    const controller = new AbortController();
    const logging = logIn({ cancellation: controller.signal });
    const redirect = new URL(await pageOf()).searchParams.get('redirect_uri') ?? '';
    controller.abort();
    expect(await logging).toEqual(cancelled);
    await expect(fetch(redirect)).rejects.toThrow();
    expect(givenBack).toEqual([]);
    expect(timers.pendingCount()).toBe(0);
  });

  it('D6: after the code was handed over, what was granted is given back', async () => {
    const controller = new AbortController();
    const { logIn, pageOf, givenBack, browser, issuer, provider } = await open({
      configuration: {
        issueRefreshToken: () => {
          controller.abort();
          return true;
        },
      },
    });
    const logging = logIn({ cancellation: controller.signal });
    const shown = await browser.visit(await pageOf(), { as: 'ada' });
    expect(await logging).toEqual(cancelled);
    expect(shown.text).toContain('You are not signed in');
    await until(() => givenBack.length > 0);
    expect(issuer.liveRefreshTokens()).toBe(1);
    const token = givenBack[0]?.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(issuer.liveRefreshTokens()).toBe(0);
  });

  it('D6: while a device code waits, it asks no more', async () => {
    const { logInByDevice, steps, timers, issuer } = await open();
    const controller = new AbortController();
    const logging = logInByDevice({ cancellation: controller.signal });
    await until(() => steps.length > 0);
    controller.abort();
    expect(await logging).toEqual(cancelled);
    await until(() => timers.pendingCount() === 0);
    expect(issuer.countOf('/token')).toBe(0);
  });
});

describe('a session of a certified provider', () => {
  it('is refreshed with a new refresh token each time', async () => {
    const { login, provider, issuer } = await openWithAda();
    const once = valueOf(await provider.refresh(login.session));
    const twice = valueOf(await provider.refresh(once));
    const tokens = [login.session, once, twice].map(({ refreshToken }) => refreshToken);
    expect(new Set(tokens).size).toBe(3);
    expect(twice).toMatchObject({ subject: 'ada', accessExpiresAtMs: expect.any(Number) });
    expect(issuer.liveRefreshTokens()).toBe(1);
  });

  it('keeps its refresh token where none comes back', async () => {
    const { login, provider } = await openWithAda({ configuration: { rotateRefreshToken: false } });
    const refreshed = valueOf(await provider.refresh(login.session));
    expect(refreshed.refreshToken).toBe(login.session.refreshToken);
    expect(refreshed.accessToken).not.toBe(login.session.accessToken);
  });

  it('C3, T28: a refresh token used twice ends the whole family, and only that', async () => {
    const { login, provider, browser, logIn, pageOf } = await openWithAda();
    const logging = logIn();
    await browser.visit(await pageOf(1), { as: 'grace' });
    const other = valueOf(await logging);
    const refreshed = valueOf(await provider.refresh(login.session));
    expect(await provider.refresh(login.session)).toEqual(rejected);
    expect(await provider.refresh(refreshed)).toEqual(rejected);
    expect((await provider.refresh(other.session)).ok).toBe(true);
  });

  it('C3, T31: is refused once an administrator has ended it', async () => {
    const { login, provider, issuer } = await openWithAda();
    await issuer.revokeAllOf('ada');
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it.each([500, 503, 429])('C4, T33: is not ended by an answer %i', async (status) => {
    const { login, provider, issuer } = await openWithAda();
    issuer.failWith(status);
    expect(await provider.refresh(login.session)).toMatchObject({
      ok: false,
      error: { code: 'serverError', status },
    });
    issuer.failWith(undefined);
    expect((await provider.refresh(login.session)).ok).toBe(true);
  });

  it('C7: is not ended by an issuer that cannot be reached', async () => {
    const { login, provider, issuer } = await openWithAda();
    await issuer.stop();
    running.splice(running.indexOf(issuer), 1);
    const unreachable = fail({ code: 'networkUnavailable' });
    expect(await provider.refresh(login.session)).toEqual(unreachable);
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toEqual(unreachable);
  });

  it('T14: is ended at the issuer; ending it twice is a success', async () => {
    const { login, provider, issuer } = await openWithAda();
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(issuer.liveRefreshTokens()).toBe(0);
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it('has nothing to end where the issuer does not revoke', async () => {
    const { login, provider, issuer } = await openWithAda({
      configuration: { features: { revocation: { enabled: false } } },
    });
    const before = issuer.asked.length;
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(issuer.asked).toHaveLength(before);
  });

  const withoutRefresh = { service: { scopes: ['openid', 'profile', 'email'] } };

  it('without a refresh token it is good as long as the issuer says whose it is', async () => {
    const { login, provider } = await openWithAda({}, withoutRefresh);
    expect(login.session.refreshToken).toBeUndefined();
    expect(valueOf(await provider.refresh(login.session))).toEqual(login.session);
    await provider.revoke({ kind: 'accessToken', token: login.session.accessToken });
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it('without a refresh token, and nobody to ask, it is good until it expires', async () => {
    const { login, provider } = await openWithAda(
      { configuration: { features: { userinfo: { enabled: false } } } },
      withoutRefresh,
    );
    expect(valueOf(await provider.refresh(login.session))).toEqual(login.session);
    expect(await provider.refresh({ ...login.session, accessExpiresAtMs: Date.now() - 1 })).toEqual(rejected);
  });

  it('can be ended in the browser too, by an address without a token', async () => {
    const { provider, browser } = await openWithAda();
    const address = valueOf((await provider.endSessionUrl?.({ email: 'ada@example.com' })) ?? rejected);
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      client_id: 'hotseat',
      logout_hint: 'ada@example.com',
    });
    const shown = await browser.visit(address);
    expect(shown.status).toBe(200);
  });
});

describe('the keys of a certified provider', () => {
  it('D5: are fetched once, and once more when it signs with another', async () => {
    const { issuer, browser, logIn, pageOf, provider, login } = await openWithAda();
    expect(issuer.countOf('/jwks')).toBe(1);
    expect((await provider.refresh(login.session)).ok).toBe(true);
    expect(issuer.countOf('/jwks')).toBe(1);
    await issuer.rotateKeys();
    const logging = logIn();
    await browser.visit(await pageOf(1), { as: 'grace' });
    const { subject, session } = valueOf(await logging);
    expect(subject).toBe('grace');
    expect(issuer.countOf('/jwks')).toBe(2);
    expect((await provider.refresh(session)).ok).toBe(true);
    expect(issuer.countOf('/jwks')).toBe(2);
    expect(issuer.countOf('/.well-known/openid-configuration')).toBe(1);
  });
});

describe('a device code of a certified provider', () => {
  const openWithCode = async (options: Partial<OpenIdProviderOptions> = {}) => {
    const stage = await open(options);
    const logging = stage.logInByDevice();
    await until(() => stage.steps.length > 0);
    const [step] = stage.steps;
    if (step?.kind !== 'deviceCode') throw new Error('There is no device code');
    /** One round of asking: the login waits for its code's time and for the next round. */
    const ask = async (): Promise<void> => {
      const count = stage.issuer.countOf('/token');
      await until(() => stage.timers.pendingCount() === 2);
      await stage.timers.advance(5000);
      await until(() => stage.issuer.countOf('/token') > count);
    };
    return { ...stage, logging, step, ask };
  };

  it('D7: signs in when the person has approved it elsewhere', async () => {
    const { logging, step, ask, browser, issuer } = await openWithCode();
    expect(step.verificationUrl).toBe(`${issuer.issuer}/device`);
    expect(step.userCode).toMatch(/^\w{4}-\w{4}$/);
    expect(step.expiresAtMs).toBeGreaterThan(Date.now() + 590_000);
    await ask();
    await ask();
    const shown = await browser.visit(step.completeUrl ?? '', { as: 'ada' });
    expect(shown.status).toBe(200);
    await ask();
    const login = valueOf(await logging);
    expect(login.subject).toBe('ada');
    expect(login.session.refreshToken).toBeDefined();
  });

  it('D7: tells that the person said no', async () => {
    const { logging, step, ask, browser } = await openWithCode();
    await browser.visit(step.completeUrl ?? '', { cancels: true });
    await ask();
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'denied' }));
  });

  it('D7: tells that nobody approved it in time', async () => {
    const { logging, timers, issuer } = await openWithCode({
      configuration: { ttl: { DeviceCode: 4 } },
    });
    await timers.advance(4000);
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'tooLate' }));
    expect(issuer.countOf('/token')).toBe(0);
  });

  it('D7: goes on through failures of the server, more and more slowly', async () => {
    const { logging, step, ask, browser, issuer, timers } = await openWithCode();
    await browser.visit(step.completeUrl ?? '', { as: 'ada' });
    issuer.failWith(503);
    await ask();
    await until(() => timers.pendingCount() === 2);
    await timers.advance(9999);
    expect(issuer.countOf('/token')).toBe(1);
    issuer.failWith(undefined);
    await timers.advance(1);
    expect(valueOf(await logging).subject).toBe('ada');
  });
});
