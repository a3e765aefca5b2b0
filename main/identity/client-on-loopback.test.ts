import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAppServicesClient } from '../../app/identity/app-services/app-services-client.ts';
import { inspectAppServices } from '../../app/identity/app-services/inspect-app-services.ts';
import { fail, succeed } from '../../app/outcome.ts';
import { isAccessFresh } from '../../app/sessions/session.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { DIRECTORY_APP_ID } from '../directory/directory-app-id.ts';
import { passwordWorkerUrl } from '../directory/password-worker-url.ts';
import { startDirectoryServer, type DirectoryServer } from '../directory/start-directory-server.ts';
import { CHEAP_COSTS } from '../directory/test-directory.ts';
import { createBoundedFetch } from '../network/bounded-fetch.ts';
import { createHttpTransport } from '../network/http-transport.ts';
import { startFaultServer, type FaultServer } from '../network/testing/fault-server.ts';
import { answering, captivePortal, hangingUp, redirectingTo } from '../network/testing/faults.ts';
import { personOf, testDevice, valueOf } from './testing/directory-client.ts';

let server: DirectoryServer;
let fault: FaultServer | undefined;

beforeAll(async () => {
  const started = await startDirectoryServer({
    port: 0,
    workerUrl: passwordWorkerUrl(new URL('../directory/server.ts', import.meta.url).href),
    passwordCosts: CHEAP_COSTS,
    log: () => undefined,
  });
  if (started.kind === 'refused') throw new Error(`refused: ${started.reason}`);
  server = started.server;
});
afterAll(() => server.close());
afterEach(() => fault?.close());

const transport = createHttpTransport(createBoundedFetch({ fetch, timers: createManualTimers() }));
const minute = 60_000;
const twoYears = 2 * 365 * 24 * 60 * minute;

describe('the client and a directory on loopback, over the network', () => {
  it.each([
    ['right', 0],
    ['two years ahead', twoYears],
    ['two years behind', -twoYears],
  ])('A13: leads a session through its life where this computer’s clock is %s', async (name, skewMs) => {
    const nowMs = () => Date.now() + skewMs;
    const client = createAppServicesClient({
      appId: DIRECTORY_APP_ID,
      baseUrl: () => server.baseUrl,
      device: testDevice,
      transport,
      clock: { nowMs },
    });
    const ada = personOf(`ada-${name.replaceAll(' ', '-')}`);
    valueOf(await client.appServices.createAccount(ada));
    const { session } = valueOf(await client.logIn(ada.method, { giveBack: () => undefined }));
    const lifeOf = (expiresAtMs: number | undefined) => Math.round(((expiresAtMs ?? 0) - nowMs()) / minute);
    expect(lifeOf(session.accessExpiresAtMs)).toBe(30);
    expect(lifeOf(session.refreshExpiresAtMs)).toBe(60 * 24 * 60);
    const refreshed = valueOf(await client.refresh(session));
    expect(isAccessFresh(refreshed, nowMs())).toBe(true);
    expect(lifeOf(refreshed.accessExpiresAtMs)).toBe(30);
    const who = await client.appServices.callFunction(refreshed.accessToken, 'whoami', []);
    expect(who).toMatchObject({ value: { email: ada.email } });

    const refreshToken = refreshed.refreshToken ?? '';
    const { apiKey } = valueOf(await client.appServices.apiKeys.create(refreshToken, 'desk'));
    expect(await client.appServices.apiKeys.setEnabled(refreshToken, apiKey.id, false)).toEqual(
      succeed(undefined),
    );
    expect(await client.revoke({ kind: 'refreshToken', token: refreshToken })).toEqual(succeed(undefined));
    expect(await client.refresh(refreshed)).toEqual(fail({ code: 'authenticationRejected' }));
  });

  it('T48: may be added by whoever knows its app id', async () => {
    const { baseUrl } = server;
    expect(await inspectAppServices({ baseUrl, appId: DIRECTORY_APP_ID, transport })).toEqual(
      succeed({ hostname: baseUrl }),
    );
    expect(await inspectAppServices({ baseUrl, appId: 'another', transport })).toEqual(
      fail({ code: 'invalidInput', field: 'appId', problem: 'malformed' }),
    );
  });

  it.each([
    ['the page of a guest network', captivePortal],
    ['the way to such a page', redirectingTo('https://portal.example/')],
    ['a website', answering(404, { 'content-type': 'text/html' }, '<h1>Not found</h1>')],
    ['an API of another kind', answering(404, { 'content-type': 'application/json' }, '{"message":"no"}')],
  ])('T48: is not what answers with %s', async (_name, answer) => {
    fault = await startFaultServer(answer);
    const inspected = await inspectAppServices({ baseUrl: fault.origin, appId: 'desk', transport });
    expect(inspected).toMatchObject({ error: { code: 'serverError', problem: 'otherProtocol' } });
  });

  it('T48: is not there where nobody answers', async () => {
    fault = await startFaultServer(hangingUp(0));
    expect(await inspectAppServices({ baseUrl: fault.origin, appId: 'desk', transport })).toEqual(
      fail({ code: 'networkUnavailable' }),
    );
  });
});
