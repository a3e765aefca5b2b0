import { afterEach, describe, expect, it } from 'vitest';
import { createManualTimers, type ManualTimers } from '../../app/testing/manual-timers.ts';
import { createBoundedFetch, type BoundedFetch, type BoundedRequest } from './bounded-fetch.ts';
import type { RequestFailure } from './request-failure.ts';
import { startFaultServer, type Fault, type FaultServer } from './testing/fault-server.ts';
import {
  answering,
  flooding,
  gzipBomb,
  hangingUp,
  redirectingTo,
  silent,
  trickling,
} from './testing/faults.ts';

const canary = 'CANARY-ada-accessToken-5c1f09';
const withToken: BoundedRequest = { headers: { Authorization: `Bearer ${canary}` } };

const servers: FaultServer[] = [];
const serve = async (fault: Fault): Promise<FaultServer> => {
  const server = await startFaultServer(fault);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const bounded = (timers: ManualTimers = createManualTimers()): BoundedFetch =>
  createBoundedFetch({ fetch, timers });

const failureOf = async (answer: Promise<Response>): Promise<RequestFailure['kind'] | 'answered'> =>
  answer.then(
    () => 'answered',
    (cause: RequestFailure) => cause.kind,
  );

describe('a bounded request', () => {
  it('gives back the whole answer, whatever its status', async () => {
    const { origin, received } = await serve(
      answering(418, { 'x-kind': 'teapot', 'set-cookie': 'a=b' }, 'tea'),
    );
    const body = new URLSearchParams({ a: '1' });
    const answer = await bounded()(`${origin}/pot?b=2`, { method: 'POST', headers: { 'X-A': 'b' }, body });
    expect([answer.status, await answer.text()]).toEqual([418, 'tea']);
    expect(answer.headers.get('x-kind')).toBe('teapot');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(received).toMatchObject([{ method: 'POST', url: '/pot?b=2', headers: { 'x-a': 'b' } }]);
  });

  it.each([204, 304])('takes an answer of %d, which has no body', async (status) => {
    const { origin } = await serve(answering(status, {}));
    expect((await bounded()(origin)).status).toBe(status);
  });

  it('leaves no timer behind', async () => {
    const timers = createManualTimers();
    const { origin } = await serve(answering(200, {}, 'fine'));
    await bounded(timers)(origin);
    expect(timers.pendingCount()).toBe(0);
  });

  it('unpacks what was packed, and says no more that it was', async () => {
    const { origin } = await serve(gzipBomb(1000));
    const answer = await bounded()(origin);
    expect(await answer.text()).toBe(' '.repeat(1000));
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('sends no bytes and no streams', async () => {
    const { origin, received } = await serve(answering(200, {}));
    expect(await failureOf(bounded()(origin, { method: 'POST', body: new Uint8Array(1) }))).toBe(
      'notAllowed',
    );
    expect(received).toEqual([]);
  });

  it('C4: the server is not there, or hangs up before its answer or within it', async () => {
    const server = await serve(answering(200, {}));
    await server.close();
    expect(await failureOf(bounded()(server.origin))).toBe('unreachable');
    expect(await failureOf(bounded()((await serve(hangingUp(0))).origin))).toBe('unreachable');
    expect(await failureOf(bounded()((await serve(hangingUp(100))).origin))).toBe('unreachable');
  });

  it('C4: a server that never answers has ten seconds', async () => {
    const timers = createManualTimers();
    const { origin, received } = await serve(silent);
    const answer = failureOf(bounded(timers)(origin));
    await expect.poll(() => received.length).toBe(1);
    await timers.advance(9_999);
    expect(timers.pendingCount()).toBe(1);
    await timers.advance(1);
    expect(await answer).toBe('timedOut');
  });

  it('C4: a byte now and then wins no time', async () => {
    const timers = createManualTimers();
    let byteCount = 0;
    const { origin } = await serve(trickling((count) => (byteCount = count)));
    const answer = failureOf(bounded(timers)(origin));
    await expect.poll(() => byteCount).toBeGreaterThan(5);
    await timers.advance(9_999);
    const before = byteCount;
    await expect.poll(() => byteCount).toBeGreaterThan(before + 5);
    expect(timers.pendingCount()).toBe(1);
    await timers.advance(1);
    expect(await answer).toBe('timedOut');
  });

  it('C4: a hundred megabytes are not taken', async () => {
    const server = await serve(flooding(100_000_000));
    expect(await failureOf(bounded()(server.origin))).toBe('tooLarge');
    expect(server.sentBytes()).toBeLessThan(10_000_000);
  });

  it('C4: a few kilobytes that would unpack to a hundred megabytes are not unpacked', async () => {
    const server = await serve(gzipBomb(100_000_000));
    const before = process.memoryUsage().arrayBuffers;
    expect(await failureOf(bounded()(server.origin))).toBe('tooLarge');
    expect(server.sentBytes()).toBeLessThan(200_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  it('C4: a megabyte is taken, and not a byte more', async () => {
    const answerOf = async (byteCount: number) =>
      failureOf(bounded()((await serve(answering(200, {}, 'x'.repeat(byteCount)))).origin));
    expect(await answerOf(1_000_000)).toBe('answered');
    expect(await answerOf(1_000_001)).toBe('tooLarge');
  });

  it('is cancelled: before it begins, while it waits, and while the answer comes', async () => {
    const aborted = AbortSignal.abort();
    const quiet = await serve(silent);
    expect(await failureOf(bounded()(quiet.origin, { signal: aborted }))).toBe('cancelled');
    expect(quiet.received).toEqual([]);

    const waiting = new AbortController();
    const silence = failureOf(bounded()(quiet.origin, { signal: waiting.signal }));
    await expect.poll(() => quiet.received.length).toBe(1);
    waiting.abort();
    expect(await silence).toBe('cancelled');

    let byteCount = 0;
    const slow = await serve(trickling((count) => (byteCount = count)));
    const reading = new AbortController();
    const trickle = failureOf(bounded()(slow.origin, { signal: reading.signal }));
    await expect.poll(() => byteCount).toBeGreaterThan(2);
    reading.abort();
    expect(await trickle).toBe('cancelled');
  });

  it.each([301, 302, 303, 307, 308])('C5: a redirect (%d) elsewhere takes no token along', async (status) => {
    const elsewhere = await serve(answering(200, {}, 'thanks'));
    const { origin } = await serve(redirectingTo(`${elsewhere.origin}/steal`, status));
    expect(await failureOf(bounded()(origin, withToken))).toBe('redirected');
    expect(elsewhere.received).toEqual([]);
  });

  it.each([
    ['to a file', 'file:///etc/passwd'],
    ['in a loop', '/again'],
    ['to another scheme', 'ftp://example.org/'],
    ['to nowhere', 'http://'],
  ])('C5: a redirect %s ends there', async (_title, location) => {
    const server = await serve(redirectingTo(location));
    expect(await failureOf(bounded()(server.origin, withToken))).toMatch(/redirected|unreachable/);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    'http://192.0.2.1/',
    'http://ada:secret@127.0.0.1/',
    'https://ada@example.org/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'ftp://127.0.0.1/',
    'app://hotseat/index.html',
    '/relative',
    '',
  ])('C8: sends nothing to %j', async (url) => {
    let count = 0;
    const watched = createBoundedFetch({
      fetch: async () => {
        count += 1;
        return new Response();
      },
      timers: createManualTimers(),
    });
    expect(await failureOf(watched(url, withToken))).toBe('notAllowed');
    expect(count).toBe(0);
  });

  it('says nothing of the request in its failure', async () => {
    const server = await serve(answering(200, {}));
    await server.close();
    const failure: unknown = await bounded()(`${server.origin}/${canary}`, withToken).catch(
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(Error);
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('CANARY');
  });
});
