import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { APPLICATION_ID, schemaSteps } from './schema.ts';
import { systemRandom } from './system-ports.ts';
import { AUTH_PATH, canary, CHEAP_COSTS, createTestPasswords, openTestDirectory } from './test-directory.ts';
import { createTokens } from './tokens.ts';

const nowMs = Date.parse('2026-01-05T09:00:00Z');
const signingKey = Buffer.alloc(32, 7);
const password = canary('anna', 'password');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
  file = join(folder, 'directory.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A database as the first version left it: a person, a disabled person, an anonymous account. */
async function writeFirstVersion() {
  const passwords = createTestPasswords({ costs: CHEAP_COSTS });
  const hashed = await passwords.hash(password);
  await passwords.close();
  if (hashed.kind === 'unavailable') throw new Error('no hash');
  const tokens = createTokens({ signingKey, clock: () => nowMs, random: systemRandom });
  const database = new DatabaseSync(file);
  database.exec(schemaSteps[0] ?? '');
  database.exec(
    `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1; PRAGMA foreign_keys = ON`,
  );
  const account = database.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  account.run('a'.repeat(24), 'Anna@Example.com', 'anna@example.com', hashed.encoded, 'Anna', 0, nowMs, null);
  account.run('b'.repeat(24), 'bo@example.com', 'bo@example.com', hashed.encoded, null, 0, nowMs, nowMs);
  account.run('c'.repeat(24), null, null, null, null, 1, nowMs, null);
  const session = database.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?, NULL)');
  const refreshTokens: string[] = [];
  for (const letter of ['a', 'c']) {
    const [accountId, sessionId] = [letter.repeat(24), letter.repeat(20) + '0000'];
    const token = await tokens.issue('refresh', { accountId, sessionId });
    session.run(sessionId, accountId, createHash('sha256').update(token).digest(), nowMs, nowMs + 1e9);
    refreshTokens.push(token);
  }
  const note = database.prepare('INSERT INTO notes (id, account_id, text, created_ms) VALUES (?, ?, ?, ?)');
  note.run('d'.repeat(24), 'a'.repeat(24), 'kept', nowMs);
  database.close();
  return { anna: refreshTokens[0] ?? '', anonymous: refreshTokens[1] ?? '' };
}

describe('a database of the first version', () => {
  it('keeps its accounts, sessions and notes, each account with the identity that it was', async () => {
    const tokens = await writeFirstVersion();
    const directory = openTestDirectory({ file, signingKey, time: { nowMs } });
    const login = await directory.tokensOf('anna@example.com', password);
    expect(login.user_id).toBe('a'.repeat(24));
    const profile = await directory.call('GET', `${AUTH_PATH}/profile`, { token: login.access_token });
    expect(profile.json).toMatchObject({
      user_id: 'a'.repeat(24),
      identities: [{ id: 'a'.repeat(24), provider_type: 'local-userpass' }],
      data: { email: 'Anna@Example.com', name: 'Anna' },
    });
    const notes = await directory.callFunction(login.access_token, 'notes.list');
    expect(notes.json).toMatchObject([{ id: 'd'.repeat(24), text: 'kept' }]);
    for (const token of [tokens.anna, tokens.anonymous]) {
      expect((await directory.call('POST', `${AUTH_PATH}/session`, { token })).status).toBe(201);
    }
    const refused = await directory.login('bo@example.com', password);
    expect(refused.json).toMatchObject({ error_code: 'UserDisabled' });
    expect(directory.store.findAccount('c'.repeat(24))).toMatchObject({
      identities: [{ id: 'c'.repeat(24), provider: 'anon-user', subject: 'c'.repeat(24) }],
    });
    // Nobody may link an account that was somebody's already.
    expect(directory.store.findAccount('b'.repeat(24))?.isClaimed).toBe(true);
    expect((await directory.register('ANNA@example.com', 'secret-2')).status).toBe(409);
    await directory.close();
  });

  it('has the tables that a fresh one has', async () => {
    await writeFirstVersion();
    const tablesOf = (path: string) => {
      const opened = openDatabase({ file: path, ownsFolder: false });
      if (opened.kind === 'refused') throw new Error(opened.reason);
      const { database } = opened;
      const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      database.close();
      return rows;
    };
    expect(tablesOf(file)).toEqual(tablesOf(':memory:'));
  });

  it('stays as it is when a row of it belongs to nothing', async () => {
    await writeFirstVersion();
    const damaged = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    damaged.exec(`UPDATE notes SET account_id = '${'e'.repeat(24)}'`);
    damaged.close();
    expect(openDatabase({ file, ownsFolder: false })).toEqual({
      kind: 'refused',
      reason: 'databaseUnreadable',
    });
    const after = new DatabaseSync(file);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
    expect(after.prepare('SELECT count(*) AS count FROM accounts').get()).toEqual({ count: 3 });
    after.close();
  });
});
