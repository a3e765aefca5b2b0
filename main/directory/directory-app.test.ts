import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DirectoryLogEvent } from './ports.ts';
import {
  APP_PATH,
  AUTH_PATH,
  canary,
  createTestPasswords,
  openTestDirectory,
  tokensIn,
} from './test-directory.ts';
import type { TestAnswer, TestDirectory } from './test-directory.ts';

const opened: TestDirectory[] = [];
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
});

function open(options?: Parameters<typeof openTestDirectory>[0]): TestDirectory {
  const directory = openTestDirectory(options);
  opened.push(directory);
  return directory;
}

async function openWithAnna() {
  const directory = open();
  const password = canary('anna', 'password');
  await directory.register('anna@example.com', password, 'Anna');
  return { directory, password, tokens: await directory.tokensOf('anna@example.com', password) };
}

function expectProblem(answer: TestAnswer, status: number, code: string, error: string): void {
  expect(answer.json).toEqual({ error, error_code: code, link: '' });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/json');
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return z.record(z.string(), z.unknown()).parse(JSON.parse(payload));
}

describe('location', () => {
  it('names the origin that was asked', async () => {
    const answer = await open().call('GET', `${APP_PATH}/location`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.json).toEqual({
      deployment_model: 'LOCAL',
      location: 'LOCAL',
      hostname: 'http://directory.hotseat.invalid',
      ws_hostname: 'ws://directory.hotseat.invalid',
    });
  });

  it('T48 names an unknown app', async () => {
    const answer = await open().call('GET', '/api/client/v2.0/app/other/location');
    expectProblem(answer, 404, 'AppNotFound', "cannot find app using Client App ID 'other'");
  });
});

describe('register', () => {
  it('answers 201 without a body, and the account can log in', async () => {
    const directory = open();
    const answer = await directory.register('anna@example.com', 'secret-1');
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([201, '', null]);
    expect((await directory.login('anna@example.com', 'secret-1')).status).toBe(200);
  });

  it('refuses a taken e-mail, however it is written', async () => {
    const { directory } = await openWithAnna();
    for (const email of ['anna@example.com', '  ANNA@Example.com ']) {
      const answer = await directory.register(email, 'other-secret');
      expectProblem(answer, 409, 'AccountNameInUse', 'name already in use');
    }
  });

  it('lets one of two simultaneous registrations win', async () => {
    const directory = open();
    const answers = await Promise.all([1, 2].map((n) => directory.register('bo@example.com', `secret-${n}`)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it.each(['', '12345', 'x'.repeat(129), '😀'.repeat(5)])('refuses the password %j', async (password) => {
    const answer = await open().register('anna@example.com', password);
    expectProblem(answer, 400, 'BadRequest', 'password must be between 6 and 128 characters');
  });

  it.each(['123456', 'x'.repeat(128), '😀'.repeat(128)])('takes the password %j', async (password) => {
    const directory = open();
    expect((await directory.register('anna@example.com', password)).status).toBe(201);
    expect((await directory.login('anna@example.com', password)).status).toBe(200);
  });

  it('refuses an e-mail with an invisible character in words', async () => {
    const answer = await open().register('an\u200bna@example.com', 'secret-1');
    const text = 'email must not contain spaces, invisible or control characters';
    expectProblem(answer, 400, 'InvalidParameter', text);
  });

  it.each([{}, { email: 'a@b.c' }, { email: 1, password: 'secret-1' }, { email: 'a@b.c', password: null }])(
    'refuses the body %j',
    async (body) => {
      const path = `${APP_PATH}/auth/providers/local-userpass/register`;
      const answer = await open().call('POST', path, { body });
      expect([answer.status, answer.json]).toMatchObject([400, { error_code: 'InvalidParameter' }]);
    },
  );

  it.each(['x'.repeat(101), 'An\u202ena', 'An\nna', '\ud800'])('refuses the name %j', async (name) => {
    const answer = await open().register('anna@example.com', 'secret-1', name);
    expect([answer.status, answer.json]).toMatchObject([400, { error_code: 'InvalidParameter' }]);
  });

  it('is not stopped by a token, which realm-web sends along', async () => {
    const { directory, tokens } = await openWithAnna();
    const path = `${APP_PATH}/auth/providers/local-userpass/register`;
    const body = { email: 'bo@example.com', password: 'secret-1' };
    expect((await directory.call('POST', path, { token: tokens.access_token, body })).status).toBe(201);
  });
});

describe('login', () => {
  it('hands out tokens with the claims clients read', async () => {
    const { directory, tokens } = await openWithAnna();
    const now = Math.floor(directory.time.nowMs / 1000);
    expect(tokens.user_id).toMatch(/^[0-9a-f]{24}$/);
    expect(tokens.device_id).toBe('000000000000000000000000');
    const access = claimsOf(tokens.access_token);
    const refresh = claimsOf(tokens.refresh_token);
    expect(access).toMatchObject({ sub: tokens.user_id, typ: 'access', iat: now, exp: now + 30 * 60 });
    expect(refresh).toMatchObject({ sub: tokens.user_id, typ: 'refresh', exp: now + 60 * 24 * 3600 });
    expect(refresh['sid']).toBe(access['sid']);
    expect(refresh['jti']).not.toBe(access['jti']);
  });

  it('answers a wrong password and an unknown e-mail alike, to the byte', async () => {
    const { directory } = await openWithAnna();
    const wrong = await directory.login('anna@example.com', 'not-the-password');
    const unknown = await directory.login('nobody@example.com', 'not-the-password');
    const malformed = await directory.login('not an address', 'not-the-password');
    expectProblem(wrong, 401, 'InvalidPassword', 'unauthorized');
    expect(unknown.text).toBe(wrong.text);
    expect(malformed.text).toBe(wrong.text);
    expect([...unknown.headers]).toEqual([...wrong.headers]);
  });

  it('ignores case and surrounding space of the e-mail, not of the password', async () => {
    const { directory, password } = await openWithAnna();
    expect((await directory.login(' Anna@EXAMPLE.com ', password)).status).toBe(200);
    expect((await directory.login('anna@example.com', password.toLowerCase())).status).toBe(401);
  });

  it('T34 tells a disabled account, but only with its password', async () => {
    const { directory, password, tokens } = await openWithAnna();
    directory.store.setDisabled(tokens.user_id, directory.time.nowMs);
    expectProblem(await directory.login('anna@example.com', password), 401, 'UserDisabled', 'user disabled');
    expectProblem(await directory.login('anna@example.com', 'wrong'), 401, 'InvalidPassword', 'unauthorized');
    const refreshed = await directory.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expectProblem(refreshed, 401, 'UserDisabled', 'user disabled');
    directory.store.setDisabled(tokens.user_id, undefined);
    expect((await directory.login('anna@example.com', password)).status).toBe(200);
  });

  it.each([
    { username: 'a'.repeat(1001), password: 'secret-1' },
    { username: 'anna@example.com', password: 'x'.repeat(1001) },
    { username: 1, password: 'secret-1' },
    { username: 'anna@example.com' },
  ])('refuses the body %j', async (body) => {
    const answer = await open().provide('local-userpass', 'login', body);
    expectProblem(answer, 400, 'InvalidParameter', 'username and password are expected');
  });

  it('T17 makes a new anonymous account each time', async () => {
    const directory = open();
    const path = `${APP_PATH}/auth/providers/anon-user/login`;
    const first = tokensIn(await directory.call('POST', path, { body: { options: {} } }));
    const second = tokensIn(await directory.call('POST', path));
    expect(second.user_id).not.toBe(first.user_id);
    const profile = await directory.call('GET', `${AUTH_PATH}/profile`, { token: first.access_token });
    expect(profile.json).toMatchObject({
      user_id: first.user_id,
      identities: [{ provider_type: 'anon-user' }],
      data: {},
    });
  });
});

describe('profile', () => {
  it('shows e-mail as written, and name', async () => {
    const directory = open();
    await directory.register(' Anna@Example.com', 'secret-1', '  Anna  ');
    const tokens = await directory.tokensOf('anna@example.com', 'secret-1');
    const answer = await directory.call('GET', `${AUTH_PATH}/profile`, { token: tokens.access_token });
    expect(answer.json).toEqual({
      user_id: tokens.user_id,
      domain_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      type: 'normal',
      identities: [
        {
          id: tokens.user_id,
          provider_type: 'local-userpass',
          provider_id: expect.stringMatching(/^\w{24}$/),
        },
      ],
      data: { email: 'Anna@Example.com', name: 'Anna' },
    });
  });

  it('refuses a missing, odd, forged, foreign or wrong token', async () => {
    const { directory, tokens } = await openWithAnna();
    const other = await openWithAnna();
    const profile = (token?: string) =>
      directory.call('GET', `${AUTH_PATH}/profile`, token === undefined ? {} : { token });
    expectProblem(await profile(), 401, 'InvalidSession', 'must authenticate first');
    expectProblem(await profile('null'), 401, 'InvalidSession', 'must authenticate first');
    const [header, payload, signature] = tokens.access_token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const forged = [
      `${header}.${payload}.${signature?.slice(0, -4)}AAAA`,
      `${none}.${payload}.AAAA`,
      other.tokens.access_token,
      tokens.refresh_token,
    ];
    for (const token of forged) {
      expectProblem(await profile(token), 401, 'InvalidSession', 'invalid session');
    }
  });

  it('refuses an access token after 30 minutes, not before', async () => {
    const { directory, tokens } = await openWithAnna();
    const profile = () => directory.call('GET', `${AUTH_PATH}/profile`, { token: tokens.access_token });
    directory.time.nowMs += 30 * 60_000 - 1000;
    expect((await profile()).status).toBe(200);
    directory.time.nowMs += 1000;
    expectProblem(await profile(), 401, 'InvalidSession', 'invalid session: access token expired');
  });
});

describe('session', () => {
  const unknownToken = 'invalid session: failed to find refresh token';

  it('renews the access token and keeps the refresh token', async () => {
    const { directory, tokens } = await openWithAnna();
    directory.time.nowMs += 59 * 24 * 3600_000;
    for (const _ of [1, 2]) {
      const answer = await directory.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
      expect(answer.status).toBe(201);
      const { access_token: token } = z.strictObject({ access_token: z.string() }).parse(answer.json);
      expect((await directory.call('GET', `${AUTH_PATH}/profile`, { token })).status).toBe(200);
    }
  });

  it('ends after 60 days', async () => {
    const { directory, tokens } = await openWithAnna();
    directory.time.nowMs += 60 * 24 * 3600_000;
    const answer = await directory.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expectProblem(answer, 401, 'InvalidSession', unknownToken);
  });

  it('is not renewed by an access token', async () => {
    const { directory, tokens } = await openWithAnna();
    const answer = await directory.call('POST', `${AUTH_PATH}/session`, { token: tokens.access_token });
    expectProblem(answer, 401, 'InvalidSession', unknownToken);
  });

  it('is over for both tokens after log out; another session of the account goes on', async () => {
    const { directory, password, tokens } = await openWithAnna();
    const second = await directory.tokensOf('anna@example.com', password);
    const out = await directory.call('DELETE', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expect([out.status, out.text]).toEqual([204, '']);
    const profile = await directory.call('GET', `${AUTH_PATH}/profile`, { token: tokens.access_token });
    expectProblem(profile, 401, 'InvalidSession', 'invalid session');
    for (const method of ['POST', 'DELETE']) {
      const again = await directory.call(method, `${AUTH_PATH}/session`, { token: tokens.refresh_token });
      expectProblem(again, 401, 'InvalidSession', unknownToken);
    }
    const other = await directory.call('GET', `${AUTH_PATH}/profile`, { token: second.access_token });
    expect(other.status).toBe(200);
  });
});

describe('delete account', () => {
  it('T20 takes sessions and notes along; logging in later is refused as any unknown account', async () => {
    const { directory, password, tokens } = await openWithAnna();
    await directory.callFunction(tokens.access_token, 'notes.add', 'a note');
    const gone = await directory.call('DELETE', `${AUTH_PATH}/delete`, { token: tokens.access_token });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect(directory.store.listNotes(tokens.user_id)).toEqual([]);
    const again = await directory.call('DELETE', `${AUTH_PATH}/delete`, { token: tokens.access_token });
    expectProblem(again, 401, 'InvalidSession', 'invalid session');
    const login = await directory.login('anna@example.com', password);
    expectProblem(login, 401, 'InvalidPassword', 'unauthorized');
    expect((await directory.register('anna@example.com', 'secret-2')).status).toBe(201);
    expect((await directory.tokensOf('anna@example.com', 'secret-2')).user_id).not.toBe(tokens.user_id);
  });

  it('needs an access token', async () => {
    const { directory, tokens } = await openWithAnna();
    const answer = await directory.call('DELETE', `${AUTH_PATH}/delete`, { token: tokens.refresh_token });
    expectProblem(answer, 401, 'InvalidSession', 'invalid session');
    expect(directory.store.findAccount(tokens.user_id)).toBeDefined();
  });
});

describe('functions', () => {
  async function openWithTwo() {
    const { directory, tokens: anna } = await openWithAnna();
    await directory.register('bo@example.com', 'secret-bo');
    return { directory, anna, bo: await directory.tokensOf('bo@example.com', 'secret-bo') };
  }

  it('whoami tells whose token it was', async () => {
    const { directory, anna, bo } = await openWithTwo();
    const who = async (token: string) => (await directory.callFunction(token, 'whoami')).json;
    expect(await who(anna.access_token)).toEqual({
      id: anna.user_id,
      email: 'anna@example.com',
      name: 'Anna',
      isAnonymous: false,
    });
    expect(await who(bo.access_token)).toEqual({
      id: bo.user_id,
      email: 'bo@example.com',
      isAnonymous: false,
    });
  });

  it('keeps notes in the order they were added', async () => {
    const { directory, anna } = await openWithTwo();
    const first = await directory.callFunction(anna.access_token, 'notes.add', 'first \0 😀');
    directory.time.nowMs -= 1000;
    await directory.callFunction(anna.access_token, 'notes.add', 'second');
    expect(first.json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      text: 'first \0 😀',
      createdAtMs: directory.time.nowMs + 1000,
    });
    const list = await directory.callFunction(anna.access_token, 'notes.list');
    expect(list.json).toMatchObject([{ text: 'first \0 😀' }, { text: 'second' }]);
  });

  it("shows nobody another's notes, and lets nobody remove them", async () => {
    const { directory, anna, bo } = await openWithTwo();
    const added = await directory.callFunction(anna.access_token, 'notes.add', 'private');
    const { id } = z.object({ id: z.string() }).parse(added.json);
    expect((await directory.callFunction(bo.access_token, 'notes.list')).json).toEqual([]);
    const refused = await directory.callFunction(bo.access_token, 'notes.remove', id);
    expectProblem(refused, 404, 'NoteNotFound', 'note not found');
    expect((await directory.callFunction(anna.access_token, 'notes.list')).json).toMatchObject([{ id }]);
    expect((await directory.callFunction(anna.access_token, 'notes.remove', id)).json).toEqual({ id });
    expect((await directory.callFunction(anna.access_token, 'notes.list')).json).toEqual([]);
  });

  it.each([[''], ['x'.repeat(10_001)], ['\ud800'], [1], [null], [{ $oid: '0' }]])(
    'refuses the note %j',
    async (text) => {
      const { directory, anna } = await openWithTwo();
      const answer = await directory.callFunction(anna.access_token, 'notes.add', text);
      expectProblem(answer, 400, 'InvalidParameter', 'text must be between 1 and 10000 characters');
    },
  );

  it('takes a note of 10,000 characters, and no more than a notebook holds', async () => {
    const { directory, anna } = await openWithTwo();
    const add = () => directory.callFunction(anna.access_token, 'notes.add', 'x'.repeat(10_000));
    for (let count = 0; count < 40; count += 1) expect((await add()).status).toBe(200);
    expectProblem(await add(), 400, 'NotebookFull', 'the notebook is full');
    const list = await directory.callFunction(anna.access_token, 'notes.list');
    expect(list.text.length).toBeLessThan(1_000_000);
  });

  it('knows no other functions and no services', async () => {
    const { directory, anna } = await openWithTwo();
    for (const name of ['nope', 'constructor', '__proto__', 'notes']) {
      const answer = await directory.callFunction(anna.access_token, name);
      expectProblem(answer, 404, 'FunctionNotFound', 'function not found');
    }
    const body = { name: 'whoami', arguments: [], service: 'mongodb-atlas' };
    const answer = await directory.call('POST', `${APP_PATH}/functions/call`, {
      token: anna.access_token,
      body,
    });
    expectProblem(answer, 404, 'FunctionNotFound', 'function not found');
  });

  it('needs an access token before it reads the body', async () => {
    const answer = await open().call('POST', `${APP_PATH}/functions/call`, { body: 'not json' });
    expectProblem(answer, 401, 'InvalidSession', 'must authenticate first');
  });
});

describe('at the edge', () => {
  const register = `${APP_PATH}/auth/providers/local-userpass/register`;

  it('refuses a body over 64 KiB, declared or not', async () => {
    const directory = open();
    const body = JSON.stringify({ email: 'a@b.c', password: 'x'.repeat(70_000) });
    const answer = await directory.call('POST', register, { body });
    expectProblem(answer, 413, 'BadRequest', 'the request body is larger than 64 KiB');
    const stream = new Blob([body]).stream();
    const request = new Request(`http://localhost${register}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect((await directory.app.fetch(request)).status).toBe(413);
  });

  it.each(['', 'nonsense', '"text"', 'null', '[1'])('refuses the body %j', async (body) => {
    const answer = await open().call('POST', register, { body });
    expectProblem(answer, 400, 'BadRequest', 'the request body must be a JSON object');
  });

  it('refuses what a web page may post without asking', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await open().call('POST', register, { body: '{"email":"a@b.c"}', headers });
    expectProblem(answer, 415, 'BadRequest', 'the request body must be application/json');
  });

  it.each([
    ['GET', '/'],
    ['GET', register],
    ['PUT', `${AUTH_PATH}/session`],
    ['POST', `${APP_PATH}/auth/providers/oauth2-google/login`],
  ])('knows no %s %s', async (method, path) => {
    expectProblem(await open().call(method, path), 404, 'NotFound', 'not found');
  });

  it('stores nothing for a request cancelled while its password was hashed', async () => {
    const directory = open();
    const aborted = new AbortController();
    const body = { email: 'anna@example.com', password: 'secret-1' };
    const answering = directory.call('POST', register, { body, signal: aborted.signal });
    await Promise.resolve();
    aborted.abort();
    const answer = await answering.catch(() => undefined);
    expect(answer?.status).not.toBe(201);
    expect(directory.store.findPasswordIdentity('anna@example.com')).toBeUndefined();
  });

  it('answers 503 and counts no failure when passwords cannot be checked', async () => {
    const logged: DirectoryLogEvent[] = [];
    const workerUrl = new URL('file:///nowhere/worker.js');
    const directory = open({
      passwords: createTestPasswords({ workerUrl, log: (event) => logged.push(event) }),
    });
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const answer = await directory.login('anna@example.com', 'secret-1');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    }
    expect(logged[0]).toEqual({ kind: 'workerFailed', reason: 'Error' });
  });

  it('says nothing about secrets in what it logs when the database fails', async () => {
    const { directory, tokens } = await openWithAnna();
    directory.store.close();
    const answer = await directory.call('GET', `${AUTH_PATH}/profile`, { token: tokens.access_token });
    expect(answer.status).toBe(500);
    expect(directory.logged).toEqual([
      { kind: 'requestFailed', route: '/api/client/v2.0/auth/profile', reason: 'Error' },
    ]);
    opened.length = 0;
  });
});
