import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { HostileStage } from './testing/hostile-stage.ts';
import { canary, until, valueOf } from './testing/signing-in.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(async () => {
  vi.useRealTimers();
  await stage.close();
});

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });
const rejected = fail({ code: 'authenticationRejected' });

describe('an honest answer, so that the refusals below mean something', () => {
  it('is accepted', async () => {
    const { outcome, givenBack } = await stage.signInUnder({});
    expect(valueOf(outcome)).toMatchObject({ subject: 'ada', profile: { name: 'Ada' } });
    expect(valueOf(outcome).session).toMatchObject(stage.issuer.granted());
    expect(givenBack).toEqual([]);
  });

  it('is accepted with a fresh proof', async () => {
    const { outcome } = await stage.signInUnder({}, { expected: { subject: 'ada' } });
    expect(valueOf(outcome).subject).toBe('ada');
  });

  it('is accepted where the issuer does not list that clients may be without a secret', async () => {
    const { outcome } = await stage.signInUnder({
      metadata: (honest) => ({ ...honest, token_endpoint_auth_methods_supported: ['client_secret_basic'] }),
    });
    expect(valueOf(outcome).subject).toBe('ada');
  });
});

describe('a browser that cannot be opened', () => {
  it('leaves the address to be taken elsewhere', async () => {
    const { logIn, steps, said } = stage.open({}, { isBrowserMissing: true });
    const logging = logIn();
    await until(() => steps.length > 0);
    const [step] = steps;
    if (step?.kind === 'browser') await fetch(step.url);
    expect(valueOf(await logging).subject).toBe('ada');
    expect(said()).toContain('the browser was not opened');
  });
});

describe('the way back from the issuer', () => {
  it('D1: another state is refused, and the login goes on waiting', async () => {
    const { logIn, pageOf } = stage.open({
      callback: (url) => {
        url.searchParams.set('state', canary('eve', 'state'));
        return url;
      },
    });
    const controller = new AbortController();
    const logging = logIn({ cancellation: controller.signal });
    const shown = await fetch(await pageOf());
    expect(shown.status).toBe(400);
    expect(stage.issuer.countOf('/token')).toBe(0);
    controller.abort();
    expect(await logging).toEqual(fail({ code: 'cancelled' }));
  });

  it.each([
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://other.example')],
    ['no issuer, which was promised', (url: URL) => url.searchParams.delete('iss')],
    ['two issuers', (url: URL) => url.searchParams.append('iss', url.searchParams.get('iss') ?? '')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['a token of the implicit flow', (url: URL) => url.searchParams.set('id_token', 'a.b.c')],
  ])('D4: %s: nothing is asked of the token endpoint', async (_what, change) => {
    const callback = (url: URL): URL => {
      change(url);
      return url;
    };
    const { outcome, shown } = await stage.signInUnder({ callback });
    expect(outcome).toEqual(untrusted);
    expect(await shown?.text()).toContain('You are not signed in');
    expect(stage.issuer.countOf('/token')).toBe(0);
  });

  it('D6: an error is told as one line of plain text', async () => {
    const { outcome } = await stage.signInUnder({
      callback: (url) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'temporarily_unavailable');
        url.searchParams.set('error_description', `Come\n back \u202Elater ${'x'.repeat(500)}`);
        return url;
      },
    });
    const text = expect.stringMatching(/^Come {1,2}back later x+…$/);
    expect(outcome).toEqual(fail({ code: 'serverError', text }));
  });

  it('a code that is not good any more is a rejection', async () => {
    const body = { error: 'invalid_grant' };
    const { outcome, givenBack } = await stage.signInUnder({ token: () => ({ status: 400, body }) });
    expect(outcome).toEqual(rejected);
    expect(givenBack).toEqual([]);
  });
});

describe('metadata', () => {
  it.each([
    ['another issuer', { issuer: 'https://other.example' }],
    ['the issuer with a slash', { issuer: 'SLASH' }],
    ['the token endpoint at http elsewhere', { token_endpoint: 'http://other.example/token' }],
    ['an endpoint that is a file', { userinfo_endpoint: 'file:///etc/passwd' }],
    ['an endpoint with a user in it', { jwks_uri: 'https://a@other.example/jwks' }],
  ])('D4: %s is refused', async (_what, change) => {
    const named = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [
        name,
        value === 'SLASH' ? `${stage.issuer.issuer}/` : value,
      ]),
    );
    const { outcome, opened } = await stage.signInUnder({ metadata: (honest) => ({ ...honest, ...named }) });
    expect(outcome).toEqual(untrusted);
    expect(opened).toEqual([]);
  });

  it.each(['token_endpoint', 'jwks_uri', 'authorization_endpoint', 'end_session_endpoint'])(
    'D4: a %s where nobody has seen it is refused, and nothing is sent there',
    async (endpoint) => {
      const { heard, origin } = await stage.serveElsewhere(stage.issuer.key.jwk);
      const { outcome, provider, opened } = await stage.signInUnder({
        metadata: (honest) => ({ ...honest, [endpoint]: `${origin}/somewhere` }),
      });
      const otherOrigin = fail({ code: 'serverError', problem: 'otherOrigin' });
      expect(outcome).toEqual(otherOrigin);
      const session = { accessToken: canary('ada', 'access'), refreshToken: canary('ada', 'refresh') };
      expect(await provider.refresh(session)).toEqual(otherOrigin);
      expect(await provider.revoke({ kind: 'refreshToken', token: session.refreshToken })).toEqual(
        otherOrigin,
      );
      expect([heard, opened]).toEqual([[], []]);
    },
  );

  it('an endpoint at an origin that the person has seen is used', async () => {
    const { heard, origin } = await stage.serveElsewhere(stage.issuer.key.jwk);
    const { signIn } = stage.open(
      { metadata: (honest) => ({ ...honest, jwks_uri: `${origin}/keys` }) },
      { service: { otherOrigins: [origin] } },
    );
    expect((await signIn()).outcome.ok).toBe(true);
    expect(heard).toEqual(['/keys']);
  });

  it('is asked for again after a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signIn } = stage.open();
    await signIn();
    await signIn();
    expect(stage.issuer.countOf('/.well-known/openid-configuration')).toBe(1);
    vi.setSystemTime(Date.now() + 24 * 3_600_000);
    await signIn();
    expect(stage.issuer.countOf('/.well-known/openid-configuration')).toBe(2);
  });

  it('is asked for again after an endpoint was not there', async () => {
    const { signIn } = stage.open({ token: () => ({ status: 404, body: 'Not here' }) });
    expect((await signIn()).outcome).toEqual(fail({ code: 'serverError', status: 404 }));
    stage.issuer.mischief.token = undefined;
    expect((await signIn()).outcome.ok).toBe(true);
    expect(stage.issuer.countOf('/.well-known/openid-configuration')).toBe(2);
  });
});
