import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { listening } from './testing/listening.ts';
import {
  newSigningKey,
  signed,
  startHostileProvider,
  type HostileProvider,
  type Mischief,
  type SigningKey,
} from './testing/hostile-provider.ts';
import { canary, openSigningIn, until, valueOf, type SigningInOptions } from './testing/signing-in.ts';

let issuer: HostileProvider;
const stages: ReturnType<typeof openSigningIn>[] = [];
const ends: (() => void)[] = [];
beforeEach(async () => {
  issuer = await startHostileProvider();
});
afterEach(async () => {
  vi.useRealTimers();
  await issuer.stop();
  for (const end of ends.splice(0)) end();
  for (const stage of stages.splice(0)) {
    const said = stage.said();
    for (const secret of stage.secrets()) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/CANARY-\w+-(?:access|refresh|deviceCode|code)/);
  }
});

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });
const rejected = fail({ code: 'authenticationRejected' });

const open = (mischief: Mischief = {}, signingIn: Partial<SigningInOptions> = {}) => {
  Object.assign(issuer.mischief, mischief);
  const stage = openSigningIn({ issuer: issuer.issuer, ...signingIn });
  stages.push(stage);
  /** Signs in as whoever the issuer says; the browser goes where it is sent. */
  const signIn = async (circumstances: Parameters<typeof stage.logIn>[0] = {}) => {
    const count = stage.opened.length;
    const logging = stage.logIn(circumstances);
    const failed = logging.then(() => undefined);
    const page = await Promise.race([stage.pageOf(count), failed]);
    const shown = page === undefined ? undefined : await fetch(page);
    return { outcome: await logging, shown };
  };
  return { ...stage, signIn };
};

const signInUnder = async (mischief: Mischief, circumstances = {}) => {
  const stage = open(mischief);
  return { ...stage, ...(await stage.signIn(circumstances)) };
};

describe('an honest answer, so that the refusals below mean something', () => {
  it('is accepted', async () => {
    const { outcome, givenBack } = await signInUnder({});
    expect(valueOf(outcome)).toMatchObject({ subject: 'ada', profile: { name: 'Ada' } });
    expect(valueOf(outcome).session).toMatchObject(issuer.granted());
    expect(givenBack).toEqual([]);
  });

  it('is accepted with a fresh proof', async () => {
    const { outcome } = await signInUnder({}, { expected: { subject: 'ada' } });
    expect(valueOf(outcome).subject).toBe('ada');
  });
});

describe('a browser that cannot be opened', () => {
  it('leaves the address to be taken elsewhere', async () => {
    const { logIn, steps, said } = open({}, { isBrowserMissing: true });
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
    const { logIn, pageOf } = open({
      callback: (url) => {
        url.searchParams.set('state', canary('eve', 'state'));
        return url;
      },
    });
    const controller = new AbortController();
    const logging = logIn({ cancellation: controller.signal });
    const shown = await fetch(await pageOf());
    expect(shown.status).toBe(400);
    expect(issuer.countOf('/token')).toBe(0);
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
    const { outcome, shown } = await signInUnder({ callback });
    expect(outcome).toEqual(untrusted);
    expect(await shown?.text()).toContain('You are not signed in');
    expect(issuer.countOf('/token')).toBe(0);
  });

  it('D6: an error is told as one line of plain text', async () => {
    const { outcome } = await signInUnder({
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
    const { outcome, givenBack } = await signInUnder({ token: () => ({ status: 400, body }) });
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
      Object.entries(change).map(([name, value]) => [name, value === 'SLASH' ? `${issuer.issuer}/` : value]),
    );
    const { outcome, opened } = await signInUnder({ metadata: (honest) => ({ ...honest, ...named }) });
    expect(outcome).toEqual(untrusted);
    expect(opened).toEqual([]);
  });

  const openElsewhere = async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [issuer.key.jwk] }));
    });
    ends.push(() => server.close());
    return { heard, origin: `http://127.0.0.1:${await listening(server)}` };
  };

  it.each(['token_endpoint', 'jwks_uri', 'authorization_endpoint', 'end_session_endpoint'])(
    'D4: a %s where nobody has seen it is refused, and nothing is sent there',
    async (endpoint) => {
      const { heard, origin } = await openElsewhere();
      const { outcome, provider, opened } = await signInUnder({
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
    const { heard, origin } = await openElsewhere();
    const { signIn } = open(
      { metadata: (honest) => ({ ...honest, jwks_uri: `${origin}/keys` }) },
      { service: { otherOrigins: [origin] } },
    );
    expect((await signIn()).outcome.ok).toBe(true);
    expect(heard).toEqual(['/keys']);
  });

  it('is asked for again after a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signIn } = open();
    await signIn();
    await signIn();
    expect(issuer.countOf('/.well-known/openid-configuration')).toBe(1);
    vi.setSystemTime(Date.now() + 24 * 3_600_000);
    await signIn();
    expect(issuer.countOf('/.well-known/openid-configuration')).toBe(2);
  });

  it('is asked for again after an endpoint was not there', async () => {
    const { signIn } = open({ token: () => ({ status: 404, body: 'Not here' }) });
    expect((await signIn()).outcome).toEqual(fail({ code: 'serverError', status: 404 }));
    issuer.mischief.token = undefined;
    expect((await signIn()).outcome.ok).toBe(true);
    expect(issuer.countOf('/.well-known/openid-configuration')).toBe(2);
  });
});

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const hourSeconds = 3600;

/** The trick of using the published key as if it were a shared secret. */
const signedByHmac = (claims: JWTPayload, { jwk }: SigningKey): string => {
  const text = `${base64({ alg: 'HS256', kid: jwk.kid })}.${base64(claims)}`;
  return `${text}.${createHmac('sha256', JSON.stringify(jwk)).update(text).digest('base64url')}`;
};

const supporting = (...algorithms: string[]): Mischief => ({
  metadata: (honest) => ({ ...honest, id_token_signing_alg_values_supported: algorithms }),
});

const changed = (change: (claims: JWTPayload) => JWTPayload): Mischief => ({ claims: change });

describe('an id_token', () => {
  it.each<[string, Mischief]>([
    ['alg none', { sign: async (claims) => `${base64({ alg: 'none' })}.${base64(claims)}.` }],
    [
      'alg none that the issuer lists',
      {
        ...supporting('none', 'RS256'),
        sign: async (claims) => `${base64({ alg: 'none' })}.${base64(claims)}.`,
      },
    ],
    ['HS256 with the public key', { sign: async (claims, key) => signedByHmac(claims, key) }],
    [
      'HS256 with the public key that the issuer lists',
      { ...supporting('HS256', 'RS256'), sign: async (claims, key) => signedByHmac(claims, key) },
    ],
    [
      'another key under the same id',
      { sign: async (claims) => signed(claims, await newSigningKey('first')) },
    ],
    ['an unknown key', { sign: async (claims) => signed(claims, await newSigningKey('other')) }],
    ['a critical header', { sign: (claims, key) => signed(claims, key, { crit: ['unknown'], unknown: 1 }) }],
    ['another audience', changed((claims) => ({ ...claims, aud: 'other' }))],
    ['more audiences without azp', changed((claims) => ({ ...claims, aud: ['hotseat', 'other'] }))],
    [
      'more audiences and another azp',
      changed((claims) => ({ ...claims, aud: ['hotseat', 'other'], azp: 'other' })),
    ],
    ['another azp', changed((claims) => ({ ...claims, azp: 'other' }))],
    ['another issuer', changed((claims) => ({ ...claims, iss: 'https://other.example' }))],
    ['another nonce', changed((claims) => ({ ...claims, nonce: 'other' }))],
    ['no nonce', changed(({ nonce: _nonce, ...claims }) => claims)],
    ['that has expired', changed((claims) => ({ ...claims, exp: (claims.exp ?? 0) - hourSeconds }))],
    ['from the future', changed((claims) => ({ ...claims, iat: (claims.iat ?? 0) + hourSeconds }))],
    ['not good yet', changed((claims) => ({ ...claims, nbf: (claims.iat ?? 0) + hourSeconds }))],
    ['without a subject', changed(({ sub: _sub, ...claims }) => claims)],
    ['with an empty subject', changed((claims) => ({ ...claims, sub: '' }))],
    ['with a subject of a megabyte', changed((claims) => ({ ...claims, sub: 'a'.repeat(100_000) }))],
    ['that is not there', { token: ({ id_token: _idToken, ...body }) => ({ body }) }],
  ])('D5: %s: refused, and what was granted is given back', async (_what, mischief) => {
    const { outcome, givenBack } = await signInUnder(mischief);
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toEqual([issuer.granted()]);
  });

  it('D5: the address of another key set is not asked, and its key not taken', async () => {
    const other = await newSigningKey('other');
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [other.jwk] }));
    });
    ends.push(() => server.close());
    const jku = `http://127.0.0.1:${await listening(server)}/jwks`;
    const { outcome } = await signInUnder({
      sign: (claims) => signed(claims, other, { jku, jwk: other.jwk }),
    });
    expect(outcome).toEqual(untrusted);
    expect(heard).toEqual([]);
  });

  it.each<[string, Mischief]>([
    ['too old', changed((claims) => ({ ...claims, auth_time: (claims.iat ?? 0) - 60 }))],
    ['missing', changed(({ auth_time: _authTime, ...claims }) => claims)],
  ])('D6: a proof that is %s is refused where a fresh one was asked for', async (_what, mischief) => {
    const { outcome, givenBack } = await signInUnder(mischief, { expected: { subject: 'ada' } });
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toHaveLength(1);
  });

  it('D6: a proof is fresh although the person took their time after it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const authenticatedAt = Math.floor(Date.now() / 1000);
    const { signIn } = open({
      callback: (url) => {
        vi.setSystemTime(Date.now() + 120_000);
        return url;
      },
      claims: (claims) => ({ ...claims, auth_time: authenticatedAt }),
    });
    expect((await signIn({ expected: { subject: 'ada' } })).outcome.ok).toBe(true);
  });
});

describe('keys', () => {
  it('D5: an unknown key has them fetched once more, then not for a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signIn } = open();
    const other = await newSigningKey('other');
    const signInByOther = async () => {
      issuer.mischief.sign = (claims) => signed(claims, other);
      return (await signIn()).outcome;
    };
    expect((await signIn()).outcome.ok).toBe(true);
    expect(issuer.countOf('/jwks')).toBe(1);
    for (let count = 0; count < 3; count += 1) expect(await signInByOther()).toEqual(untrusted);
    expect(issuer.countOf('/jwks')).toBe(2);
    vi.setSystemTime(Date.now() + 61_000);
    for (let count = 0; count < 3; count += 1) expect(await signInByOther()).toEqual(untrusted);
    expect(issuer.countOf('/jwks')).toBe(3);
    issuer.mischief.sign = undefined;
    expect((await signIn()).outcome.ok).toBe(true);
    expect(issuer.countOf('/jwks')).toBe(3);
  });

  it('D5: ten megabytes of them are not taken', async () => {
    const { outcome, givenBack } = await signInUnder({
      keys: (honest) => ({ body: { ...honest, padding: 'x'.repeat(10_000_000) } }),
    });
    expect(outcome).toEqual(fail({ code: 'serverError', problem: 'otherProtocol' }));
    expect(givenBack).toHaveLength(1);
  });

  it('a refresh survives that they cannot be fetched: the old token is spent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signIn, provider } = open();
    const { session } = valueOf((await signIn()).outcome);
    vi.setSystemTime(Date.now() + 600_000);
    issuer.mischief.keys = () => ({ status: 503, body: 'Later' });
    const refreshed = valueOf(await provider.refresh(session));
    expect(refreshed).toMatchObject(issuer.granted());
    expect(issuer.countOf('/token')).toBe(2);
  });
});

describe('time', () => {
  it.each([-hourSeconds, hourSeconds])(
    'A13: an issuer whose clock is %i seconds off is understood',
    async (seconds) => {
      const { outcome, ...stage } = await signInUnder(
        { aheadMs: seconds * 1000 },
        { expected: { subject: 'ada' } },
      );
      const { session } = valueOf(outcome);
      expect(Math.abs((session.accessExpiresAtMs ?? 0) - Date.now() - 300_000)).toBeLessThan(5000);
      expect((await stage.provider.refresh(session)).ok).toBe(true);
    },
  );

  it('A13: this clock may be set while a login or a refresh is under way', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const day = 24 * 3_600_000;
    const { signIn, provider } = open({
      callback: (url) => {
        vi.setSystemTime(Date.now() + day);
        issuer.mischief.aheadMs = -day;
        return url;
      },
    });
    const { session } = valueOf((await signIn()).outcome);
    expect(issuer.countOf('/token')).toBe(1);
    vi.setSystemTime(Date.now() - 2 * day);
    issuer.mischief.aheadMs = day;
    expect(valueOf(await provider.refresh(session))).toMatchObject(issuer.granted());
    expect(issuer.countOf('/token')).toBe(2);
  });

  it('A13: an id_token that has expired by the issuer’s own clock is refused, whatever this one says', async () => {
    const { outcome } = await signInUnder({
      aheadMs: hourSeconds * 1000,
      claims: (claims) => ({ ...claims, exp: (claims.iat ?? 0) - 60 }),
    });
    expect(outcome).toEqual(untrusted);
  });
});

describe('a refresh', () => {
  const openWithSession = async (mischief: Mischief = {}) => {
    const stage = open();
    const { session } = valueOf((await stage.signIn()).outcome);
    Object.assign(issuer.mischief, mischief);
    return { ...stage, session };
  };

  it.each<[string, Mischief]>([
    ['of somebody else', changed((claims) => ({ ...claims, sub: 'eve' }))],
    ['for another client', changed((claims) => ({ ...claims, aud: 'other' }))],
    ['by another key', { sign: async (claims) => signed(claims, await newSigningKey('first')) }],
  ])('an id_token %s is refused, and the session is not taken for ended', async (_what, mischief) => {
    const { provider, session } = await openWithSession(mischief);
    expect(await provider.refresh(session)).toEqual(untrusted);
  });

  it.each([
    [{ status: 400, body: { error: 'invalid_grant' } }, { code: 'authenticationRejected' }],
    [
      { status: 401, body: { error: 'invalid_client' }, headers: { 'www-authenticate': 'Basic' } },
      { code: 'serverError', status: 401, text: 'invalid_client' },
    ],
    [
      { status: 400, body: { error: 'access_denied' } },
      { code: 'serverError', text: 'access_denied' },
    ],
    [
      { status: 500, body: { error: 'invalid_grant' } },
      { code: 'serverError', status: 500 },
    ],
    [
      { status: 429, body: 'Slow down', headers: { 'retry-after': '17' } },
      { code: 'serverError', status: 429, problem: 'tooManyRequests', retryAfterSeconds: 17 },
    ],
    [{ body: '<html>Welcome to our hotel' }, { code: 'serverError', problem: 'otherProtocol' }],
    [
      { body: '{"access_token":', headers: { 'content-type': 'application/json' } },
      { code: 'serverError', problem: 'otherProtocol' },
    ],
    [{ status: 302, headers: { location: '/elsewhere' }, body: '' }, { code: 'serverError' }],
  ])('C3, C4: %j means %j', async (answer, error) => {
    const { provider, session } = await openWithSession({ token: () => answer });
    expect(await provider.refresh(session)).toMatchObject({ ok: false, error });
  });

  it('keeps the refresh token, and when it ends, where none comes back', async () => {
    const { provider, session } = await openWithSession({
      token: ({ refresh_token: _refreshToken, ...body }) => ({ body }),
    });
    const kept = { ...session, refreshExpiresAtMs: Date.now() + 1_800_000 };
    const refreshed = valueOf(await provider.refresh(kept));
    expect(refreshed).toMatchObject({
      refreshToken: session.refreshToken,
      refreshExpiresAtMs: kept.refreshExpiresAtMs,
      accessToken: issuer.granted().accessToken,
    });
  });

  it('C4: a text that repeats the token is dropped', async () => {
    const { provider, session, said } = await openWithSession();
    const text = `No such token: ${session.refreshToken}`;
    issuer.mischief.token = () => ({ status: 400, body: { error: 'x', error_description: text } });
    const outcome = await provider.refresh(session);
    expect(outcome).toEqual(fail({ code: 'serverError', status: 400 }));
    expect(said()).not.toContain(session.refreshToken);
  });

  it.each([
    [{ refresh_expires_in: 1800 }, 1_800_000],
    [{ refresh_token_expires_in: 1800 }, 1_800_000],
    [{ refresh_expires_in: 0 }, undefined],
    [{}, undefined],
  ])('knows from %j when the refresh token ends', async (more, lifeMs) => {
    const { provider, session } = await openWithSession({
      token: (honest) => ({ body: { ...honest, ...more } }),
    });
    const { refreshExpiresAtMs } = valueOf(await provider.refresh(session));
    if (lifeMs === undefined) expect(refreshExpiresAtMs).toBeUndefined();
    else expect(Math.abs((refreshExpiresAtMs ?? 0) - Date.now() - lifeMs)).toBeLessThan(5000);
  });
});

describe('who it is', () => {
  it.each([
    [{ name: 'Ada Lovelace' }, 'Ada Lovelace'],
    [{ given_name: 'Ada', family_name: 'Lovelace' }, 'Ada Lovelace'],
    [{ preferred_username: 'ada' }, 'ada'],
    [{ name: 'A\u202Eda\n L' }, 'Ada  L'],
    [{ name: 7, preferred_username: 'ada' }, 'ada'],
  ])('%j is called %s', async (claims, name) => {
    const { outcome } = await signInUnder({
      claims: ({ name: _name, ...honest }) => ({ ...honest, ...claims }),
    });
    expect(valueOf(outcome).profile.name?.replaceAll(/ +/g, ' ')).toBe(name.replaceAll(/ +/g, ' '));
    expect(issuer.countOf('/userinfo')).toBe(0);
  });

  const withoutName = changed(({ name: _name, ...claims }) => claims);

  it('D5: a profile of somebody else is refused, and what was granted is given back', async () => {
    const { outcome, givenBack } = await signInUnder({
      ...withoutName,
      userInfo: (honest) => ({ body: { ...honest, sub: 'eve' } }),
    });
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toEqual([issuer.granted()]);
  });

  it('no half users: without the profile the login has failed, and what was granted is given back', async () => {
    const { outcome, givenBack } = await signInUnder({
      ...withoutName,
      userInfo: () => ({ status: 500, body: '' }),
    });
    expect(outcome).toEqual(fail({ code: 'serverError', status: 500 }));
    expect(givenBack).toEqual([issuer.granted()]);
  });
});

describe('a device code', () => {
  it.each([
    ['javascript:', { verification_uri: 'javascript:alert(1)' }],
    ['file:', { verification_uri: 'file:///etc/passwd' }],
    ['plain http', { verification_uri: 'http://other.example/go' }],
    ['a name for a host', { verification_uri: 'https://issuer.example@evil.example/go' }],
    ['javascript: in the complete one', { verification_uri_complete: 'javascript:alert(1)' }],
    ['no code to show', { user_code: '\u202E\u200B' }],
  ])('D7: %s is refused before anybody sees it', async (_what, change) => {
    const { logInByDevice, steps } = open({ device: (honest) => ({ ...honest, ...change }) });
    expect(await logInByDevice()).toEqual(untrusted);
    expect(steps).toEqual([]);
  });

  const openWithCode = async (
    answers: readonly string[],
    device: Mischief['device'] = (honest) => honest,
  ) => {
    const answersLeft = [...answers];
    const stage = open({
      device,
      token: (honest) => {
        const error = answersLeft.shift();
        return error === undefined ? { body: honest } : { status: 400, body: { error } };
      },
    });
    const logging = stage.logInByDevice();
    await until(() => stage.steps.length > 0);
    /** Lets that much time pass, and whatever is asked then be answered. */
    const pass = async (seconds: number): Promise<number> => {
      await until(() => stage.timers.pendingCount() === 2);
      await stage.timers.advance(seconds * 1000);
      await Promise.race([logging, until(() => stage.timers.pendingCount() === 2)]);
      return issuer.countOf('/token');
    };
    return { ...stage, logging, pass };
  };

  it('D7: slow_down adds five seconds each time', async () => {
    const { logging, pass } = await openWithCode(['authorization_pending', 'slow_down', 'slow_down']);
    expect(await pass(5)).toBe(1);
    expect(await pass(5)).toBe(2);
    expect(await pass(9)).toBe(2);
    expect(await pass(1)).toBe(3);
    expect(await pass(14)).toBe(3);
    expect(await pass(1)).toBe(4);
    expect(valueOf(await logging).subject).toBe('ada');
  });

  it.each([
    ['expired_token', 'tooLate'],
    ['access_denied', 'denied'],
  ] as const)('D7: %s is told as %s', async (error, because) => {
    const { logging, pass } = await openWithCode([error]);
    await pass(5);
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because }));
  });

  it('D7: a code that is never approved ends when its time is over, however often it may be asked', async () => {
    const { logging, timers } = await openWithCode([], (honest) => ({
      ...honest,
      interval: 1e9,
      expires_in: 30,
    }));
    await timers.advance(30_000);
    expect(await logging).toEqual(fail({ code: 'authenticationRejected', because: 'tooLate' }));
    expect(issuer.countOf('/token')).toBe(0);
  });

  it('D5: its id_token is checked too', async () => {
    const { logging, pass, givenBack } = await openWithCode([]);
    issuer.mischief.claims = (claims) => ({ ...claims, aud: 'other' });
    await pass(5);
    expect(await logging).toEqual(untrusted);
    expect(givenBack).toEqual([issuer.granted()]);
  });

  it('is not offered where the issuer has none', async () => {
    const { logInByDevice } = open({
      metadata: ({ device_authorization_endpoint: _device, ...honest }) => honest,
    });
    expect(await logInByDevice()).toEqual(fail({ code: 'conflict', with: 'notOffered' }));
  });
});

describe('ending a session', () => {
  it.each(['invalid_token', 'unsupported_token_type'])(
    '%s means that there is nothing to end',
    async (error) => {
      const { provider } = open({
        metadata: (honest) => ({ ...honest, revocation_endpoint: `${issuer.issuer}/token` }),
        token: () => ({ status: 400, body: { error } }),
      });
      const token = canary('ada', 'refresh');
      expect(await provider.revoke({ kind: 'refreshToken', token })).toMatchObject({ ok: true });
    },
  );

  it('C4: a failure is told, so that it is tried again', async () => {
    const { provider } = open();
    const token = canary('ada', 'refresh');
    expect(await provider.revoke({ kind: 'refreshToken', token })).toEqual(
      fail({ code: 'serverError', status: 404 }),
    );
  });
});
