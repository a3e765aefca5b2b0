import { createHmac } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { newSigningKey, signed, type Mischief, type SigningKey } from './testing/hostile-provider.ts';
import { changed, HostileStage, hourSeconds } from './testing/hostile-stage.ts';
import { valueOf } from './testing/signing-in.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(async () => {
  vi.useRealTimers();
  await stage.close();
});

const untrusted = fail({ code: 'serverError', problem: 'untrusted' });

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The trick of using the published key as if it were a shared secret. */
const signedByHmac = (claims: JWTPayload, { jwk }: SigningKey): string => {
  const text = `${base64({ alg: 'HS256', kid: jwk.kid })}.${base64(claims)}`;
  return `${text}.${createHmac('sha256', JSON.stringify(jwk)).update(text).digest('base64url')}`;
};

const supporting = (...algorithms: string[]): Mischief => ({
  metadata: (honest) => ({ ...honest, id_token_signing_alg_values_supported: algorithms }),
});

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
    const { outcome, givenBack } = await stage.signInUnder(mischief);
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toEqual([stage.issuer.granted()]);
  });

  it('D5: the address of another key set is not asked, and its key not taken', async () => {
    const other = await newSigningKey('other');
    const { heard, origin } = await stage.serveElsewhere(other.jwk);
    const jku = `${origin}/jwks`;
    const { outcome } = await stage.signInUnder({
      sign: (claims) => signed(claims, other, { jku, jwk: other.jwk }),
    });
    expect(outcome).toEqual(untrusted);
    expect(heard).toEqual([]);
  });

  it.each<[string, Mischief]>([
    ['too old', changed((claims) => ({ ...claims, auth_time: (claims.iat ?? 0) - 60 }))],
    ['missing', changed(({ auth_time: _authTime, ...claims }) => claims)],
  ])('D6: a proof that is %s is refused where a fresh one was asked for', async (_what, mischief) => {
    const { outcome, givenBack } = await stage.signInUnder(mischief, { expected: { subject: 'ada' } });
    expect(outcome).toEqual(untrusted);
    expect(givenBack).toHaveLength(1);
  });

  it('D6: a fresh proof is not asked for where the issuer lists its claims without it', async () => {
    const { outcome, opened } = await stage.signInUnder(
      {
        ...changed(({ auth_time: _authTime, ...claims }) => claims),
        metadata: (honest) => ({ ...honest, claims_supported: ['sub', 'name'] }),
      },
      { expected: { subject: 'ada' } },
    );
    expect(valueOf(outcome).subject).toBe('ada');
    const { searchParams } = new URL(opened[0] ?? '');
    expect(searchParams.get('prompt')).toMatch(/^login/);
    expect(searchParams.has('max_age')).toBe(false);
  });

  it('D6: a proof is fresh although the person took their time after it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const authenticatedAt = Math.floor(Date.now() / 1000);
    const { signIn } = stage.open({
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
    const { signIn } = stage.open();
    const other = await newSigningKey('other');
    const signInByOther = async () => {
      stage.issuer.mischief.sign = (claims) => signed(claims, other);
      return (await signIn()).outcome;
    };
    expect((await signIn()).outcome.ok).toBe(true);
    expect(stage.issuer.countOf('/jwks')).toBe(1);
    for (let count = 0; count < 3; count += 1) expect(await signInByOther()).toEqual(untrusted);
    expect(stage.issuer.countOf('/jwks')).toBe(2);
    vi.setSystemTime(Date.now() + 61_000);
    for (let count = 0; count < 3; count += 1) expect(await signInByOther()).toEqual(untrusted);
    expect(stage.issuer.countOf('/jwks')).toBe(3);
    stage.issuer.mischief.sign = undefined;
    expect((await signIn()).outcome.ok).toBe(true);
    expect(stage.issuer.countOf('/jwks')).toBe(3);
  });

  it('D5: ten megabytes of them are not taken', async () => {
    const { outcome, givenBack } = await stage.signInUnder({
      keys: (honest) => ({ body: { ...honest, padding: 'x'.repeat(10_000_000) } }),
    });
    expect(outcome).toEqual(fail({ code: 'serverError', problem: 'otherProtocol' }));
    expect(givenBack).toHaveLength(1);
  });

  it('a refresh survives that they cannot be fetched: the old token is spent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signIn, provider } = stage.open();
    const { session } = valueOf((await signIn()).outcome);
    vi.setSystemTime(Date.now() + 600_000);
    stage.issuer.mischief.keys = () => ({ status: 503, body: 'Later' });
    const refreshed = valueOf(await provider.refresh(session));
    expect(refreshed).toMatchObject(stage.issuer.granted());
    expect(stage.issuer.countOf('/token')).toBe(2);
  });
});

describe('time', () => {
  it.each([-hourSeconds, hourSeconds])(
    'A13: an issuer whose clock is %i seconds off is understood',
    async (seconds) => {
      const { outcome, ...opened } = await stage.signInUnder(
        { aheadMs: seconds * 1000 },
        { expected: { subject: 'ada' } },
      );
      const { session } = valueOf(outcome);
      expect(Math.abs((session.accessExpiresAtMs ?? 0) - Date.now() - 300_000)).toBeLessThan(5000);
      expect((await opened.provider.refresh(session)).ok).toBe(true);
    },
  );

  it('A13: this clock may be set while a login or a refresh is under way', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const day = 24 * 3_600_000;
    const { signIn, provider } = stage.open({
      callback: (url) => {
        vi.setSystemTime(Date.now() + day);
        stage.issuer.mischief.aheadMs = -day;
        return url;
      },
    });
    const { session } = valueOf((await signIn()).outcome);
    expect(stage.issuer.countOf('/token')).toBe(1);
    vi.setSystemTime(Date.now() - 2 * day);
    stage.issuer.mischief.aheadMs = day;
    expect(valueOf(await provider.refresh(session))).toMatchObject(stage.issuer.granted());
    expect(stage.issuer.countOf('/token')).toBe(2);
  });

  it('A13: an id_token that has expired by the issuer’s own clock is refused, whatever this one says', async () => {
    const { outcome } = await stage.signInUnder({
      aheadMs: hourSeconds * 1000,
      claims: (claims) => ({ ...claims, exp: (claims.iat ?? 0) - 60 }),
    });
    expect(outcome).toEqual(untrusted);
  });
});
