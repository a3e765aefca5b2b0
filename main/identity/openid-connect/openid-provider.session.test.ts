import { afterEach, describe, expect, it } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { CertifiedStage } from './testing/certified-stage.ts';
import type { OpenIdProviderOptions } from './testing/openid-provider.ts';
import { until, valueOf } from './testing/signing-in.ts';

const stage = new CertifiedStage();
afterEach(() => stage.close());

const rejected = fail({ code: 'authenticationRejected' });

describe('a session of a certified provider', () => {
  it('is refreshed with a new refresh token each time', async () => {
    const { login, provider, issuer } = await stage.openWithAda();
    const once = valueOf(await provider.refresh(login.session));
    const twice = valueOf(await provider.refresh(once));
    const tokens = [login.session, once, twice].map(({ refreshToken }) => refreshToken);
    expect(new Set(tokens).size).toBe(3);
    expect(twice).toMatchObject({ subject: 'ada', accessExpiresAtMs: expect.any(Number) });
    expect(issuer.liveRefreshTokens()).toBe(1);
  });

  it('keeps its refresh token where none comes back', async () => {
    const { login, provider } = await stage.openWithAda({ configuration: { rotateRefreshToken: false } });
    const refreshed = valueOf(await provider.refresh(login.session));
    expect(refreshed.refreshToken).toBe(login.session.refreshToken);
    expect(refreshed.accessToken).not.toBe(login.session.accessToken);
  });

  it('C3, T28: a refresh token used twice ends the whole family, and only that', async () => {
    const { login, provider, browser, logIn, pageOf } = await stage.openWithAda();
    const logging = logIn();
    await browser.visit(await pageOf(1), { as: 'grace' });
    const other = valueOf(await logging);
    const refreshed = valueOf(await provider.refresh(login.session));
    expect(await provider.refresh(login.session)).toEqual(rejected);
    expect(await provider.refresh(refreshed)).toEqual(rejected);
    expect((await provider.refresh(other.session)).ok).toBe(true);
  });

  it('C3, T31: is refused once an administrator has ended it', async () => {
    const { login, provider, issuer } = await stage.openWithAda();
    await issuer.revokeAllOf('ada');
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it.each([500, 503, 429])('C4, T33: is not ended by an answer %i', async (status) => {
    const { login, provider, issuer } = await stage.openWithAda();
    issuer.failWith(status);
    expect(await provider.refresh(login.session)).toMatchObject({
      ok: false,
      error: { code: 'serverError', status },
    });
    issuer.failWith(undefined);
    expect((await provider.refresh(login.session)).ok).toBe(true);
  });

  it('C7: is not ended by an issuer that cannot be reached', async () => {
    const { login, provider, issuer } = await stage.openWithAda();
    await issuer.stop();
    const unreachable = fail({ code: 'networkUnavailable' });
    expect(await provider.refresh(login.session)).toEqual(unreachable);
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toEqual(unreachable);
  });

  it('T14: is ended at the issuer; ending it twice is a success', async () => {
    const { login, provider, issuer } = await stage.openWithAda();
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(issuer.liveRefreshTokens()).toBe(0);
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it('has nothing to end where the issuer does not revoke', async () => {
    const { login, provider, issuer } = await stage.openWithAda({
      configuration: { features: { revocation: { enabled: false } } },
    });
    const before = issuer.asked.length;
    const token = login.session.refreshToken ?? '';
    expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    expect(issuer.asked).toHaveLength(before);
  });

  const withoutRefresh = { service: { scopes: ['openid', 'profile', 'email'] } };

  it('without a refresh token it is good as long as the issuer says whose it is', async () => {
    const { login, provider } = await stage.openWithAda({}, withoutRefresh);
    expect(login.session.refreshToken).toBeUndefined();
    expect(valueOf(await provider.refresh(login.session))).toEqual(login.session);
    await provider.revoke({ kind: 'accessToken', token: login.session.accessToken });
    expect(await provider.refresh(login.session)).toEqual(rejected);
  });

  it('without a refresh token, and nobody to ask, it is good until it expires', async () => {
    const { login, provider } = await stage.openWithAda(
      { configuration: { features: { userinfo: { enabled: false } } } },
      withoutRefresh,
    );
    expect(valueOf(await provider.refresh(login.session))).toEqual(login.session);
    expect(await provider.refresh({ ...login.session, accessExpiresAtMs: Date.now() - 1 })).toEqual(rejected);
  });

  it('can be ended in the browser too, by an address without a token', async () => {
    const { provider, browser } = await stage.openWithAda();
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
    const { issuer, browser, logIn, pageOf, provider, login } = await stage.openWithAda();
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
    const opened = await stage.open(options);
    const logging = opened.logInByDevice();
    await until(() => opened.steps.length > 0);
    const [step] = opened.steps;
    if (step?.kind !== 'deviceCode') throw new Error('There is no device code');
    /** One round of asking: the login waits for its code's time and for the next round. */
    const ask = async (): Promise<void> => {
      const count = opened.issuer.countOf('/token');
      await until(() => opened.timers.pendingCount() === 2);
      await opened.timers.advance(5000);
      await until(() => opened.issuer.countOf('/token') > count);
    };
    return { ...opened, logging, step, ask };
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
