import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorReport } from '../../../app/errors.ts';
import { done, fail } from '../../../app/outcome.ts';
import { newSigningKey, signed, type Mischief, type RawAnswer } from './testing/hostile-provider.ts';
import { changed, HostileStage } from './testing/hostile-stage.ts';
import { canary, valueOf } from './testing/signing-in.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(async () => {
  await stage.close();
});

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });

describe('a refresh', () => {
  const openWithSession = async (mischief: Mischief = {}) => {
    const opened = stage.open();
    const { session } = valueOf((await opened.signIn()).outcome);
    Object.assign(stage.issuer.mischief, mischief);
    return { ...opened, session };
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

  const refused = { code: 'authenticationRejected' } as const;
  const wordless = { code: 'serverError', status: 400 } as const;
  it.each<[string, RawAnswer, number, ErrorReport]>([
    ['has ended, where the access token is refused too', { status: 400, body: '' }, 401, refused],
    ['has ended, if a page says so', { status: 400, body: '<html>' }, 401, refused],
    ['has not ended, while the access token is good', { status: 400, body: '' }, 200, wordless],
    ['has not ended, while nobody says so', { status: 400, body: '' }, 503, wordless],
    ['has not ended by a word', { status: 400, body: { error: 'x' } }, 401, { ...wordless, text: 'x' }],
    ['has not ended by a failure', { status: 500, body: '' }, 401, { ...wordless, status: 500 }],
  ])('C3: a session that is refused without a word %s', async (_what, token, status, error) => {
    const { provider, session } = await openWithSession({
      token: () => token,
      userInfo: (body) => ({ status, body }),
    });
    expect(await provider.refresh(session)).toEqual(fail(error));
  });

  it('C3: a session that is refused without a word has not ended because its access token has run out', async () => {
    stage.issuer.mischief.metadata = ({ userinfo_endpoint: _nobody, ...metadata }) => metadata;
    const { provider, session } = await openWithSession({ token: () => ({ status: 400, body: '' }) });
    const overdue = { ...session, accessExpiresAtMs: Date.now() - 1 };
    expect(await provider.refresh(overdue)).toEqual(fail(wordless));
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
      accessToken: stage.issuer.granted().accessToken,
    });
  });

  it('C4: a text that repeats the token is dropped', async () => {
    const { provider, session, said } = await openWithSession();
    const text = `No such token: ${session.refreshToken}`;
    stage.issuer.mischief.token = () => ({ status: 400, body: { error: 'x', error_description: text } });
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
    const { outcome } = await stage.signInUnder({
      claims: ({ name: _name, ...honest }) => ({ ...honest, ...claims }),
    });
    expect(valueOf(outcome).profile.name?.replaceAll(/ +/g, ' ')).toBe(name.replaceAll(/ +/g, ' '));
    expect(stage.issuer.countOf('/userinfo')).toBe(0);
  });

  const withoutName = changed(({ name: _name, ...claims }) => claims);

  it('D5: a profile of somebody else is refused, and what was granted is given back', async () => {
    const { outcome, givenBack } = await stage.signInUnder({
      ...withoutName,
      userInfo: (honest) => ({ body: { ...honest, sub: 'eve' } }),
    });
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toEqual([stage.issuer.granted()]);
  });

  it('D6: cancelled while the profile is on its way, what was granted is given back at once', async () => {
    const controller = new AbortController();
    const { outcome, givenBack } = await stage.signInUnder(
      {
        ...withoutName,
        userInfo: (honest) => {
          controller.abort();
          return { body: honest };
        },
      },
      { cancellation: controller.signal },
    );
    expect(outcome).toEqual(fail({ code: 'cancelled' }));
    expect(givenBack).toEqual([stage.issuer.granted()]);
  });

  it('no half users: without the profile the login has failed, and what was granted is given back', async () => {
    const { outcome, givenBack } = await stage.signInUnder({
      ...withoutName,
      userInfo: () => ({ status: 500, body: '' }),
    });
    expect(outcome).toEqual(fail({ code: 'serverError', status: 500 }));
    expect(givenBack).toEqual([stage.issuer.granted()]);
  });
});

describe('ending a session', () => {
  const endUnder = async (answer: RawAnswer, clientSecret?: string) => {
    const { provider, logged, said } = stage.open({ revocation: () => answer }, { clientSecret });
    const token = canary('ada', 'refresh');
    const outcome = await provider.revoke({ kind: 'refreshToken', token });
    expect(stage.issuer.countOf('/revoke')).toBe(1);
    expect(said()).not.toContain(token);
    return { outcome, logged };
  };

  it.each(['invalid_token', 'invalid_grant'])('%s means that it has ended already', async (error) => {
    const { outcome, logged } = await endUnder({ status: 400, body: { error } });
    expect(outcome).toEqual(done);
    expect(logged).toEqual([]);
  });

  it.each<[number, string, string | undefined]>([
    [401, 'invalid_client', undefined],
    [400, 'invalid_client', undefined],
    [400, 'unauthorized_client', undefined],
    [400, 'unsupported_token_type', undefined],
    [400, 'unsupported_token_type', canary('ada', 'clientSecret')],
  ])('a refusal for good (%i %s) is not tried again, and is logged once', async (status, error, secret) => {
    const { outcome, logged } = await endUnder({ status, body: { error, error_description: 'x' } }, secret);
    expect(outcome).toEqual(done);
    expect(logged).toEqual([
      ['an issuer does not revoke a session for this client', { status, refusal: error }],
    ]);
  });

  it.each<RawAnswer>([
    { status: 401, body: { error: 'invalid_client' } },
    { status: 401, body: '' },
  ])('a client secret that is wrong now is no refusal for good (%#)', async (answer) => {
    const { outcome } = await endUnder(answer, canary('ada', 'clientSecret'));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'serverError', status: 401 } });
  });

  it.each(['', { error: canary('ada', 'wrong') }])(
    'so is a 401 without a word that is known, which is not repeated (%#)',
    async (body) => {
      const { outcome, logged } = await endUnder({ status: 401, body });
      expect(outcome).toEqual(done);
      expect(logged).toEqual([
        ['an issuer does not revoke a session for this client', { status: 401, refusal: undefined }],
      ]);
    },
  );

  it.each([
    [403, 'access_denied'],
    [429, 'invalid_client'],
    [500, 'unsupported_token_type'],
    [503, 'temporarily_unavailable'],
  ])('C4: %i %s is told, so that it is tried again', async (status, error) => {
    const { outcome, logged } = await endUnder({ status, body: { error } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'serverError', status } });
    expect(logged).toEqual([]);
  });

  it('C4: a failure is told, so that it is tried again', async () => {
    const { provider } = stage.open();
    const token = canary('ada', 'refresh');
    expect(await provider.revoke({ kind: 'refreshToken', token })).toEqual(
      fail({ code: 'serverError', status: 404 }),
    );
  });
});
