import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualTimers } from '../../../app/testing/manual-timers.ts';
import { fail } from '../../../app/outcome.ts';
import { openCallbackListener } from './callback-listener.ts';
import { listening } from './testing/listening.ts';
import { canary, valueOf } from './testing/signing-in.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const state = canary('ada', 'state');
const code = canary('ada', 'code');

const open = async ({ port }: { port?: number } = {}) => {
  const controller = new AbortController();
  const timers = createManualTimers();
  const outcome = await openCallbackListener({ state, port, timers, signal: controller.signal });
  ends.push(() => controller.abort());
  const listener = valueOf(outcome);
  const address = new URL(listener.redirectUri);
  return { ...listener, controller, timers, address, port: Number(address.port) };
};

const answerTo = (redirectUri: string, given = state) => `${redirectUri}?code=${code}&state=${given}`;

/** A server of somebody else on this computer. */
const occupy = async (host: string, port = 0): Promise<{ server: Server; port: number; heard: number[] }> => {
  const heard: number[] = [];
  const server = createServer((socket) => {
    heard.push(1);
    socket.destroy();
  });
  ends.push(() => server.close());
  return { server, port: await listening(server, { host, port }), heard };
};

/** A request whose head is written by hand; resolves with its status. */
const ask = (url: URL, { method = 'GET', headers = {}, path = url.pathname + url.search } = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest({ host: url.hostname, port: url.port, path, method, headers });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });

const isRefused = async (port: number, host = '127.0.0.1'): Promise<boolean> => {
  const socket = connect(port, host);
  const isClosed = await once(socket, 'connect').then(
    () => false,
    () => true,
  );
  return isClosed;
};

describe('the loopback redirect', () => {
  it('takes the answer, and shows how the login ended', async () => {
    const { redirectUri, callback } = await open();
    const showing = fetch(answerTo(redirectUri));
    const arrived = valueOf(await callback);
    expect(arrived.url.searchParams.get('code')).toBe(code);
    arrived.show('signedIn');
    const shown = await showing;
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('You are signed in')]);
  });

  it('D3: its pages say nothing of the request, and tell nobody where they are', async () => {
    const { redirectUri, callback } = await open();
    const showing = fetch(answerTo(redirectUri));
    valueOf(await callback).show('notSignedIn');
    const shown = await showing;
    expect(await shown.text()).not.toContain('CANARY');
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+';/),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
  });

  it.each([
    ['another state', (uri: string) => answerTo(uri, canary('eve', 'state'))],
    ['no state', (uri: string) => `${uri}?code=${code}`],
    ['two states', (uri: string) => `${answerTo(uri)}&state=${state}`],
    ['part of the state', (uri: string) => answerTo(uri, state.slice(0, -1))],
    ['nothing', (uri: string) => uri],
  ])('D1: refuses an answer with %s, and goes on listening for the real one', async (_what, addressOf) => {
    const { redirectUri, callback } = await open();
    const refused = await fetch(addressOf(redirectUri));
    expect(refused.status).toBe(400);
    expect(await refused.text()).not.toContain('CANARY');
    const showing = fetch(answerTo(redirectUri));
    valueOf(await callback).show('signedIn');
    expect((await showing).status).toBe(200);
  });

  it('D1: gives up after ten answers that are not to this login', async () => {
    const { redirectUri, callback, port } = await open();
    for (let count = 1; count <= 10; count += 1) {
      expect((await fetch(answerTo(redirectUri, `wrong-${count}`))).status).toBe(400);
    }
    expect(await callback).toEqual(fail({ code: 'serverError', problem: 'untrusted' }));
    expect(await isRefused(port)).toBe(true);
  });

  it('D2: listens on 127.0.0.1 alone, and nobody can listen there beside it', async () => {
    const { port } = await open();
    expect(await isRefused(port, '::1')).toBe(true);
    await expect(occupy('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(occupy('0.0.0.0', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('D2: a program with the same port on ::1 hears nothing', async () => {
    const { redirectUri, callback, port } = await open();
    const twin = await occupy('::1', port);
    const showing = fetch(answerTo(redirectUri));
    valueOf(await callback).show('signedIn');
    await showing;
    expect(twin.heard).toEqual([]);
  });

  it('D2: takes another port each time, chosen by the system', async () => {
    const ports = [await open(), await open(), await open()].map(({ port }) => port);
    expect(new Set(ports).size).toBe(3);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('D2: says of a given port that %s has it', async (host) => {
    const { port } = await occupy(host);
    const options = { state, port, timers: createManualTimers(), signal: new AbortController().signal };
    expect(await openCallbackListener(options)).toEqual(fail({ code: 'conflict', with: 'portTaken' }));
  });

  it('takes a given port that is free', async () => {
    const { port, server } = await occupy('127.0.0.1');
    server.close();
    await once(server, 'close');
    expect((await open({ port })).redirectUri).toBe(`http://127.0.0.1:${port}/callback`);
  });

  it('D3: takes one answer, and listens no more', async () => {
    const { redirectUri, callback, port } = await open();
    const showing = fetch(answerTo(redirectUri));
    const arrived = valueOf(await callback);
    expect(await isRefused(port)).toBe(true);
    arrived.show('signedIn');
    expect((await showing).status).toBe(200);
    await expect(fetch(answerTo(redirectUri))).rejects.toThrow();
  });

  it('D3: waits for five minutes', async () => {
    const { callback, port, timers } = await open();
    await timers.advance(5 * 60_000 - 1);
    expect(await isRefused(port)).toBe(false);
    await timers.advance(1);
    expect(await callback).toEqual(fail({ code: 'authenticationRejected', because: 'tooLate' }));
    expect(await isRefused(port)).toBe(true);
    expect(timers.pendingCount()).toBe(0);
  });

  it('D3: closes when the login ends elsewhere, a waiting browser told', async () => {
    const { redirectUri, callback, port, controller } = await open();
    const showing = fetch(answerTo(redirectUri));
    await callback;
    controller.abort();
    expect(await (await showing).text()).toContain('You are not signed in');
    expect(await isRefused(port)).toBe(true);
  });

  it.each([
    ['another path', { path: '/other' }, 404],
    ['the path with more', { path: `/callback/more?state=${state}` }, 404],
    ['a whole address', { path: `http://example.com/callback?state=${state}` }, 404],
    ['POST', { method: 'POST' }, 405],
    ['HEAD', { method: 'HEAD' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['a name that was bound to this address', { headers: { host: 'rebound.example' } }, 421],
    ['localhost', { headers: { host: 'localhost' } }, 421],
    ['another port', { headers: { host: '127.0.0.1:80' } }, 421],
    ['a query of a megabyte', { path: `/callback?state=${state}&code=${'x'.repeat(1_000_000)}` }, 431],
  ])('D3: refuses %s, and goes on listening', async (_what, request, status) => {
    const { redirectUri, callback } = await open();
    expect(await ask(new URL(answerTo(redirectUri)), request)).toBe(status);
    const showing = fetch(answerTo(redirectUri));
    valueOf(await callback).show('signedIn');
    expect((await showing).status).toBe(200);
  });

  it('D3: hangs up on a client that is slow, and not on the browser that waits', async () => {
    const { redirectUri, callback, port, timers } = await open();
    const slow = connect(port, '127.0.0.1');
    await once(slow, 'connect');
    slow.write('GET /callback?sta');
    // It was accepted before this one, whose answer has come.
    expect((await fetch(`${redirectUri}/other`)).status).toBe(404);
    const hungUp = once(slow, 'close');
    slow.resume();
    await timers.advance(10_000);
    await hungUp;
    const showing = fetch(answerTo(redirectUri));
    const arrived = valueOf(await callback);
    await timers.advance(10_000);
    arrived.show('signedIn');
    expect((await showing).status).toBe(200);
  });
});
