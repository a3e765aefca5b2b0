import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerHead, CarriedRequest } from '../../app/requests/request-carrier.ts';
import { Stoppable } from '../../app/requests/stoppable.ts';
import { createManualTimers, type ManualTimers } from '../../app/testing/manual-timers.ts';
import { startFaultServer, type Fault, type FaultServer } from '../network/testing/fault-server.ts';
import {
  answering,
  flooding,
  gzipBomb,
  hangingUp,
  redirectingTo,
  silent,
  trickling,
} from '../network/testing/faults.ts';
import { createNetworkCarrier } from './network-carrier.ts';

const canary = 'CANARY-ada-accessToken-2a1c77';

const servers: FaultServer[] = [];
const serve = async (fault: Fault): Promise<FaultServer> => {
  const server = await startFaultServer(fault);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Begins a request and hears what comes of it. */
const ask = (
  origin: string,
  { timers = createManualTimers(), ...own }: Partial<CarriedRequest> & { timers?: ManualTimers } = {},
) => {
  const heads: AnswerHead[] = [];
  const texts: string[] = [];
  const work = new Stoppable();
  const headers = { Authorization: `Bearer ${canary}`, ...own.headers };
  const request = { origin, path: '/', method: 'GET', body: undefined, ...own, headers };
  const answer = createNetworkCarrier({ fetch, timers })(
    request,
    { head: (head) => heads.push(head), text: (text) => texts.push(text) },
    work,
  );
  return { answer, heads, texts, work, text: () => texts.join('') };
};

const textOf = async (fault: Fault): Promise<string> => {
  const { answer, text } = ask((await serve(fault)).origin);
  const ended = await answer;
  return ended.ok ? (ended.value.kind === 'binary' ? 'binary' : text()) : ended.error.code;
};

describe('a request over the network', () => {
  it('brings the answer whole, whatever its status', async () => {
    const server = await serve(answering(418, { 'x-kind': 'teapot', 'set-cookie': 'a=b' }, 'tea'));
    const asked = ask(server.origin, {
      path: '/pot?b=2',
      method: 'PATCH',
      body: 'x',
      headers: { 'X-A': 'b' },
    });
    expect(await asked.answer).toEqual({ ok: true, value: { byteCount: 3, isCut: false, kind: 'text' } });
    expect(asked.text()).toBe('tea');
    expect(asked.heads).toMatchObject([{ status: 418, statusText: "I'm a Teapot" }]);
    expect(asked.heads[0]?.headers).toContainEqual({ name: 'x-kind', value: 'teapot' });
    expect(server.received).toMatchObject([
      { method: 'PATCH', url: '/pot?b=2', headers: { 'x-a': 'b', authorization: `Bearer ${canary}` } },
    ]);
    expect(server.received[0]?.headers['cookie']).toBeUndefined();
  });

  it('is heard while it comes', async () => {
    const goOn: (() => void)[] = [];
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('one ');
      goOn.push(() => response.end('two'));
    });
    const asked = ask(origin);
    await expect.poll(() => asked.texts).toEqual(['one ']);
    expect(asked.heads).toHaveLength(1);
    for (const go of goOn) go();
    expect((await asked.answer).ok).toBe(true);
    expect(asked.text()).toBe('one two');
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])('%s', async (method) => {
    const server = await serve(answering(204, {}));
    expect((await ask(server.origin, { method }).answer).ok).toBe(true);
    expect(server.received).toMatchObject([{ method }]);
  });

  it('leaves no timer behind', async () => {
    const timers = createManualTimers();
    await ask((await serve(answering(200, {}, 'fine'))).origin, { timers }).answer;
    expect(timers.pendingCount()).toBe(0);
  });

  const latin = Buffer.from('caf\u00e9', 'latin1');
  it.each([
    ['UTF-8 by default', {}, Buffer.from('caf\u00e9'), 'caf\u00e9'],
    ['the charset that is named', { 'content-type': 'text/plain; charset="ISO-8859-1"' }, latin, 'caf\u00e9'],
    ['a wrong charset', { 'content-type': 'text/plain; charset=utf-8' }, latin, 'caf\ufffd'],
    [
      'an unknown charset',
      { 'content-type': 'text/plain; charset=klingon' },
      Buffer.from('caf\u00e9'),
      'caf\u00e9',
    ],
    [
      'a byte order mark',
      { 'content-type': 'text/plain; charset=utf-8' },
      Buffer.from('\ufeffhi', 'utf16le'),
      'hi',
    ],
    ['a picture', { 'content-type': 'image/png' }, Buffer.from('x'), 'binary'],
    ['a picture that is text', { 'content-type': 'image/svg+xml' }, Buffer.from('<svg/>'), '<svg/>'],
    ['what is no text', {}, Buffer.from([1, 0, 2]), 'binary'],
    ['nothing', {}, Buffer.from(''), ''],
    ['what was packed', { 'content-encoding': 'gzip' }, gzipSync('unpacked'), 'unpacked'],
  ])('reads %s', async (_title, headers, body, text) =>
    expect(await textOf(answering(200, headers, body))).toBe(text),
  );

  it('puts a character together that comes in two pieces', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, {});
      response.write(Buffer.from([0xe2, 0x82]), () => setImmediate(() => response.end(Buffer.from([0xac]))));
    });
    const asked = ask(origin);
    await asked.answer;
    expect(asked.text()).toBe('\u20ac');
  });

  it('C4: the server is not there, or hangs up before its answer or within it', async () => {
    const gone = await serve(answering(200, {}));
    await gone.close();
    for (const origin of [
      gone.origin,
      (await serve(hangingUp(0))).origin,
      (await serve(hangingUp(100))).origin,
    ])
      expect(await ask(origin).answer).toEqual({ ok: false, error: { code: 'networkUnavailable' } });
  });

  it('C4: a server that says nothing has thirty seconds', async () => {
    const timers = createManualTimers();
    const server = await serve(silent);
    const { answer } = ask(server.origin, { timers });
    await expect.poll(() => server.received.length).toBe(1);
    await timers.advance(29_999);
    expect(timers.pendingCount()).toBeGreaterThan(0);
    await timers.advance(1);
    expect(await answer).toEqual({ ok: false, error: { code: 'networkUnavailable' } });
    expect(timers.pendingCount()).toBe(0);
  });

  it('C4: a byte now and then wins time, but five minutes are all', async () => {
    const timers = createManualTimers();
    let sent = 0;
    const { origin } = await serve(trickling((count) => (sent = count)));
    const asked = ask(origin, { timers });
    for (let passed = 0; passed < 290_000; passed += 29_000) {
      const before = asked.texts.length;
      await expect.poll(() => asked.texts.length).toBeGreaterThan(before);
      await timers.advance(29_000);
    }
    expect(sent).toBeGreaterThan(5);
    expect(timers.pendingCount()).toBeGreaterThan(0);
    await timers.advance(10_000);
    expect(await asked.answer).toEqual({ ok: false, error: { code: 'networkUnavailable' } });
  });

  it.each([
    ['a hundred megabytes', flooding(100_000_000), 10_000_000],
    ['a few kilobytes that would unpack to a hundred megabytes', gzipBomb(100_000_000), 200_000],
  ])('C4: of %s one megabyte is kept, and the connection closed', async (_title, fault, most) => {
    const server = await serve(fault);
    const asked = ask(server.origin);
    expect(await asked.answer).toEqual({
      ok: true,
      value: { byteCount: 1_000_000, isCut: true, kind: 'text' },
    });
    expect(asked.text().length).toBe(1_000_000);
    expect(server.sentBytes()).toBeLessThan(most);
  });

  it('C4: a connection whose answer was cut is closed, though its server would go on', async () => {
    let isClosed = false;
    const { origin } = await serve((_request, response) => {
      response.on('close', () => (isClosed = true));
      response.writeHead(200, {});
      response.write('x'.repeat(1_000_001));
    });
    expect(await ask(origin).answer).toMatchObject({ value: { isCut: true } });
    await expect.poll(() => isClosed).toBe(true);
  });

  it('C4: a megabyte is not cut', async () =>
    expect(await ask((await serve(answering(200, {}, 'x'.repeat(1_000_000)))).origin).answer).toMatchObject({
      value: { byteCount: 1_000_000, isCut: false },
    }));

  it.each([301, 302, 303, 307, 308])('C5: a %d takes the token nowhere', async (status) => {
    const elsewhere = await serve(answering(200, {}));
    const server = await serve(redirectingTo(`${elsewhere.origin}/`, status));
    const asked = ask(server.origin);
    expect(await asked.answer).toMatchObject({
      ok: false,
      error: { code: 'serverError', problem: 'redirected' },
    });
    expect(elsewhere.received).toEqual([]);
    expect(server.received).toHaveLength(1);
    expect(asked.heads).toEqual([]);
  });

  it.each(['/', 'file:///etc/passwd', 'http://user@127.0.0.1/'])(
    'C5: nor does one to %s',
    async (location) => {
      const server = await serve(redirectingTo(location));
      expect((await ask(server.origin).answer).ok).toBe(false);
      expect(server.received).toHaveLength(1);
    },
  );

  it('C8: goes to no other origin than it says', async () => {
    const server = await serve(answering(200, {}));
    const { host } = new URL(server.origin);
    for (const [origin, path] of [
      ['http://127.0.0.1', `:1@${host}/`],
      [`http://user@${host}`, '/'],
      ['http://example.com', '/'],
      [server.origin.toUpperCase(), '/'],
    ] as const)
      expect(await ask(origin, { path }).answer).toEqual({
        ok: false,
        error: { code: 'serverError', problem: 'untrusted' },
      });
    expect(server.received).toEqual([]);
  });

  it('is cancelled before it begins, while it waits, and while its answer comes', async () => {
    const cancelled = { ok: false, error: { code: 'cancelled' } };
    const server = await serve(trickling(() => undefined));
    const early = ask(server.origin);
    early.work.stop({ code: 'cancelled' });
    expect(await early.answer).toEqual(cancelled);

    const quiet = await serve(silent);
    const waiting = ask(quiet.origin);
    await expect.poll(() => quiet.received.length).toBe(1);
    waiting.work.stop({ code: 'cancelled' });
    expect(await waiting.answer).toEqual(cancelled);

    const reading = ask(server.origin);
    await expect.poll(() => reading.texts.length).toBeGreaterThan(1);
    reading.work.stop({ code: 'cancelled' });
    expect(await reading.answer).toEqual(cancelled);
    const heard = reading.texts.length;
    await ask((await serve(answering(200, {}, 'a while'))).origin).answer;
    expect(reading.texts.length).toBeLessThanOrEqual(heard + 1);
  });
});
