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

describe('signing in at a certified provider', () => {
  it('signs in through the browser, and knows who it is and when the session ends', async () => {
    const { login, shown, steps } = await openWithAda();
    expect(login).toMatchObject({
      subject: 'ada',
      profile: { name: 'Ada Lovelace', email: 'ada@example.com' },
      identities: [{ id: 'ada', providerType: 'openid-connect' }],
      isAnonymous: false,
    });
    expect(login.session.refreshToken).toBeDefined();
    expect(login.session.accessExpiresAtMs).toBeGreaterThan(Date.now() + 590_000);
    expect(steps.map(({ kind }) => kind)).toEqual(['browser']);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('You are signed in');
  });
});
