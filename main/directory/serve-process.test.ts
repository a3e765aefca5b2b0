import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { directoryReply } from './messages.ts';
import type { DirectoryReply, ResponseReply } from './messages.ts';
import type { OpenedDirectory } from './open-directory.ts';
import type { DirectoryLogEvent } from './ports.ts';
import { serveDirectoryProcess } from './serve-process.ts';
import type { ParentPort } from './serve-process.ts';
import { APP_PATH, AUTH_PATH, canary, openTestDirectory } from './test-directory.ts';

/** Stands in for Electron's `process.parentPort`; messages are cloned as they are between processes. */
function createFakeParentPort() {
  const emitter = new EventEmitter();
  const replies: DirectoryReply[] = [];
  let answered: (() => void) | undefined;
  const port: ParentPort = {
    on: (event, listener) => emitter.on(event, listener),
    postMessage(reply) {
      replies.push(directoryReply.parse(structuredClone(reply)));
      answered?.();
    },
  };
  return {
    port,
    replies,
    post: (message: unknown) => emitter.emit('message', { data: structuredClone(message) }),
    async repliesReach(count: number): Promise<DirectoryReply[]> {
      while (replies.length < count) {
        await new Promise<void>((resolve) => {
          answered = resolve;
        });
      }
      return replies;
    },
  };
}

function serve(open?: () => OpenedDirectory) {
  const parent = createFakeParentPort();
  const logged: DirectoryLogEvent[] = [];
  const directory = openTestDirectory();
  const started: { databaseFile: string; keyBytes: number[]; key: Uint8Array }[] = [];
  serveDirectoryProcess({
    port: parent.port,
    log: (event) => logged.push(event),
    open: ({ databaseFile, signingKey }) => {
      started.push({ databaseFile, keyBytes: [...signingKey], key: signingKey });
      return open?.() ?? { kind: 'opened', directory };
    },
  });
  return { ...parent, logged, directory, started };
}

const start = () => ({
  kind: 'start',
  databaseFile: '/nowhere/directory.sqlite',
  signingKey: randomBytes(32),
});
const request = (id: number, method: string, path: string, body?: unknown, token?: string) => ({
  kind: 'request',
  id,
  method,
  path,
  headers: {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

async function startedService() {
  const service = serve();
  service.post(start());
  await service.repliesReach(1);
  async function ask(...args: Parameters<typeof request>): Promise<ResponseReply> {
    const count = service.replies.length + 1;
    service.post(request(...args));
    const reply = (await service.repliesReach(count)).find((r) => r.kind === 'response' && r.id === args[0]);
    if (reply?.kind !== 'response') throw new Error('no response');
    return reply;
  }
  return { ...service, ask };
}

describe('the directory process, with a fake parent port', () => {
  it('starts once, says so, and wipes the key it was handed', () => {
    const service = serve();
    const message = start();
    service.post(message);
    service.post(start());
    expect(service.replies).toEqual([{ kind: 'ready' }]);
    expect(service.started).toMatchObject([
      { databaseFile: '/nowhere/directory.sqlite', keyBytes: [...message.signingKey] },
    ]);
    expect(service.started[0]?.key.every((byte) => byte === 0)).toBe(true);
    expect(service.logged).toEqual([{ kind: 'messageIgnored', reason: 'alreadyStarted' }]);
  });

  it.each(['newerDatabase', 'databaseUnreadable', 'diskFull'] as const)('tells %s', (reason) => {
    const service = serve(() => ({ kind: 'refused', reason }));
    service.post(start());
    service.post(start());
    expect(service.replies).toEqual([
      { kind: 'failed', reason },
      { kind: 'failed', reason },
    ]);
  });

  it('tells an unexpected failure without its text', () => {
    const service = serve(() => {
      throw new RangeError('CANARY in a message');
    });
    service.post(start());
    expect(service.replies).toEqual([{ kind: 'failed', reason: 'unexpected' }]);
    expect(service.logged).toEqual([{ kind: 'requestFailed', route: 'start', reason: 'RangeError' }]);
  });

  it('registers, logs in and calls functions', async () => {
    const { ask } = await startedService();
    const provider = `${APP_PATH}/auth/providers/local-userpass`;
    const password = canary('anna', 'password');
    const registered = await ask(1, 'POST', `${provider}/register`, { email: 'anna@example.com', password });
    expect([registered.status, registered.body]).toEqual([201, '']);
    const loggedIn = await ask(2, 'POST', `${provider}/login`, { username: 'anna@example.com', password });
    expect(loggedIn).toMatchObject({ id: 2, status: 200, headers: { 'content-type': 'application/json' } });
    const token = /"access_token":"([^"]+)"/.exec(loggedIn.body)?.[1];
    const call = { name: 'whoami', arguments: [] };
    const who = await ask(3, 'POST', `${APP_PATH}/functions/call`, call, token);
    expect(JSON.parse(who.body)).toMatchObject({ email: 'anna@example.com' });
    const profile = await ask(4, 'GET', `${AUTH_PATH}/profile`);
    expect(profile.status).toBe(401);
  });

  it('answers a request before its start', async () => {
    const service = serve();
    service.post(request(1, 'GET', `${APP_PATH}/location`));
    expect(await service.repliesReach(1)).toMatchObject([{ kind: 'response', id: 1, status: 503 }]);
  });

  it('answers a request that no HTTP request can be made of', async () => {
    const { ask } = await startedService();
    const get = { ...request(1, 'GET', '/'), body: 'GET has none' };
    expect(get.kind).toBe('request');
    const reply = await ask(2, 'GET', '/', 'GET has none');
    expect([reply.status, JSON.parse(reply.body)]).toMatchObject([400, { error_code: 'BadRequest' }]);
  });

  it('sends nothing for a cancelled request and stores nothing of it', async () => {
    const { ask, post, replies, directory } = await startedService();
    const body = { email: 'anna@example.com', password: 'secret-1' };
    post(request(1, 'POST', `${APP_PATH}/auth/providers/local-userpass/register`, body));
    post({ kind: 'cancel', id: 1 });
    post({ kind: 'cancel', id: 99 });
    // Passwords are hashed in order: when this one is through, so was the cancelled one.
    const other = { email: 'bo@example.com', password: 'secret-2' };
    await ask(2, 'POST', `${APP_PATH}/auth/providers/local-userpass/register`, other);
    expect(replies).toMatchObject([{ kind: 'ready' }, { kind: 'response', id: 2, status: 201 }]);
    expect(directory.store.findPasswordIdentity('anna@example.com')).toBeUndefined();
  });

  it('stores no note of a call cancelled while its token was checked', async () => {
    const { ask, post } = await startedService();
    const loggedIn = await ask(1, 'POST', `${APP_PATH}/auth/providers/anon-user/login`, {});
    const token = /"access_token":"([^"]+)"/.exec(loggedIn.body)?.[1];
    const path = `${APP_PATH}/functions/call`;
    post(request(2, 'POST', path, { name: 'notes.add', arguments: ['unwanted'] }, token));
    post({ kind: 'cancel', id: 2 });
    await ask(3, 'POST', path, { name: 'notes.add', arguments: ['wanted'] }, token);
    const list = await ask(4, 'POST', path, { name: 'notes.list', arguments: [] }, token);
    expect(JSON.parse(list.body)).toMatchObject([{ text: 'wanted' }]);
  });

  it('ignores an id that is in flight', async () => {
    const service = await startedService();
    service.post(request(1, 'GET', `${APP_PATH}/location`));
    service.post(request(1, 'GET', `${APP_PATH}/location`));
    await service.repliesReach(2);
    expect(service.logged).toEqual([{ kind: 'messageIgnored', reason: 'duplicateId' }]);
  });

  const good = request(1, 'GET', '/');
  it.each([
    undefined,
    null,
    'start',
    7,
    [],
    {},
    { kind: 'stop' },
    { ...start(), signingKey: randomBytes(31) },
    { ...start(), signingKey: 'A'.repeat(32) },
    { ...start(), databaseFile: '' },
    { ...good, id: -1 },
    { ...good, id: '1' },
    { ...good, method: 'CONNECT' },
    { ...good, path: 'http://example.com/' },
    { ...good, path: '//example.com/' },
    { ...good, path: '/\\example.com/' },
    { ...good, headers: { a: 1 } },
    { ...good, body: 1 },
    { ...good, extra: true },
  ])('ignores the message %j with a log line that quotes nothing', async (message) => {
    const service = await startedService();
    service.post(message);
    expect(service.replies).toEqual([{ kind: 'ready' }]);
    expect(service.logged).toEqual([{ kind: 'messageIgnored', reason: 'malformed' }]);
  });
});
