import { afterEach, describe, expect, it } from 'vitest';
import type { Confirmation, Verdict } from './configuration.ts';
import { createMemoryOutbox } from './outbox.ts';
import { canary, openTestDirectory, problemIn } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';

const email = 'anna@example.com';
const DAY_MS = 24 * 60 * 60_000;

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

function open(confirmation: Confirmation) {
  const outbox = createMemoryOutbox();
  const directory = openTestDirectory({ configuration: { confirmation, outbox } });
  opened.push(directory);
  const password = canary('anna', 'password');
  const provide = (path: string, body: unknown) => directory.provide('local-userpass', path, body);
  return {
    directory,
    outbox,
    register: () => directory.register(email, password),
    login: () => directory.login(email, password),
    confirm: (index: number) => provide('confirm', outbox.deliveries()[index]),
    provide,
  };
}

describe('confirming by e-mail', () => {
  it('lets nobody in before the token has come back, then the person', async () => {
    const { outbox, register, login, confirm } = open({ kind: 'email' });
    expect((await register()).status).toBe(201);
    expect(outbox.deliveries()).toMatchObject([{ kind: 'confirm', email }]);
    expect(problemIn(await login())).toBe('401 AuthError: confirmation required');
    const confirmed = await confirm(0);
    expect([confirmed.status, confirmed.text, confirmed.headers.get('content-type')]).toEqual([
      204,
      '',
      null,
    ]);
    expect((await login()).status).toBe(200);
  });

  it('says that an address waits for confirmation to its password only', async () => {
    const { directory, register } = open({ kind: 'email' });
    await register();
    expect(problemIn(await directory.login(email, 'wrong-one'))).toBe('401 InvalidPassword: unauthorized');
  });

  it('takes a token once', async () => {
    const { register, confirm } = open({ kind: 'email' });
    await register();
    expect((await confirm(0)).status).toBe(204);
    expect(problemIn(await confirm(0))).toBe(
      '400 UserpassTokenInvalid: userpass token is expired or invalid',
    );
  });

  it('takes a token for a day', async () => {
    const { directory, register, login, confirm } = open({ kind: 'email' });
    await register();
    directory.time.nowMs += DAY_MS;
    expect(problemIn(await confirm(0))).toContain('400 UserpassTokenInvalid');
    expect(problemIn(await login())).toContain('confirmation required');
    await directory.provide('local-userpass', 'confirm/send', { email });
    directory.time.nowMs += DAY_MS - 1;
    expect((await confirm(1)).status).toBe(204);
  });

  it('takes the latest token only', async () => {
    const { provide, register, confirm } = open({ kind: 'email' });
    await register();
    expect((await provide('confirm/send', { email: ' ANNA@example.com' })).status).toBe(204);
    expect(problemIn(await confirm(0))).toContain('400 UserpassTokenInvalid');
    expect((await confirm(1)).status).toBe(204);
  });

  it('takes no token with the id of another, nor one that resets', async () => {
    const { directory, outbox, provide, register, login } = open({ kind: 'email' });
    await register();
    await directory.register('bo@example.com', 'secret-bo');
    await provide('reset/send', { email });
    const [anna, bo, reset] = outbox.deliveries();
    for (const body of [{ token: anna?.token, tokenId: bo?.tokenId }, reset]) {
      expect(problemIn(await provide('confirm', body))).toContain('400 UserpassTokenInvalid');
    }
    expect(problemIn(await login())).toContain('confirmation required');
  });

  it.each([
    { token: 'abc', tokenId: '123' },
    { token: '', tokenId: '' },
    { token: 'a'.repeat(128), tokenId: 'not-an-id' },
    { token: 'A'.repeat(128), tokenId: 'a'.repeat(24) },
  ])('calls %j no token at all', async (body) => {
    const { provide } = open({ kind: 'email' });
    expect(problemIn(await provide('confirm', body))).toBe('400 BadRequest: invalid token data');
  });

  it.each(['confirm', 'confirm/send', 'confirm/call'])('refuses an odd body for %s', async (path) => {
    const { provide } = open({ kind: 'email' });
    for (const body of [{}, { email: 1, token: 2, tokenId: 3 }, { email: 'x'.repeat(1001), token: 'a' }]) {
      expect(problemIn(await provide(path, body))).toContain('400 InvalidParameter');
    }
  });

  it('sends again to who waits for it, and tells the others why not', async () => {
    const { outbox, provide, register, confirm } = open({ kind: 'email' });
    expect(problemIn(await provide('confirm/send', { email }))).toBe('404 UserNotFound: user not found');
    await register();
    await confirm(0);
    expect(problemIn(await provide('confirm/send', { email }))).toBe(
      '400 UserAlreadyConfirmed: already confirmed',
    );
    expect(problemIn(await provide('confirm/call', { email }))).toBe(
      `400 BadRequest: cannot run confirmation for ${email}: no function confirms`,
    );
    expect(outbox.deliveries()).toHaveLength(1);
  });
});

describe('confirming automatically', () => {
  it('sends nothing, and has nothing to repeat', async () => {
    const { outbox, provide, register, login } = open({ kind: 'automatic' });
    await register();
    expect((await login()).status).toBe(200);
    expect(problemIn(await provide('confirm/send', { email }))).toContain('already confirmed');
    expect(problemIn(await provide('confirm/call', { email }))).toBe(
      `400 BadRequest: cannot run confirmation for ${email}: automatic confirmation is enabled`,
    );
    expect(outbox.deliveries()).toEqual([]);
  });
});

describe('confirming by function', () => {
  function openWith(...verdicts: readonly Verdict[]) {
    const left = [...verdicts];
    const asked: string[] = [];
    return {
      asked,
      ...open({
        kind: 'function',
        confirm: (address) => {
          asked.push(address);
          return left.shift() ?? 'fail';
        },
      }),
    };
  }

  it('lets in whom the function confirms', async () => {
    const { asked, outbox, register, login } = openWith('success');
    expect((await register()).status).toBe(201);
    expect((await login()).status).toBe(200);
    expect([asked, outbox.deliveries()]).toEqual([[email], []]);
  });

  it('registers nobody whom the function refuses', async () => {
    const { directory, register } = openWith('fail', 'success');
    expect(problemIn(await register())).toBe(`400 BadRequest: failed to confirm user "${email}"`);
    expect(directory.store.findPasswordIdentity(email)).toBeUndefined();
    expect((await register()).status).toBe(201);
  });

  it('asks again, and sends a token where the function has not decided', async () => {
    const { outbox, provide, register, login, confirm } = openWith('pending', 'fail', 'pending', 'success');
    await register();
    const again = () => provide('confirm/call', { email });
    expect(problemIn(await again())).toBe(`400 BadRequest: failed to confirm user "${email}"`);
    expect((await again()).status).toBe(204);
    expect(outbox.deliveries()).toHaveLength(2);
    expect(problemIn(await login())).toContain('confirmation required');
    expect((await again()).status).toBe(204);
    expect((await login()).status).toBe(200);
    expect(problemIn(await again())).toBe('400 UserAlreadyConfirmed: already confirmed');
    expect(problemIn(await confirm(1))).toContain('400 UserpassTokenInvalid');
  });

  it('does not ask about an address that nobody registered', async () => {
    const { asked, provide } = openWith('success');
    expect(problemIn(await provide('confirm/call', { email }))).toBe('404 UserNotFound: user not found');
    expect(asked).toEqual([]);
  });
});
