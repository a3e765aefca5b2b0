import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createDecoyHash, hasAllowedLength, PASSWORD_COSTS } from './password-hash.ts';
import { passwordWorkerUrl } from './password-worker-url.ts';
import type { Passwords } from './passwords.ts';
import { systemRandom } from './system-ports.ts';
import { APP_PATH, CHEAP_COSTS, createTestPasswords, openTestDirectory } from './test-directory.ts';

const opened: Passwords[] = [];
afterEach(async () => {
  for (const passwords of opened.splice(0)) await passwords.close();
});

function open(options?: Parameters<typeof createTestPasswords>[0]): Passwords {
  const passwords = createTestPasswords(options);
  opened.push(passwords);
  return passwords;
}

async function encode(passwords: Passwords, password: string): Promise<string> {
  const hashed = await passwords.hash(password);
  if (hashed.kind !== 'hashed') throw new Error('no hash');
  return hashed.encoded;
}

describe('the worker', () => {
  it('hashes with argon2id at 19 MiB, two passes, one lane, 16 bytes of salt and 32 of hash', async () => {
    const encoded = await encode(open(), 'secret-1');
    const [, kind, version, costs, salt, hash] = encoded.split('$');
    expect([kind, version, costs]).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
    expect(Buffer.from(salt ?? '', 'base64')).toHaveLength(16);
    expect(Buffer.from(hash ?? '', 'base64')).toHaveLength(32);
  });

  it('salts: one password, two hashes, both verified; another password is not', async () => {
    const passwords = open({ costs: CHEAP_COSTS });
    const [first, second] = [await encode(passwords, 'secret-1'), await encode(passwords, 'secret-1')];
    expect(second).not.toBe(first);
    for (const encoded of [first, second]) {
      expect(await passwords.verify('secret-1', encoded)).toEqual({ kind: 'verified', matches: true });
      expect(await passwords.verify('secret-2', encoded)).toEqual({ kind: 'verified', matches: false });
    }
  });

  it('takes one password for one, whichever way its accents are encoded', async () => {
    const passwords = open({ costs: CHEAP_COSTS });
    const encoded = await encode(passwords, 'pa\u00dfw\u00f6rter');
    const verified = await passwords.verify('pa\u00dfwo\u0308rter', encoded);
    expect(verified).toEqual({ kind: 'verified', matches: true });
  });

  it('verifies its decoy as false', async () => {
    const passwords = open();
    expect(passwords.decoy).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify('secret-1', passwords.decoy)).toEqual({ kind: 'verified', matches: false });
    expect(createDecoyHash(systemRandom, PASSWORD_COSTS)).not.toBe(passwords.decoy);
  });

  it('answers unavailable to a damaged hash and goes on', async () => {
    const passwords = open({ costs: CHEAP_COSTS });
    expect(await passwords.verify('secret-1', 'damaged')).toEqual({ kind: 'unavailable' });
    expect((await passwords.hash('secret-1')).kind).toBe('hashed');
  });

  it('refuses at once what would not fit its queue', async () => {
    const passwords = open({ costs: CHEAP_COSTS, queueLimit: 2 });
    const kinds = await Promise.all([1, 2, 3, 4, 5].map(async () => (await passwords.hash('secret-1')).kind));
    expect(kinds).toEqual(['hashed', 'hashed', 'hashed', 'unavailable', 'unavailable']);
  });

  it('answers what is under way when it is closed', async () => {
    const passwords = createTestPasswords();
    const answers = [passwords.hash('secret-1'), passwords.hash('secret-2')];
    await passwords.close();
    expect((await Promise.all(answers)).map((answer) => answer.kind)).toEqual(['unavailable', 'unavailable']);
    expect(await passwords.hash('secret-3')).toEqual({ kind: 'unavailable' });
  });
});

describe('costs that have changed', () => {
  it('lead to a new hash at the next login, and only then', async () => {
    const directory = openTestDirectory();
    await directory.register('anna@example.com', 'secret-1');
    const old = directory.store.findPasswordIdentity('anna@example.com')?.passwordHash ?? '';
    const passwords = open({ costs: { ...CHEAP_COSTS, iterations: 3 } });
    const verify = passwords.verify('secret-1', old);
    expect([passwords.isCurrent(old), (await verify).kind]).toEqual([false, 'verified']);

    const later = openTestDirectory({ passwords });
    const email = 'anna@example.com';
    later.store.createAccount({
      id: 'a'.repeat(24),
      claim: { provider: 'local-userpass', subject: email, email, name: undefined },
      password: { passwordHash: old, confirmedMs: 0 },
      createdMs: 0,
    });
    const stored = () => later.store.findPasswordIdentity('anna@example.com')?.passwordHash;
    await later.login('anna@example.com', 'wrong-one');
    expect(stored()).toBe(old);
    expect((await later.login('anna@example.com', 'secret-1')).status).toBe(200);
    expect(stored()).toMatch(/^\$argon2id\$v=19\$m=8,t=3,p=1\$/);
    expect((await later.login('anna@example.com', 'secret-1')).status).toBe(200);
    await directory.close();
    later.store.close();
  });
});

describe('while passwords are hashed', () => {
  it('other requests are answered, and the answering thread rests', async () => {
    const directory = openTestDirectory({ passwords: createTestPasswords() });
    await directory.register('anna@example.com', 'secret-1');
    let finished = 0;
    const before = performance.eventLoopUtilization();
    const logins = Array.from({ length: 4 }, async () => {
      await directory.login('anna@example.com', 'secret-1');
      finished += 1;
    });
    expect((await directory.call('GET', `${APP_PATH}/location`)).status).toBe(200);
    expect(finished).toBe(0);
    await Promise.all(logins);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
    await directory.close();
  });
});

describe('the length of a password', () => {
  it.each([
    ['12345', false],
    ['123456', true],
    ['😀'.repeat(6), true],
    ['😀'.repeat(128), true],
    ['x'.repeat(129), false],
  ])('%j: %s', (password, isAllowed) => {
    expect(hasAllowedLength(password)).toBe(isAllowed);
  });
});

describe('passwordWorkerUrl', () => {
  it.each([
    ['file:///a%20b/main/directory/server.ts', 'file:///a%20b/main/directory/password-worker.ts'],
    ['file:///a/out/main/directory.js', 'file:///a/out/main/password-worker.js'],
    ['file:///a/app.asar/out/main/directory-server.js', 'file:///a/app.asar/out/main/password-worker.js'],
    [
      'file:///C:/Hotseat/app.asar/out/main/directory.js',
      'file:///C:/Hotseat/app.asar/out/main/password-worker.js',
    ],
  ])('%s', (entry, worker) => {
    expect(passwordWorkerUrl(entry).href).toBe(worker);
  });
});
