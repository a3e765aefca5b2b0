import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { APP_PATH, canary } from './test-directory.ts';
import { createServerProcesses, serverEntry } from './test-server.ts';

const processes = createServerProcesses();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
});
afterEach(async () => {
  await processes.stop();
  rmSync(folder, { recursive: true });
});

async function provide(baseUrl: string, provider: string, path: string, body: unknown) {
  const response = await fetch(`${baseUrl}${APP_PATH}/auth/providers/${provider}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const said = z.object({ error: z.string() }).safeParse(text === '' ? {} : JSON.parse(text));
  return said.success ? `${response.status} ${said.data.error}` : response.status;
}

describe('the server alone, administered by lines', () => {
  it('T34 disables, enables and confirms while it serves, and ends with its input open', async () => {
    const email = 'anna@example.com';
    const password = canary('anna', 'password');
    const { baseUrl, child, exited, errors, admin } = await processes.listen(
      serverEntry,
      '--confirmation',
      'email',
    );
    const login = () => provide(baseUrl, 'local-userpass', 'login', { username: email, password });
    expect(await provide(baseUrl, 'local-userpass', 'register', { email, password })).toBe(201);
    expect(await login()).toBe('401 confirmation required');
    expect(await admin('outbox')).toMatch(
      /^confirm anna@example\.com token [0-9a-f]{128} tokenId [0-9a-f]{24}$/,
    );
    expect(await admin(`confirm ${email}`)).toBe('anna@example.com is confirmed.');
    expect(await login()).toBe(200);
    expect(await admin(`disable ${email}`)).toBe('anna@example.com is disabled.');
    expect(await login()).toBe('401 user disabled');
    expect(await admin(`enable ${email}`)).toBe('anna@example.com is enabled.');
    expect(await login()).toBe(200);
    expect(await admin('disable nobody@example.com')).toBe('There is no user nobody@example.com.');
    child.kill('SIGTERM');
    expect([await exited, await errors]).toEqual([0, '']);
  });

  it('writes its outbox to a file that its owner alone can read', async () => {
    const outbox = join(folder, 'outbox');
    writeFileSync(outbox, '', { mode: 0o644 });
    const { baseUrl } = await processes.listen(serverEntry, '--confirmation', 'email', '--outbox', outbox);
    const body = { email: 'anna@example.com', password: 'secret-1' };
    expect(await provide(baseUrl, 'local-userpass', 'register', body)).toBe(201);
    expect(statSync(outbox).mode & 0o777).toBe(0o600);
    const delivery: unknown = JSON.parse(readFileSync(outbox, 'utf8').trim());
    expect(delivery).toMatchObject({ kind: 'confirm', email: 'anna@example.com' });
    expect(await provide(baseUrl, 'local-userpass', 'confirm', delivery)).toBe(204);
  });

  it('trusts the key it is given, and has its example functions when asked', async () => {
    const keyFile = join(folder, 'key');
    const secret = randomBytes(32);
    writeFileSync(keyFile, secret);
    const { baseUrl } = await processes.listen(
      serverEntry,
      '--custom-token-key',
      keyFile,
      '--custom-token-audience',
      'desk',
      '--example-functions',
      '--confirmation',
      'function',
    );
    const token = await new SignJWT({ sub: 'anna', exp: 4_000_000_000, aud: 'desk' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(createSecretKey(secret));
    expect(await provide(baseUrl, 'custom-token', 'login', { token })).toBe(200);
    expect(await provide(baseUrl, 'custom-function', 'login', { username: 'anna' })).toBe(200);
    expect(await provide(baseUrl, 'custom-function', 'login', { user: 'anna' })).toBe('401 unauthorized');
    const account = { email: 'anna@example.com', password: 'secret-1' };
    const reset = (...args: readonly string[]) =>
      provide(baseUrl, 'local-userpass', 'reset/call', { ...account, arguments: args });
    expect(await provide(baseUrl, 'local-userpass', 'register', account)).toBe(201);
    expect(await reset()).toBe('400 failed to reset password for user "anna@example.com"');
    expect(await reset('success')).toBe(204);
    const failing = { ...account, email: 'fail@example.com' };
    expect(await provide(baseUrl, 'local-userpass', 'register', failing)).toBe(
      '400 failed to confirm user "fail@example.com"',
    );
  });

  it('has no example functions unless asked', async () => {
    const { baseUrl } = await processes.listen(serverEntry);
    expect(await provide(baseUrl, 'custom-function', 'login', { username: 'anna' })).toBe(
      '404 function not found',
    );
  });

  it('says why a key is none', async () => {
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, 'too short');
    const short = processes.run(serverEntry, '--port', '0', '--custom-token-key', keyFile);
    expect(await short.exited).toBe(1);
    expect(await short.errors).toBe(
      'The directory did not start: a secret for custom tokens has at least 32 bytes.\n',
    );
  });
});
