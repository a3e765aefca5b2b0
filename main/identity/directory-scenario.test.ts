import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppServicesClient } from '../../app/identity/app-services/app-services-client.ts';
import type { Login, LogInMethod } from '../../app/identity/identity-provider.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { canary } from '../directory/test-directory.ts';
import { createDirectoryHost, type DirectoryFailure, type DirectoryHost } from './directory-host.ts';
import { createDirectoryProvider } from './directory-provider.ts';
import { createDirectoryTransport } from './directory-transport.ts';
import {
  createForkedDirectoryChildren,
  type ForkedDirectoryChildren,
} from './testing/fork-directory-child.ts';
import type { Cancellation, Timers } from '../../app/ports.ts';
import { revocableTokenOf } from '../../app/sessions/session.ts';
import { systemClock } from '../launch/system-ports.ts';
import { systemTimers } from '../launch/system-timers.ts';

const device = { platform: 'linux', platformVersion: '6.1', appVersion: '0.1.0' };
const childEntry = join(import.meta.dirname, 'testing/directory-child.ts');

/** Real ones, except that a busy test machine must not look like a dead directory. */
const patientTimers: Timers = {
  after: (delayMs, run) => systemTimers.after(delayMs < 10_000 ? delayMs : 4 * delayMs, run),
};

let folder: string;
let key: Uint8Array;
let forked: ForkedDirectoryChildren;
let failures: DirectoryFailure[];
let host: DirectoryHost;
let client: AppServicesClient;
let givenBackCount: number;

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`Failed with ${JSON.stringify(outcome.error)}`);
  return outcome.value;
};

/** All of them: a session of the protocol has both tokens. */
const definedOf = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.map((text) => {
    if (text === undefined) throw new Error('A token is missing');
    return text;
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotseat-directory-'));
  key = randomBytes(32);
  forked = createForkedDirectoryChildren();
  failures = [];
  host = createDirectoryHost({
    fork: forked.fork,
    modulePath: childEntry,
    databaseFile: join(folder, 'directory', 'directory.db'),
    signingKey: async () => key,
    timers: patientTimers,
    log: { warn: () => undefined },
    onFailed: (reason) => failures.push(reason),
  });
  const transport = createDirectoryTransport(host);
  client = createDirectoryProvider({ transport, device, clock: systemClock });
  givenBackCount = 0;
});

afterEach(async () => {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

const logIn = (method: LogInMethod, cancellation?: Cancellation) =>
  client.logIn(method, {
    cancellation,
    giveBack: () => {
      givenBackCount += 1;
    },
  });

const signUp = async (name: string) => {
  const email = `${name}@example.com`;
  const password = canary(name, 'password');
  valueOf(await client.appServices.createAccount({ email, password, name }));
  const method = { kind: 'emailPassword', email, password } as const;
  return { email, password, method, login: valueOf(await logIn(method)) };
};

const whoami = async (login: Pick<Login, 'session'>) =>
  valueOf(await client.appServices.callFunction(login.session.accessToken, 'whoami', []));

describe('client, host and the real directory in a child process', () => {
  it('leads two users through their sessions without one word of one in a request of the other', async () => {
    expect(forked.children).toHaveLength(0);
    const ada = await signUp('ada');
    const grace = await signUp('grace');
    expect(await whoami(ada.login)).toMatchObject({ email: ada.email, name: 'ada' });
    expect(await whoami(grace.login)).toMatchObject({ email: grace.email, name: 'grace' });

    forked.advanceClock(31 * 60_000);
    const access = ada.login.session.accessToken;
    expect(await client.appServices.callFunction(access, 'whoami', [])).toEqual(
      fail({ code: 'authenticationRejected' }),
    );
    const [adaFresh, graceFresh] = await Promise.all([
      client.refresh(ada.login.session),
      client.refresh(grace.login.session),
    ]);
    const adaSession = valueOf(adaFresh);
    const graceSession = valueOf(graceFresh);
    const [adaAgain, graceAgain] = await Promise.all([
      whoami({ session: adaSession }),
      whoami({ session: graceSession }),
    ]);
    expect(adaAgain).toMatchObject({ email: ada.email });
    expect(graceAgain).toMatchObject({ email: grace.email });

    expect(await client.revoke(revocableTokenOf(adaSession))).toEqual(succeed(undefined));
    expect(await client.refresh(adaSession)).toEqual(fail({ code: 'authenticationRejected' }));
    expect(await whoami({ session: graceSession })).toMatchObject({ email: grace.email });
    expect(await client.appServices.deleteAccount(graceSession.accessToken)).toEqual(succeed(undefined));
    expect(await logIn(grace.method)).toEqual(fail({ code: 'authenticationRejected' }));
    const adaLater = valueOf(await logIn(ada.method));

    const secretsOfAda = definedOf([
      ada.password,
      ada.email,
      ada.login.session.accessToken,
      ada.login.session.refreshToken,
      adaSession.accessToken,
      adaLater.session.accessToken,
    ]);
    const secretsOfGrace = definedOf([
      grace.password,
      grace.email,
      grace.login.session.accessToken,
      grace.login.session.refreshToken,
      graceSession.accessToken,
    ]);
    const requests = forked.sent.filter((message) => message.kind === 'request');
    const holding = (secrets: readonly string[]) =>
      requests.filter((request) => secrets.some((secret) => JSON.stringify(request).includes(secret)));
    const ofAda = holding(secretsOfAda);
    const ofGrace = holding(secretsOfGrace);
    // Every request but that for the location is of exactly one of them.
    expect(ofAda.filter((request) => ofGrace.includes(request))).toEqual([]);
    expect(ofAda.length + ofGrace.length).toBe(requests.length - 1);
    expect(requests.filter(({ path }) => /CANARY|eyJ|%40/.test(path))).toEqual([]);

    const commandLines = forked.children.map(({ spawnargs }) => spawnargs.join(' ')).join('\n');
    const secrets = [...secretsOfAda, ...secretsOfGrace, Buffer.from(key).toString('hex')];
    const leaked = secrets.filter((secret) => `${forked.output()}${commandLines}`.includes(secret));
    expect(leaked).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('survives the death of the process: calls in flight fail, sessions and accounts live on', async () => {
    const { login, method } = await signUp('ada');
    const inFlight = logIn(method);
    // Sent, and password hashing takes a while: it cannot have been answered yet.
    await new Promise((resolve) => setImmediate(resolve));
    forked.children[0]?.kill('SIGKILL');
    expect(await inFlight).toEqual(fail({ code: 'networkUnavailable' }));
    expect(await whoami(login)).toMatchObject({ email: 'ada@example.com' });
    expect(valueOf(await logIn(method)).subject).toBe(login.subject);
    expect(forked.children).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('refuses sessions of another signing key, and keeps the accounts', async () => {
    const { login, method } = await signUp('ada');
    key = randomBytes(32);
    forked.children[0]?.kill('SIGKILL');
    expect(await client.refresh(login.session)).toEqual(fail({ code: 'networkUnavailable' }));
    expect(await client.refresh(login.session)).toEqual(fail({ code: 'authenticationRejected' }));
    expect(valueOf(await logIn(method)).subject).toBe(login.subject);
  });

  it('tells why the directory does not open', async () => {
    await mkdir(join(folder, 'directory'));
    await writeFile(
      join(folder, 'directory', 'directory.db'),
      'CANARY: no database at all, but long enough. '.repeat(9),
    );
    const outcome = await logIn({ kind: 'anonymous', isReused: false });
    expect(outcome).toEqual(fail({ code: 'networkUnavailable' }));
    expect(failures).toEqual(['databaseUnreadable']);
  });

  it('cancels a login that is being answered', async () => {
    const { method } = await signUp('ada');
    const controller = new AbortController();
    const login = logIn(method, controller.signal);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await login).toEqual(fail({ code: 'cancelled' }));
    expect(forked.sent.at(-1)?.kind).toBe('cancel');
    expect(givenBackCount).toBe(0);
    expect((await logIn(method)).ok).toBe(true);
  });

  it('ends the process when it stops', async () => {
    await signUp('ada');
    const child = forked.children[0];
    const exited = child && once(child, 'exit');
    await host.stop();
    await exited;
    expect(child?.exitCode ?? child?.signalCode).toBeDefined();
    expect(await logIn({ kind: 'anonymous', isReused: false })).toEqual(fail({ code: 'networkUnavailable' }));
    expect(forked.children).toHaveLength(1);
  });
});
