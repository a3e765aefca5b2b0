import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from './database.ts';
import { createMemoryOutbox } from './outbox.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { AUTH_PATH, canary, openTestDirectory } from './test-directory.ts';
import type { TestDirectory } from './test-directory.ts';

let folder: string;
let file: string;
const opened: TestDirectory[] = [];
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'directory-')), 'directory');
  file = join(folder, 'directory.sqlite');
});
afterEach(async () => {
  for (const directory of opened.splice(0)) await directory.close();
  rmSync(join(folder, '..'), { recursive: true });
});

function open(options: Parameters<typeof openTestDirectory>[0] = {}): TestDirectory {
  const directory = openTestDirectory({ file, ...options });
  opened.push(directory);
  return directory;
}

function openOnly() {
  const result = openDatabase({ file, ownsFolder: true });
  if (result.kind === 'opened') result.database.close();
  return result.kind === 'opened' ? 'opened' : result.reason;
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Everything of the database that lies on disk, the -wal and -shm files too. */
const bytesOnDisk = (): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

function sqlite(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('the file', () => {
  it('is for its owner alone, with its folder and the files beside it', async () => {
    const directory = open();
    await directory.register('anna@example.com', 'secret-1');
    expect(modeOf(folder)).toBe(0o700);
    expect(readdirSync(folder).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'directory.sqlite',
      'directory.sqlite-shm',
      'directory.sqlite-wal',
    ]);
    for (const name of readdirSync(folder)) expect(modeOf(join(folder, name))).toBe(0o600);
  });

  it('is made so again when it was open to others', () => {
    expect(openOnly()).toBe('opened');
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    expect(openOnly()).toBe('opened');
    expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600]);
  });

  it('is written with WAL, full sync, foreign keys and secure delete', () => {
    const result = openDatabase({ file, ownsFolder: true });
    if (result.kind === 'refused') throw new Error(result.reason);
    const { database } = result;
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'user_version'];
    expect(names.map(pragma)).toEqual(['wal', 2, 1, 1, SCHEMA_VERSION]);
    database.close();
  });
});

describe('restart', () => {
  it('brings back accounts, notes and sessions', async () => {
    const signingKey = Buffer.alloc(32, 7);
    const first = open({ signingKey });
    await first.register('anna@example.com', 'secret-1', 'Anna');
    const tokens = await first.tokensOf('anna@example.com', 'secret-1');
    await first.callFunction(tokens.access_token, 'notes.add', 'kept');
    await opened.pop()?.close();
    const second = open({ signingKey });
    const who = await second.callFunction(tokens.access_token, 'whoami');
    expect(who.json).toMatchObject({ id: tokens.user_id, email: 'anna@example.com', name: 'Anna' });
    const notes = await second.callFunction(tokens.access_token, 'notes.list');
    expect(notes.json).toMatchObject([{ text: 'kept' }]);
    const renewed = await second.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expect(renewed.status).toBe(201);
    expect((await second.login('anna@example.com', 'secret-1')).status).toBe(200);
  });

  it('under a fresh signing key ends sessions and keeps accounts', async () => {
    const first = open();
    await first.register('anna@example.com', 'secret-1');
    const tokens = await first.tokensOf('anna@example.com', 'secret-1');
    await opened.pop()?.close();
    const second = open();
    const renewed = await second.call('POST', `${AUTH_PATH}/session`, { token: tokens.refresh_token });
    expect(renewed.status).toBe(401);
    expect((await second.login('anna@example.com', 'secret-1')).status).toBe(200);
  });
});

describe('what lies on disk', () => {
  it('holds no password and no token in clear', async () => {
    const directory = open();
    const password = canary('anna', 'password');
    const wrong = canary('anna', 'wrong-password');
    await directory.register('anna@example.com', password);
    const tokens = await directory.tokensOf('anna@example.com', password);
    await directory.login('anna@example.com', wrong);
    await directory.login(canary('nobody', 'email'), wrong);
    const disk = bytesOnDisk();
    expect(disk.includes('anna@example.com')).toBe(true);
    const secrets = [password, wrong, tokens.access_token, tokens.refresh_token, 'CANARY-nobody'];
    for (const secret of secrets) {
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const text =
          encoding === 'base64' || encoding === 'hex' ? Buffer.from(secret).toString(encoding) : secret;
        expect(disk.includes(text, 0, encoding === 'utf16le' ? encoding : 'utf8')).toBe(false);
      }
    }
    for (const token of [tokens.access_token, tokens.refresh_token]) {
      for (const part of token.split('.').slice(1)) expect(disk.includes(part)).toBe(false);
    }
  });

  it('holds no API key, no token of an e-mail and no new password in clear', async () => {
    const outbox = createMemoryOutbox();
    const directory = open({ configuration: { outbox, confirmation: { kind: 'email' } } });
    const email = 'anna@example.com';
    const next = canary('anna', 'new-password');
    await directory.register(email, 'secret-1');
    await directory.provide('local-userpass', 'confirm', outbox.deliveries()[0]);
    for (const _ of [1, 2]) await directory.provide('local-userpass', 'reset/send', { email });
    const [confirm, , reset] = outbox.deliveries();
    await directory.provide('local-userpass', 'reset', { ...reset, password: next });
    await directory.provide('local-userpass', 'reset/send', { email });
    const { refresh_token: token } = await directory.tokensOf(email, next);
    const created = await directory.call('POST', `${AUTH_PATH}/api_keys`, { token, body: { name: 'key' } });
    const { key } = z.object({ key: z.string() }).parse(created.json);
    const waiting = outbox.deliveries()[3];
    const disk = bytesOnDisk();
    expect(disk.includes(waiting?.tokenId ?? '')).toBe(true);
    for (const secret of [confirm?.token, reset?.token, waiting?.token, next, key]) {
      expect(secret).toBeDefined();
      expect(disk.includes(secret ?? '')).toBe(false);
    }
    expect(disk.includes(Buffer.from(waiting?.token ?? '', 'hex'))).toBe(false);
    expect(disk.includes(Buffer.from(key, 'base64url'))).toBe(false);
  });

  it('holds nothing of a deleted account, nor a removed note', async () => {
    const directory = open();
    const [email, name, note, removed] = ['email', 'name', 'note', 'removed'].map((kind) =>
      canary('bo', kind),
    );
    await directory.register(`${email}@example.com`, 'secret-1', name);
    await directory.login(`${email}@example.com`, 'wrong-one');
    const { access_token: token } = await directory.tokensOf(`${email}@example.com`, 'secret-1');
    await directory.callFunction(token, 'notes.add', note);
    const added = await directory.callFunction(token, 'notes.add', removed);
    expect(bytesOnDisk().includes(removed ?? '')).toBe(true);
    await directory.callFunction(token, 'notes.remove', z.object({ id: z.string() }).parse(added.json).id);
    expect(bytesOnDisk().includes(removed ?? '')).toBe(false);
    expect(bytesOnDisk().includes(note ?? '')).toBe(true);
    expect((await directory.call('DELETE', `${AUTH_PATH}/delete`, { token })).status).toBe(204);
    for (const trace of [email, email?.toLowerCase(), name, note]) {
      expect(bytesOnDisk().includes(trace ?? '')).toBe(false);
    }
  });
});

describe('a database that is not opened', () => {
  it('is from a newer version, and stays as it is to the byte', () => {
    expect(openOnly()).toBe('opened');
    sqlite(`CREATE TABLE later (x); PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    const before = readFileSync(file);
    expect(openOnly()).toBe('newerDatabase');
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['directory.sqlite']);
  });

  it('is from a newer version that died with its upgrade in the -wal file', () => {
    expect(openOnly()).toBe('opened');
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    const before = readFileSync(file);
    const wal = readFileSync(`${file}-wal`);
    expect(openOnly()).toBe('newerDatabase');
    expect(readFileSync(file)).toEqual(before);
    expect(readFileSync(`${file}-wal`)).toEqual(wal);
    newer.close();
  });

  it.each([
    ['text', 'this is not a database'],
    ['NULs', '\0'.repeat(8192)],
    ['a cut header', 'SQLite format 3\0'],
  ])('is %s', (_, content) => {
    mkdirSync(folder);
    writeFileSync(file, content);
    expect(openOnly()).toBe('databaseUnreadable');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it("is another program's", () => {
    mkdirSync(folder);
    sqlite('PRAGMA application_id = 1; CREATE TABLE theirs (x)');
    const before = readFileSync(file);
    expect(openOnly()).toBe('databaseUnreadable');
    expect(readFileSync(file)).toEqual(before);
  });

  it('is a link, or a folder', () => {
    mkdirSync(folder);
    const target = join(folder, '..', 'target');
    symlinkSync(target, file);
    expect(openOnly()).toBe('databaseUnreadable');
    expect(existsSync(target)).toBe(false);
    rmSync(file);
    mkdirSync(file);
    expect(openOnly()).toBe('databaseUnreadable');
  });

  it('has no room', () => {
    expect(openDatabase({ file, ownsFolder: true, maxPages: 2 })).toEqual({
      kind: 'refused',
      reason: 'diskFull',
    });
  });

  it('is empty: a fresh one is made', () => {
    mkdirSync(folder);
    writeFileSync(file, '');
    expect(openOnly()).toBe('opened');
  });
});

describe('a full disk', () => {
  it('is told, loses nothing, and the directory lives on', async () => {
    const directory = open({ maxPages: 30 });
    await directory.register('anna@example.com', 'secret-1');
    const { access_token: token } = await directory.tokensOf('anna@example.com', 'secret-1');
    const add = () => directory.callFunction(token, 'notes.add', 'x'.repeat(8000));
    let answer = await add();
    let added = 0;
    while (answer.status === 200 && added < 100) {
      added += 1;
      answer = await add();
    }
    expect(answer.json).toMatchObject({ error_code: 'StorageFull' });
    expect(answer.status).toBe(507);
    expect(directory.logged).toEqual([
      { kind: 'requestFailed', route: '/api/client/v2.0/app/:appId/functions/call', reason: 'full' },
    ]);
    const list = await directory.callFunction(token, 'notes.list');
    expect(list.json).toHaveLength(added);
    const [first] = z.array(z.object({ id: z.string() })).parse(list.json);
    expect((await directory.callFunction(token, 'notes.remove', first?.id)).status).toBe(200);
    expect((await add()).status).toBe(200);
  });
});
