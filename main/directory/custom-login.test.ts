import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { CustomLogin, DirectoryConfiguration } from './configuration.ts';
import { createCustomTokens } from './custom-token.ts';
import { AUTH_PATH, openTestDirectory, problemIn, tokensIn } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

function open(configuration: DirectoryConfiguration): TestDirectory {
  const directory = openTestDirectory({ configuration });
  opened.push(directory);
  return directory;
}

const nowSeconds = Date.parse('2026-01-05T09:00:00Z') / 1000;
const secret = randomBytes(32);
const pair = generateKeyPairSync('ed25519');

interface Signing {
  readonly alg?: string;
  readonly key?: KeyObject;
  readonly header?: Record<string, unknown>;
}

function jwt(
  claims: Record<string, unknown>,
  { alg = 'HS256', key = createSecretKey(secret), header }: Signing = {},
) {
  const payload = { sub: 'anna', exp: nowSeconds + 60, ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT', ...header }).sign(key);
}

const trustSecret = { customTokens: { key: { algorithm: 'HS256', secret } } } as const;
const trustPair = { customTokens: { key: { algorithm: 'EdDSA', publicKey: pair.publicKey } } } as const;

const logInBy = (directory: TestDirectory, token: string) =>
  directory.provide('custom-token', 'login', { token, options: { device: {} } });

const profileOf = async (directory: TestDirectory, token: string) =>
  (await directory.call('GET', `${AUTH_PATH}/profile`, { token })).json;

describe('a custom token', () => {
  it('is its subject: the same account each time, described by its claims', async () => {
    const directory = open(trustSecret);
    const first = tokensIn(await logInBy(directory, await jwt({ email: 'anna@example.com', name: 'Anna' })));
    expect(await profileOf(directory, first.access_token)).toMatchObject({
      user_id: first.user_id,
      identities: [{ provider_type: 'custom-token' }],
      data: { email: 'anna@example.com', name: 'Anna' },
    });
    const second = tokensIn(await logInBy(directory, await jwt({ email: 'anna@example.org' })));
    expect(second.user_id).toBe(first.user_id);
    expect(await profileOf(directory, second.access_token)).toMatchObject({
      data: { email: 'anna@example.org' },
    });
    const other = tokensIn(await logInBy(directory, await jwt({ sub: 'Anna' })));
    expect(other.user_id).not.toBe(first.user_id);
  });

  it('is no e-mail account, whatever e-mail it claims', async () => {
    const directory = open(trustSecret);
    await directory.register('anna@example.com', 'secret-1');
    const person = await directory.tokensOf('anna@example.com', 'secret-1');
    const token = await jwt({ sub: 'anna@example.com', email: 'anna@example.com' });
    expect(tokensIn(await logInBy(directory, token)).user_id).not.toBe(person.user_id);
  });

  it('may be signed by a key pair', async () => {
    const directory = open(trustPair);
    const good = await jwt({}, { alg: 'EdDSA', key: pair.privateKey });
    expect((await logInBy(directory, good)).status).toBe(200);
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const bad = await jwt({}, { alg: 'EdDSA', key: stranger });
    expect(problemIn(await logInBy(directory, bad))).toBe('401 AuthError: unauthorized');
  });

  it('D5 does not choose its algorithm: neither none, nor the public key as a secret', async () => {
    const directory = open(trustPair);
    const published = pair.publicKey.export({ type: 'spki', format: 'pem' });
    const confused = await jwt({}, { key: createSecretKey(Buffer.from(published)) });
    const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const confusedRaw = await jwt({}, { key: createSecretKey(raw) });
    const [, payload] = confused.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const jwk = await jwt({}, { header: { jwk: { kty: 'oct', k: secret.toString('base64url') } } });
    for (const token of [confused, confusedRaw, `${none}.${payload}.`, `${none}.${payload}.AAAA`, jwk]) {
      expect(problemIn(await logInBy(directory, token))).toBe('401 AuthError: unauthorized');
    }
  });

  it('D5 is refused for another algorithm of the same kind', async () => {
    const long = randomBytes(64);
    const directory = open({ customTokens: { key: { algorithm: 'HS256', secret: long } } });
    const signed = (alg: string) => jwt({}, { alg, key: createSecretKey(long) });
    expect((await logInBy(directory, await signed('HS256'))).status).toBe(200);
    for (const alg of ['HS384', 'HS512']) {
      expect(problemIn(await logInBy(directory, await signed(alg)))).toBe('401 AuthError: unauthorized');
    }
  });

  it.each<[string, Record<string, unknown>]>([
    ['has expired', { exp: nowSeconds }],
    ['expires never', { exp: undefined }],
    ['is not good yet', { nbf: nowSeconds + 1 }],
    ['has no subject', { sub: undefined }],
  ])('is refused when it %s', async (_, claims) => {
    const directory = open(trustSecret);
    expect(problemIn(await logInBy(directory, await jwt(claims)))).toBe('401 AuthError: unauthorized');
  });

  it('is refused for another audience, where one is asked for', async () => {
    const directory = open({ customTokens: { ...trustSecret.customTokens, audience: 'hotseat' } });
    expect((await logInBy(directory, await jwt({ aud: ['x', 'hotseat'] }))).status).toBe(200);
    for (const claims of [{}, { aud: 'other' }]) {
      expect(problemIn(await logInBy(directory, await jwt(claims)))).toBe('401 AuthError: unauthorized');
    }
  });

  it.each([
    '',
    'abc',
    'a.b.c',
    'eyJhbGciOiJIUzI1NiJ9.AAAA',
    '..',
    'x'.repeat(16_385),
    '\u0000.\u0000.\u0000',
    1,
    null,
    { $oid: '0' },
  ])('T38 is refused when it is malformed: %j', async (token) => {
    const directory = open(trustSecret);
    const answer = await directory.provide('custom-token', 'login', { token });
    expect(problemIn(answer)).toBe('401 AuthError: invalid token data');
  });

  it.each(['', 'x'.repeat(257), 'line\nbreak', '\u0000'])('is refused for the subject %j', async (sub) => {
    const directory = open(trustSecret);
    expect(problemIn(await logInBy(directory, await jwt({ sub })))).toMatch(/^401 AuthError: /);
    expect(directory.store.findIdentity('custom-token', sub)).toBeUndefined();
  });

  it('describes nobody by a claim that is no e-mail and no name', async () => {
    const directory = open(trustSecret);
    for (const claims of [
      { email: 'nonsense', name: 'An\u202ena' },
      { email: 1, name: ['Anna'] },
    ]) {
      const tokens = tokensIn(await logInBy(directory, await jwt(claims)));
      expect(await profileOf(directory, tokens.access_token)).toMatchObject({ data: {} });
      expect(await profileOf(directory, tokens.access_token)).not.toHaveProperty('data.email');
    }
  });

  it('T34 opens no disabled account', async () => {
    const directory = open(trustSecret);
    const tokens = tokensIn(await logInBy(directory, await jwt({})));
    directory.store.setDisabled(tokens.user_id, 1);
    expect(problemIn(await logInBy(directory, await jwt({})))).toBe('401 UserDisabled: user disabled');
  });

  it('is nothing to a directory that trusts nobody', async () => {
    expect(problemIn(await logInBy(open({}), await jwt({})))).toBe(
      "404 AuthProviderNotFound: authentication via 'custom-token' is unsupported",
    );
  });

  it('needs a secret as long as its hash', () => {
    const key = { algorithm: 'HS256', secret: randomBytes(31) } as const;
    expect(() => createCustomTokens({ key }, () => 0)).toThrow(RangeError);
  });
});

describe('a log-in function', () => {
  const logIn = ({ user }: Readonly<Record<string, unknown>>): CustomLogin | undefined =>
    typeof user === 'string' ? { subject: user, name: user, email: `${user}@example.com` } : undefined;
  const logInWith = (directory: TestDirectory, body: unknown) =>
    directory.provide('custom-function', 'login', body);

  it('says who somebody is: the same account each time', async () => {
    const directory = open({ logIn });
    const first = tokensIn(await logInWith(directory, { user: 'anna', options: { device: {} } }));
    const second = tokensIn(await logInWith(directory, { user: 'anna' }));
    expect(second.user_id).toBe(first.user_id);
    expect(await profileOf(directory, first.access_token)).toMatchObject({
      identities: [{ provider_type: 'custom-function' }],
      data: { email: 'anna@example.com', name: 'anna' },
    });
    expect(tokensIn(await logInWith(directory, { user: 'bo' })).user_id).not.toBe(first.user_id);
  });

  it('gets what the client sent, without what the client says of its device', async () => {
    const asked: unknown[] = [];
    const directory = open({
      logIn: (credentials) => {
        asked.push(credentials);
        return undefined;
      },
    });
    await logInWith(directory, { a: { b: [1] }, options: { device: { platform: 'x' } } });
    expect(asked).toEqual([{ a: { b: [1] } }]);
  });

  it('may refuse', async () => {
    expect(problemIn(await logInWith(open({ logIn }), { user: 1 }))).toBe('401 AuthError: unauthorized');
  });

  it('that names nobody is its author’s mistake', async () => {
    const directory = open({ logIn: () => ({ subject: '' }) });
    expect(problemIn(await logInWith(directory, {}))).toContain('500 InternalServerError');
  });

  it('that is not there is not found', async () => {
    expect(problemIn(await logInWith(open({}), { user: 'anna' }))).toBe(
      '404 FunctionNotFound: function not found',
    );
  });
});
