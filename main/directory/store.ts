import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createAccountRows } from './account-rows.ts';
import type { AccountRows } from './account-rows.ts';
import { createApiKeyRows } from './api-key-rows.ts';
import type { ApiKeyRows } from './api-key-rows.ts';
import { createLoginFailureRows } from './login-failure-rows.ts';
import type { LoginFailureRows } from './login-failure-rows.ts';
import { createMailedTokenRows } from './mailed-token-rows.ts';
import type { MailedTokenRows } from './mailed-token-rows.ts';
import { createNoteRows } from './note-rows.ts';
import type { NoteRows } from './note-rows.ts';
import { createSessionRows } from './session-rows.ts';
import type { SessionRows } from './session-rows.ts';
import { inTransaction } from './transaction.ts';

/** The accounts at rest. Every method may throw SQLite's error: see storage-failure. */
export interface DirectoryStore
  extends AccountRows, ApiKeyRows, LoginFailureRows, MailedTokenRows, NoteRows, SessionRows {
  /** All of a change that takes no time or, when it throws, nothing. */
  inTransaction<Result>(change: () => Result): Result;
  /** Truncates the -wal file, where deleted rows stay readable. Returns false when a reader prevents it. */
  clean(): boolean;
  close(): void;
}

/** The store over a database that `openDatabase` has opened; closing the store closes it. */
export function createStore(database: DatabaseSync): DirectoryStore {
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    ...createAccountRows(database),
    ...createApiKeyRows(database),
    ...createLoginFailureRows(database),
    ...createMailedTokenRows(database),
    ...createNoteRows(database),
    ...createSessionRows(database),
    inTransaction: (change) => inTransaction(database, change),
    clean: () => z.object({ busy: z.number() }).parse(checkpoint.get()).busy === 0,
    close() {
      database.close();
    },
  };
}
