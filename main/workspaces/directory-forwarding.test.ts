import { expect, test, vi } from 'vitest';
import { directoryOrigin } from '../../app/identity/directory-scheme.ts';
import type { HttpResponse } from '../../app/identity/app-services/http.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { userIdSchema } from '../../app/users/user.ts';
import { createDirectoryForwarding } from './directory-forwarding.ts';

const ada = userIdSchema.parse('user-ada');
const token = 'CANARY-ada-token-5c1f';
const api = `${directoryOrigin}/api/client/v2.0`;
const call = `${api}/app/hotseat-directory/functions/call`;

type Sent = Parameters<Parameters<typeof createDirectoryForwarding>[0]['request']>[0];

const answered = (body: string, part: Partial<HttpResponse> = {}): Outcome<HttpResponse> =>
  succeed({ status: 200, headers: { 'content-type': 'application/json' }, body, ...part });

/** A directory that is a fake: it only notes what reaches it. The real one stands behind it in the e2e tests. */
const stage = (answers: readonly Outcome<HttpResponse>[] = [answered('{}')]) => {
  const sent: Sent[] = [];
  const left = [...answers];
  const bearerOf = vi.fn<() => Promise<Outcome<string>>>(async () => succeed(token));
  const noteRejected = vi.fn<() => Promise<void>>(async () => undefined);
  const forward = createDirectoryForwarding({
    userId: ada,
    bearers: { bearerOf, noteRejected },
    request: async (message) => {
      sent.push(message);
      return left.shift() ?? answered('{}');
    },
  });
  const own = new AbortController();
  /** As the page's own script. */
  const ask = (url: string, init?: RequestInit) => forward(new Request(url, init), own.signal);
  const askUnseen = (url: string, init?: RequestInit) => forward(new Request(url, init), undefined);
  return { sent, bearerOf, noteRejected, forward, ask, askUnseen };
};

const whoami: RequestInit = {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer of-the-page', cookie: 'a=b' },
  body: '{"name":"whoami","arguments":[]}',
};

test('a call of the own page goes out with its user’s token, and with nothing else that the page has set', async () => {
  const { sent, ask } = stage();
  expect((await ask(call, whoami)).status).toBe(200);
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/api/client/v2.0/app/hotseat-directory/functions/call',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"name":"whoami","arguments":[]}',
    },
  ]);
});

test('whoever is not known to be the own page gets no token, and reaches nobody', async () => {
  const { sent, bearerOf, askUnseen } = stage();
  const answer = await askUnseen(call, whoami);
  expect(answer.status).toBe(401);
  expect(sent).toEqual([]);
  expect(bearerOf).not.toHaveBeenCalled();
});

test.each(['userNotFound', 'userLoggedOut', 'locked'] as const)(
  'a user who may not act (%s) gets the answer of somebody without a token',
  async (code) => {
    const { sent, bearerOf, ask } = stage();
    bearerOf.mockResolvedValue(fail({ code }));
    expect((await ask(call, whoami)).status).toBe(401);
    expect(sent).toEqual([]);
  },
);

test('a page file is fetched without a token', async () => {
  const { sent, ask } = stage([answered('<!doctype html>')]);
  expect(await (await ask(`${directoryOrigin}/`)).text()).toBe('<!doctype html>');
  expect(sent).toEqual([{ method: 'GET', path: '/', headers: {} }]);
});

test.each([
  ['POST', '/app/hotseat-directory/auth/providers/local-userpass/login'],
  ['POST', '/app/hotseat-directory/auth/providers/anon-user/login'],
  ['POST', '/auth/session'],
  ['DELETE', '/auth/session'],
  ['DELETE', '/auth/delete'],
  ['POST', '/auth/api_keys'],
  ['GET', '/auth/api_keys'],
  ['GET', '/auth/../auth/session'],
  ['POST', '/auth/%73ession'],
  ['POST', '/app/other-app/functions/call'],
])('no page may ask %s %s', async (method, path) => {
  const { sent, ask } = stage();
  expect((await ask(`${api}${path}`, { method })).status).toBe(403);
  expect(sent).toEqual([]);
});

test.each([
  'directory://other/',
  'directory://hotseat:8080/',
  'directory://ada:secret@hotseat/',
  'https://hotseat/',
  'directory://hotseat.example/',
])('C8: %s is no address of the directory', async (url) => {
  const { sent, forward } = stage();
  const asked = { url, method: 'GET', headers: new Headers(), body: null };
  expect((await forward(asked, new AbortController().signal)).status).toBe(404);
  expect(sent).toEqual([]);
});

test('T27: a token that is refused is renewed, and the call repeated once', async () => {
  const refused = answered('{}', { status: 401 });
  const { sent, bearerOf, noteRejected, ask } = stage([refused, answered('"done"')]);
  bearerOf.mockResolvedValueOnce(succeed('old')).mockResolvedValueOnce(succeed('new'));
  expect(await (await ask(call, whoami)).json()).toBe('done');
  expect(noteRejected).toHaveBeenCalledExactlyOnceWith(ada, 'old');
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer old', 'Bearer new']);
});

test('T28: a call is repeated no more than once, and not with the token that was refused', async () => {
  const refused = answered('{}', { status: 401 });
  const twice = stage([refused, refused, answered('{}')]);
  twice.bearerOf.mockResolvedValueOnce(succeed('old')).mockResolvedValueOnce(succeed('new'));
  expect((await twice.ask(call, whoami)).status).toBe(401);
  expect(twice.sent).toHaveLength(2);
  const same = stage([refused, answered('{}')]);
  expect((await same.ask(call, whoami)).status).toBe(401);
  expect(same.sent).toHaveLength(1);
});

test('an answer that holds the token does not reach the page', async () => {
  const inBody = stage([answered(JSON.stringify({ said: token }))]);
  const body = await inBody.ask(call, whoami);
  expect(body.status).toBe(500);
  expect(await body.text()).not.toContain(token);
  const inHeader = stage([answered('{}', { headers: { 'cache-control': token } })]);
  expect((await inHeader.ask(call, whoami)).status).toBe(500);
});

test('headers of an answer that are not listed stay behind', async () => {
  const said = { 'content-type': 'application/json', 'x-served-by': 'somebody', 'cache-control': 'no-store' };
  const { ask } = stage([answered('{}', { headers: said })]);
  expect([...(await ask(call, whoami)).headers.keys()]).toEqual(['cache-control', 'content-type']);
});

test('the location is the page’s own origin', async () => {
  const { ask } = stage([answered(JSON.stringify({ hostname: 'http://directory.hotseat.invalid' }))]);
  expect(await (await ask(`${api}/app/hotseat-directory/location`)).json()).toEqual({
    hostname: directoryOrigin,
  });
});

test('a body that is too long is refused before it is sent', async () => {
  const { sent, ask } = stage();
  expect((await ask(call, { method: 'POST', body: 'x'.repeat(100_001) })).status).toBe(413);
  expect(sent).toEqual([]);
});

test('a keyring that is away is told as what it is', async () => {
  const { bearerOf, ask } = stage();
  bearerOf.mockResolvedValue(fail({ code: 'storageUnavailable', problem: 'keyringUnavailable' }));
  const answer = await ask(call, whoami);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ error_code: 'KeyringUnavailable' });
});

test('a page that the directory does not answer for is one that cannot be reached', async () => {
  const { ask } = stage([fail({ code: 'networkUnavailable' })]);
  expect((await ask(`${directoryOrigin}/`)).type).toBe('error');
});
