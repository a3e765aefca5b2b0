import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the refresh token, which itself is stored nowhere. */
  readonly refreshHash: Uint8Array;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly isRevoked: boolean;
}

export interface SessionRows {
  /** Claims the account, and forgets sessions that had expired by `createdMs`. */
  addSession(session: Omit<Session, 'isRevoked'>): void;
  findSession(id: string): Session | undefined;
  revokeSession(id: string, revokedMs: number): void;
  /** All that the account has; how many that were. */
  revokeSessionsOf(accountId: string, revokedMs: number): number;
}

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

export function createSessionRows(database: DatabaseSync): SessionRows {
  const deleteExpired = database.prepare('DELETE FROM sessions WHERE expires_ms < ?');
  const claimAccount = database.prepare(
    'UPDATE accounts SET claimed_ms = ? WHERE id = ? AND claimed_ms IS NULL',
  );
  const insertSession = database.prepare(`
    INSERT INTO sessions (id, account_id, refresh_hash, created_ms, expires_ms) VALUES (?, ?, ?, ?, ?)`);
  const selectSession = database.prepare('SELECT * FROM sessions WHERE id = ?');
  const updateRevoked = database.prepare(
    'UPDATE sessions SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL',
  );
  const updateAllRevoked = database.prepare(
    'UPDATE sessions SET revoked_ms = ? WHERE account_id = ? AND revoked_ms IS NULL',
  );
  return {
    addSession({ id, accountId, refreshHash, createdMs, expiresMs }) {
      deleteExpired.run(createdMs);
      insertSession.run(id, accountId, refreshHash, createdMs, expiresMs);
      claimAccount.run(createdMs, accountId);
    },
    findSession: (id) => sessionRow.optional().parse(selectSession.get(id)),
    revokeSession(id, revokedMs) {
      updateRevoked.run(revokedMs, id);
    },
    revokeSessionsOf: (accountId, revokedMs) => Number(updateAllRevoked.run(revokedMs, accountId).changes),
  };
}
