import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FORGET_AFTER_MS } from './login-back-off.ts';
import type { LoginFailures } from './login-back-off.ts';

interface AccountBasics {
  readonly id: string;
  readonly createdMs: number;
  readonly isDisabled: boolean;
}

export interface PersonAccount extends AccountBasics {
  readonly kind: 'person';
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly name: string | undefined;
}

export interface AnonymousAccount extends AccountBasics {
  readonly kind: 'anonymous';
}

export type Account = PersonAccount | AnonymousAccount;

export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the refresh token, which itself is stored nowhere. */
  readonly refreshHash: Uint8Array;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly isRevoked: boolean;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdMs: number;
}

/** The accounts at rest. Every method may throw SQLite's error: see storage-failure. */
export interface DirectoryStore {
  createPerson(account: Omit<PersonAccount, 'kind' | 'isDisabled'>): 'created' | 'emailTaken';
  createAnonymous(account: { readonly id: string; readonly createdMs: number }): void;
  findAccount(id: string): Account | undefined;
  findPerson(emailKey: string): PersonAccount | undefined;
  replacePasswordHash(id: string, passwordHash: string): void;
  /** No route leads here yet: an administrator's tool, and tests. */
  setDisabled(id: string, disabledMs: number | undefined): void;
  /** The account with its sessions and notes; nothing of it stays in the file. */
  deleteAccount(id: string): void;
  /** Also forgets sessions that had expired by `createdMs`. */
  addSession(session: Omit<Session, 'isRevoked'>): void;
  findSession(id: string): Session | undefined;
  revokeSession(id: string, revokedMs: number): void;
  addNote(accountId: string, note: Note): void;
  /** Oldest first. */
  listNotes(accountId: string): readonly Note[];
  measureNotes(accountId: string): { readonly count: number; readonly bytes: number };
  /** False when the account has no such note. */
  removeNote(accountId: string, noteId: string): boolean;
  findLoginFailures(emailHash: Uint8Array): LoginFailures | undefined;
  setLoginFailures(emailHash: Uint8Array, failures: LoginFailures | undefined): void;
  /** Truncates the -wal file, where deleted rows stay readable. Returns false when a reader prevents it. */
  clean(): boolean;
  close(): void;
}

const accountRow = z
  .object({
    id: z.string(),
    email: z.string().nullable(),
    email_key: z.string().nullable(),
    password_hash: z.string().nullable(),
    name: z.string().nullable(),
    created_ms: z.number(),
    disabled_ms: z.number().nullable(),
  })
  .transform((row): Account => {
    const basics = { id: row.id, createdMs: row.created_ms, isDisabled: row.disabled_ms !== null };
    if (row.email === null || row.email_key === null || row.password_hash === null) {
      return { kind: 'anonymous', ...basics };
    }
    const person = { email: row.email, emailKey: row.email_key, passwordHash: row.password_hash };
    return { kind: 'person', ...basics, ...person, name: row.name ?? undefined };
  });

const sessionRow = z
  .object({
    id: z.string(),
    account_id: z.string(),
    refresh_hash: z.instanceof(Uint8Array),
    created_ms: z.number(),
    expires_ms: z.number(),
    revoked_ms: z.number().nullable(),
  })
  .transform((row): Session => ({
    id: row.id,
    accountId: row.account_id,
    refreshHash: row.refresh_hash,
    createdMs: row.created_ms,
    expiresMs: row.expires_ms,
    isRevoked: row.revoked_ms !== null,
  }));

const noteRow = z
  .object({ id: z.string(), text: z.string(), created_ms: z.number() })
  .transform((row): Note => ({ id: row.id, text: row.text, createdMs: row.created_ms }));

const failuresRow = z
  .object({ count: z.number(), until_ms: z.number() })
  .transform((row): LoginFailures => ({ count: row.count, untilMs: row.until_ms }));

/** The store over a database that `openDatabase` has opened; closing the store closes it. */
export function createStore(database: DatabaseSync): DirectoryStore {
  const insertAccount = database.prepare(`
    INSERT INTO accounts (id, email, email_key, password_hash, name, is_anonymous, created_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email_key) DO NOTHING`);
  const selectAccount = database.prepare('SELECT * FROM accounts WHERE id = ?');
  const selectPerson = database.prepare('SELECT * FROM accounts WHERE email_key = ?');
  const updateHash = database.prepare('UPDATE accounts SET password_hash = ? WHERE id = ?');
  const updateDisabled = database.prepare('UPDATE accounts SET disabled_ms = ? WHERE id = ?');
  const deleteAccount = database.prepare('DELETE FROM accounts WHERE id = ?');
  const deleteExpired = database.prepare('DELETE FROM sessions WHERE expires_ms < ?');
  const insertSession = database.prepare(`
    INSERT INTO sessions (id, account_id, refresh_hash, created_ms, expires_ms) VALUES (?, ?, ?, ?, ?)`);
  const selectSession = database.prepare('SELECT * FROM sessions WHERE id = ?');
  const updateRevoked = database.prepare(
    'UPDATE sessions SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL',
  );
  const insertNote = database.prepare(
    'INSERT INTO notes (id, account_id, text, created_ms) VALUES (?, ?, ?, ?)',
  );
  const selectNotes = database.prepare(
    'SELECT id, text, created_ms FROM notes WHERE account_id = ? ORDER BY sequence',
  );
  const sumNotes = database.prepare(`
    SELECT count(*) AS count, coalesce(sum(length(CAST(text AS BLOB))), 0) AS bytes
    FROM notes WHERE account_id = ?`);
  const deleteNote = database.prepare('DELETE FROM notes WHERE account_id = ? AND id = ?');
  const selectFailures = database.prepare('SELECT count, until_ms FROM login_failures WHERE email_hash = ?');
  const upsertFailures = database.prepare(`
    INSERT INTO login_failures (email_hash, count, until_ms) VALUES (?, ?, ?)
    ON CONFLICT (email_hash) DO UPDATE SET count = excluded.count, until_ms = excluded.until_ms`);
  const deleteFailures = database.prepare('DELETE FROM login_failures WHERE email_hash = ?');
  const deleteOldFailures = database.prepare('DELETE FROM login_failures WHERE until_ms < ?');
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');

  return {
    createPerson({ id, email, emailKey, passwordHash, name, createdMs }) {
      const result = insertAccount.run(id, email, emailKey, passwordHash, name ?? null, 0, createdMs);
      return result.changes === 1 ? 'created' : 'emailTaken';
    },
    createAnonymous({ id, createdMs }) {
      insertAccount.run(id, null, null, null, null, 1, createdMs);
    },
    findAccount: (id) => accountRow.optional().parse(selectAccount.get(id)),
    findPerson(emailKey) {
      const account = accountRow.optional().parse(selectPerson.get(emailKey));
      return account?.kind === 'person' ? account : undefined;
    },
    replacePasswordHash(id, passwordHash) {
      updateHash.run(passwordHash, id);
    },
    setDisabled(id, disabledMs) {
      updateDisabled.run(disabledMs ?? null, id);
    },
    deleteAccount(id) {
      deleteAccount.run(id);
    },
    addSession({ id, accountId, refreshHash, createdMs, expiresMs }) {
      deleteExpired.run(createdMs);
      insertSession.run(id, accountId, refreshHash, createdMs, expiresMs);
    },
    findSession: (id) => sessionRow.optional().parse(selectSession.get(id)),
    revokeSession(id, revokedMs) {
      updateRevoked.run(revokedMs, id);
    },
    addNote(accountId, note) {
      insertNote.run(note.id, accountId, note.text, note.createdMs);
    },
    listNotes: (accountId) => selectNotes.all(accountId).map((row) => noteRow.parse(row)),
    measureNotes: (accountId) =>
      z.object({ count: z.number(), bytes: z.number() }).parse(sumNotes.get(accountId)),
    removeNote: (accountId, noteId) => deleteNote.run(accountId, noteId).changes === 1,
    findLoginFailures: (emailHash) => failuresRow.optional().parse(selectFailures.get(emailHash)),
    setLoginFailures(emailHash, failures) {
      if (failures === undefined) {
        deleteFailures.run(emailHash);
        return;
      }
      upsertFailures.run(emailHash, failures.count, failures.untilMs);
      deleteOldFailures.run(failures.untilMs - 2 * FORGET_AFTER_MS);
    },
    clean: () => z.object({ busy: z.number() }).parse(checkpoint.get()).busy === 0,
    close() {
      database.close();
    },
  };
}
