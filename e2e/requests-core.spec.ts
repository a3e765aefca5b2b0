import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import type { OutgoingRequest } from '../app/contract/request-views.ts';
import { startDirectoryServer, type DirectoryServer } from './fixtures/directory-server.ts';
import { expect, test } from './fixtures/hotseat.ts';
import { person, type Person } from './fixtures/person.ts';
import { HotseatScreen } from './screens/hotseat-screen.ts';

// Each test runs Hotseat, and some of them a server of accounts.
test.describe.configure({ timeout: 120_000 });

const run = promisify(execFile);

let server: DirectoryServer | undefined;
test.afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const http = (url: string, own: Partial<Extract<OutgoingRequest, { kind: 'http' }>> = {}) =>
  ({ kind: 'http', method: 'GET', url, headers: [], ...own }) satisfies OutgoingRequest;

const profileOf = http('/api/client/v2.0/auth/profile');
const whoami: OutgoingRequest = { kind: 'function', name: 'whoami', arguments: [] };

/** Asks through the bridge, as the window does, and notes what is pushed meanwhile. */
const send = (
  page: Page,
  userId: string,
  request: OutgoingRequest,
  requestId: string = crypto.randomUUID(),
) =>
  page.evaluate(
    async ([id, user, written]) => {
      const asked: OutgoingRequest = JSON.parse(written);
      const snapshot = await window.hotseat.snapshot();
      const found = snapshot.ok ? snapshot.value.users.find((one) => one.id === user) : undefined;
      if (!found) throw new Error('There is no such user');
      const parts: string[] = [];
      Reflect.set(window, 'heardParts', parts);
      const end = window.hotseat.subscribe((push) => {
        if (push.kind === 'answerPart' && push.requestId === id) parts.push(push.part.kind);
      });
      const answer = await window.hotseat.execute('sendRequest', {
        requestId: id,
        userId: found.id,
        request: asked,
      });
      end();
      return { answer, parts };
    },
    [requestId, userId, JSON.stringify(request)] as const,
  );

/** How many parts of the last answer have been pushed. */
const heardParts = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const parts: unknown = Reflect.get(window, 'heardParts');
    return Array.isArray(parts) ? parts.length : 0;
  });

const idOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const snapshot = await window.hotseat.snapshot();
    const user = snapshot.ok ? snapshot.value.users.find((one) => one.name === wanted) : undefined;
    return user?.id ?? '';
  }, name);

const createAt = async (screen: HotseatScreen, service: string, credentials: Person): Promise<void> => {
  const dialog = await screen.openAddAccount();
  await dialog.chooseService(service);
  await dialog.submitCreateAccount(credentials);
  await dialog.dialog.waitFor({ state: 'detached' });
  await expect(screen.activeUser).toContainText(credentials.name);
};

const everythingIn = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .join('\n')
    : '';

test('T50, C2: requests and functions at the directory are those of the user they name, whoever is active by then', async ({
  launch,
}) => {
  const { window: page } = await launch();
  const screen = new HotseatScreen(page);
  const [ana, ben] = [person('Ana'), person('Ben')];
  await createAt(screen, 'This computer', ana);
  await createAt(screen, 'This computer', ben);
  const [anaId, benId] = [await idOf(page, 'Ana'), await idOf(page, 'Ben')];
  await screen.accounts.choose('Ana', 'Switch to');
  await expect(screen.activeUser).toContainText('Ana');

  const asAna = send(page, anaId, profileOf, 'both');
  await screen.accounts.choose('Ben', 'Switch to');
  await expect(screen.activeUser).toContainText('Ben');
  const { answer, parts } = await asAna;
  expect(answer).toMatchObject({
    ok: true,
    value: { status: 200, content: { text: expect.stringContaining(ana.email) } },
  });
  expect(parts[0]).toBe('head');
  const { answer: ofBen } = await send(page, benId, profileOf, 'both');
  expect(ofBen).toMatchObject({ ok: true, value: { content: { text: expect.stringContaining(ben.email) } } });

  const called = await send(page, anaId, whoami);
  expect(called.answer).toMatchObject({ ok: true, value: { status: 200 } });
  const unknown = await send(page, anaId, { ...whoami, name: 'nothing' });
  expect(unknown.answer).toMatchObject({
    ok: true,
    value: { status: 404, content: { text: 'function not found' } },
  });

  const book = await page.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    const [service] = snapshot.ok ? snapshot.value.services : [];
    return service && window.hotseat.execute('readRequestBook', { serviceId: service.id });
  });
  expect(book).toMatchObject({
    ok: true,
    value: {
      past: [
        { request: { name: 'nothing' } },
        { request: { name: 'whoami' } },
        { id: 'both', answers: [{ status: 200 }, { status: 200 }] },
      ],
    },
  });
});

test('C8, C9, G3: a request goes to its service alone, ends with the log out, and leaves with the removal', async ({
  launch,
}) => {
  const { window: page, profile } = await launch();
  const screen = new HotseatScreen(page);
  await createAt(screen, 'This computer', person('Ana'));
  const anaId = await idOf(page, 'Ana');
  for (const url of ['https://evil.example/', 'directory://hotseat@evil/', '//evil.example/'])
    expect((await send(page, anaId, http(url))).answer).toMatchObject({
      ok: false,
      error: { code: 'invalidInput', field: 'requestUrl' },
    });
  const kept = http('/api/client/v2.0/auth/profile?access_token=CANARY');
  expect((await send(page, anaId, kept)).answer.ok).toBe(true);
  await expect.poll(() => everythingIn(join(profile, 'requests'))).toContain(anaId);
  expect(everythingIn(join(profile, 'requests'))).not.toContain('CANARY');
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  expect((await send(page, anaId, profileOf)).answer).toMatchObject({ error: { code: 'userLoggedOut' } });
  await page.evaluate(async (wanted) => {
    const snapshot = await window.hotseat.snapshot();
    const user = snapshot.ok ? snapshot.value.users.find((one) => one.id === wanted) : undefined;
    if (user) await window.hotseat.execute('remove', { userId: user.id });
  }, anaId);
  await expect.poll(() => everythingIn(join(profile, 'requests'))).not.toContain(anaId);
});

test('a copied command asks as its user, outside of Hotseat, until that user logs out', async ({
  launch,
}) => {
  test.skip(process.platform === 'win32', 'its curl knows no Unix sockets');
  server = await startDirectoryServer();
  const { app, window: page } = await launch();
  const screen = new HotseatScreen(page);
  await screen.addServer({ name: 'Shop', baseUrl: server.baseUrl, appId: 'hotseat-directory' });
  const ana = person('Ana');
  await createAt(screen, 'Shop', ana);
  const anaId = await idOf(page, 'Ana');
  expect((await send(page, anaId, profileOf)).answer).toMatchObject({
    ok: true,
    value: { status: 200, content: { text: expect.stringContaining(ana.email) } },
  });
  const copied = await page.evaluate(
    async ([wanted, written]) => {
      const request: OutgoingRequest = JSON.parse(written);
      const snapshot = await window.hotseat.snapshot();
      const user = snapshot.ok ? snapshot.value.users.find((one) => one.id === wanted) : undefined;
      return user && window.hotseat.execute('copyAsCurl', { userId: user.id, request });
    },
    [anaId, JSON.stringify(profileOf)] as const,
  );
  expect(copied).toMatchObject({ ok: true });
  const command = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(command).not.toContain('Bearer');
  expect((await run('sh', ['-c', command])).stdout).toContain(ana.email);
  await screen.accounts.choose('Ana', 'Log out');
  await expect(screen.accounts.row('Ana')).toContainText('Logged out');
  const after = await run('sh', ['-c', command]).catch((cause: unknown) => cause);
  expect(JSON.stringify(after)).not.toContain(ana.email);
});

test('C5, C9: an answer is heard while it comes, a redirect is not followed, and every method arrives', async ({
  launch,
}) => {
  server = await startDirectoryServer();
  const door = await startDoorTo(server.baseUrl);
  try {
    const { window: page } = await launch();
    const screen = new HotseatScreen(page);
    await screen.addServer({ name: 'Shop', baseUrl: door.origin, appId: 'hotseat-directory' });
    await createAt(screen, 'Shop', person('Ana'));
    const anaId = await idOf(page, 'Ana');

    const streamed = send(page, anaId, http('/stream'));
    await expect.poll(() => door.streams.length).toBe(1);
    door.streams[0]?.write('one ');
    await expect.poll(() => heardParts(page)).toBe(2);
    door.streams[0]?.end('two');
    const { answer, parts } = await streamed;
    expect(answer).toMatchObject({ ok: true, value: { content: { text: 'one two' }, byteCount: 7 } });
    expect(parts.slice(0, 2)).toEqual(['head', 'text']);

    expect((await send(page, anaId, http('/redirect'))).answer).toMatchObject({
      ok: false,
      error: { code: 'serverError', problem: 'redirected' },
    });
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])
      expect((await send(page, anaId, http('/echo', { method }))).answer, method).toMatchObject({
        ok: true,
        value: { status: 200 },
      });
    const posted = http('/echo', {
      method: 'POST',
      body: 'x'.repeat(200_000),
      headers: [{ name: 'X-A', value: 'b' }],
    });
    const { answer: echoed } = await send(page, anaId, posted);
    const cookies = { name: 'set-cookie', value: '(hidden)' };
    expect(echoed).toMatchObject({ value: { content: { text: 'POST b 200000 Bearer (token)' } } });
    expect(echoed.ok ? echoed.value.headers : []).toContainEqual(cookies);

    const held = send(page, anaId, http('/stream'));
    await expect.poll(() => door.streams.length).toBe(2);
    await screen.accounts.choose('Ana', 'Log out');
    expect((await held).answer).toMatchObject({ error: { code: 'userLoggedOut' } });
    await expect.poll(() => door.streams[1]?.destroyed, 'the connection is closed').toBe(true);
    expect(door.elsewhere).toEqual([]);
  } finally {
    await door.stop();
  }
});

/** A server in front of the accounts’ own, which also has pages that stream, redirect and tell what came. */
const startDoorTo = async (baseUrl: string) => {
  const streams: ServerResponse[] = [];
  const elsewhere: string[] = [];
  const listening: Server[] = [];
  const listen = async (serve: Parameters<typeof createServer>[1]): Promise<string> => {
    const one = createServer(serve);
    listening.push(one);
    await new Promise<void>((settle) => {
      one.listen(0, '127.0.0.1', settle);
    });
    const address = one.address();
    return address !== null && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '';
  };
  const away = await listen((request, response) => {
    elsewhere.push(request.headers.authorization ?? '');
    response.end();
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/stream') {
      // Of plain text Chromium waits for the first kilobyte, to see whether it is text.
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      streams.push(response);
    } else if (request.url === '/redirect') {
      response.writeHead(302, { location: away });
      response.end();
    } else if (request.url === '/echo') {
      let length = 0;
      for await (const piece of request) length += Buffer.byteLength(String(piece));
      response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': 'a=b' });
      const { authorization, 'x-a': said } = request.headers;
      response.end(`${request.method ?? ''} ${String(said)} ${length} ${authorization ?? ''}`);
    } else {
      const passed = await fetch(`${baseUrl}${request.url ?? ''}`);
      response.writeHead(passed.status, { 'content-type': 'application/json' });
      response.end(await passed.text());
    }
  };
  const origin = await listen((request, response) => void answer(request, response));
  return {
    origin,
    streams,
    elsewhere,
    stop: async () => {
      for (const one of listening) {
        one.closeAllConnections();
        await new Promise((settle) => {
          one.close(settle);
        });
      }
    },
  };
};
