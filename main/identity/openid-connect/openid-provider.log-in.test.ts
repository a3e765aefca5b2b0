import { afterEach, describe, expect, it } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { CertifiedStage } from './testing/certified-stage.ts';
import { createPersonWithBrowser } from './testing/person-with-browser.ts';
import { canary, until, valueOf } from './testing/signing-in.ts';

const stage = new CertifiedStage();
afterEach(() => stage.close());

describe('signing in at a certified provider', () => {
  it('signs in through the browser, and knows who it is and when the session ends', async () => {
    const { login, shown, steps, opened } = await stage.openWithAda();
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
    const { opened } = await stage.openWithAda();
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
    const { browser, logIn, pageOf, login } = await stage.openWithAda();
    const second = logIn();
    await browser.visit(await pageOf(1), { as: 'grace' });
    expect(valueOf(await second).subject).toBe('grace');
    expect(login.subject).toBe('ada');
  });

  it('D6: logging in again asks for that person and a fresh proof; who came back is told', async () => {
    const { browser, logIn, pageOf } = await stage.openWithAda();
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
    const { browser, logIn, pageOf, givenBack } = await stage.open();
    const logging = logIn();
    const shown = await browser.visit(await pageOf(), { cancels: true });
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'denied' }));
    expect(shown.text).toContain('You are not signed in');
    expect(givenBack).toEqual([]);
  });

  it('D6: two logins at once do not cross, whichever comes back first', async () => {
    const { logIn, pageOf } = await stage.open();
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
    const { login } = await stage.openWithAda(
      {
        client: { client_secret: clientSecret, token_endpoint_auth_method: way },
        configuration: { clientAuthMethods: [way] },
      },
      { clientSecret },
    );
    expect(login.subject).toBe('ada');
  });

  it('says of a client secret that cannot be read that the key store is away', async () => {
    const { logIn } = await stage.open({}, { service: { hasClientSecret: true } });
    expect(await logIn()).toEqual(fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }));
  });

  it('says the problem of a client secret that is wrong, and does not repeat it', async () => {
    const { logIn, pageOf, browser, provider, said } = await stage.open(
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
    const { login, issuer } = await stage.openWithAda({ configuration: { conformIdTokenClaims: true } });
    expect(login.profile).toEqual({ name: 'Ada Lovelace', email: 'ada@example.com' });
    expect(issuer.countOf('/me')).toBe(1);
  });
});

describe('cancelling a login', () => {
  const cancelled = fail({ code: 'cancelled' });

  it('D6: before it began, nothing is asked', async () => {
    const { logIn, issuer } = await stage.open();
    expect(await logIn({ cancellation: AbortSignal.abort() })).toEqual(cancelled);
    expect(issuer.asked).toEqual([]);
  });

  it('D6: while the metadata is on its way, no page is opened', async () => {
    const { logIn, issuer, opened, provider } = await stage.open();
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
    const { logIn, pageOf, givenBack, timers } = await stage.open();
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
    const { logIn, pageOf, givenBack, browser, issuer, provider } = await stage.open({
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
    const { logInByDevice, steps, timers, issuer } = await stage.open();
    const controller = new AbortController();
    const logging = logInByDevice({ cancellation: controller.signal });
    await until(() => steps.length > 0);
    controller.abort();
    expect(await logging).toEqual(cancelled);
    await until(() => timers.pendingCount() === 0);
    expect(issuer.countOf('/token')).toBe(0);
  });
});
