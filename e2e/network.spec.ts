import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { Outcome } from '../app/contract/bridge.ts';
import { selfSigned, startFaultServer, type Fault, type FaultServer } from './fixtures/fault-server.ts';
import { expect, test } from './fixtures/hotseat.ts';

const servers: FaultServer[] = [];
const serve = async (...parts: Parameters<typeof startFaultServer>): Promise<FaultServer> => {
  const server = await startFaultServer(...parts);
  servers.push(server);
  return server;
};
test.afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** Has Hotseat ask a server whether it is one of App Services, over the network as this computer is set up. */
const check = (page: Page, origin: string): Promise<Outcome<unknown>> =>
  page.evaluate(
    (baseUrl) =>
      window.hotseat.execute('checkService', {
        draft: { kind: 'appServices', name: 'Test', baseUrl, appId: 'test' },
      }),
    origin,
  );

const location: Fault = (request, response) => {
  response.setHeader('content-type', 'application/json');
  response.setHeader('set-cookie', 'visited=yes');
  response.end(JSON.stringify({ hostname: `http://${request.headers.host}` }));
};

test('a server is asked over the network, without cookies', async ({ launch }) => {
  const { window } = await launch();
  const server = await serve(location);
  const answered = { ok: true, value: { kind: 'appServices', hostname: server.origin } };
  expect(await check(window, server.origin)).toEqual(answered);
  expect(await check(window, server.origin)).toEqual(answered);
  expect(server.received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

test('C5: a redirect leads nowhere', async ({ launch }) => {
  const { window } = await launch();
  const elsewhere = await serve(location);
  for (const target of [`${elsewhere.origin}/location`, '/again', 'file:///etc/passwd']) {
    const server = await serve((_request, response) => response.writeHead(302, { location: target }).end());
    expect(await check(window, server.origin), target).toMatchObject({
      ok: false,
      error: { code: 'serverError', problem: 'otherProtocol' },
    });
    expect(server.received).toHaveLength(1);
  }
  expect(elsewhere.received).toEqual([]);
});

test('C4: an answer without end, and a packed one, are not taken', async ({ launch }) => {
  const { window } = await launch();
  const piece = Buffer.alloc(100_000, ' ');
  const flood = await serve((_request, response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write(piece));
      response.once('drain', pour);
    };
    pour();
  });
  expect(await check(window, flood.origin)).toMatchObject({ error: { code: 'serverError' } });
  expect(flood.sentBytes()).toBeLessThan(20_000_000);
  const packed = gzipSync(Buffer.alloc(100_000_000, ' '));
  const bomb = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(packed);
  });
  expect(await check(window, bomb.origin)).toMatchObject({ error: { code: 'serverError' } });
});

test('C4: a server that does not answer has ten seconds', async ({ launch }) => {
  const { window } = await launch();
  const server = await serve(() => undefined);
  const begunMs = Date.now();
  expect(await check(window, server.origin)).toEqual({ ok: false, error: { code: 'networkUnavailable' } });
  expect(Date.now() - begunMs).toBeGreaterThan(9_500);
  expect(Date.now() - begunMs).toBeLessThan(15_000);
});

test('C6: a certificate that nobody vouches for, or that has expired, is not believed', async ({
  launch,
}) => {
  const { window } = await launch();
  for (const isExpired of [false, true]) {
    const server = await serve(location, await selfSigned({ isExpired }));
    expect(await check(window, server.origin)).toEqual({
      ok: false,
      error: { code: 'networkUnavailable', because: 'certificate' },
    });
    expect(server.received).toEqual([]);
  }
});

test('a server that asks for a password gets none, and nobody is asked for it', async ({ launch }) => {
  const { app, window } = await launch();
  const server = await serve((_request, response) =>
    response.writeHead(401, { 'www-authenticate': 'Basic realm="Test"' }).end(),
  );
  expect(await check(window, server.origin)).toMatchObject({
    error: { code: 'serverError', problem: 'otherProtocol' },
  });
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('C7: a proxy that asks for a password gets none', async ({ launch }) => {
  const { app, window } = await launch();
  const proxy = await serve((_request, response) =>
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Test"' }).end('<h1>Who are you?</h1>'),
  );
  await app.evaluate(
    ({ session }, proxyRules) =>
      session
        .fromPartition('requests', { cache: false })
        .setProxy({ proxyRules, proxyBypassRules: '<-loopback>' }),
    proxy.origin,
  );
  const server = await serve(location);
  expect(await check(window, server.origin)).toMatchObject({ ok: false });
  expect(proxy.received.map(({ headers }) => headers['proxy-authorization'])).toEqual([undefined]);
  expect(server.received).toEqual([]);
});

test('a service that was added is there after a restart, and gone for good once removed', async ({
  launch,
}) => {
  const first = await launch();
  const server = await serve(location);
  const draft = { kind: 'appServices' as const, name: 'Test', baseUrl: server.origin, appId: 'test' };
  const added = await first.window.evaluate(
    (asked) => window.hotseat.execute('addService', { draft: asked, otherOrigins: [] }),
    draft,
  );
  if (!added.ok) throw new Error(added.error.code);
  const { serviceId } = added.value;
  await first.close();

  const second = await launch({ profile: first.profile });
  const shown = await second.window.evaluate(() => window.hotseat.snapshot());
  expect(shown).toMatchObject({ value: { services: [{}, { id: serviceId, ...draft }] } });
  await second.window.evaluate((id) => window.hotseat.execute('removeService', { serviceId: id }), serviceId);
  await second.close();

  const third = await launch({ profile: first.profile });
  const left = await third.window.evaluate(() => window.hotseat.snapshot());
  expect(left).toMatchObject({ value: { services: [{ kind: 'directory' }] } });
});
