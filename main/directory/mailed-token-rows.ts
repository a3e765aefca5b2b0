import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface MailedToken {
  readonly id: string;
  readonly identityId: string;
  readonly purpose: 'confirm' | 'reset';
  /** SHA-256 of the token, which itself is stored nowhere. */
  readonly tokenHash: Uint8Array;
  readonly expiresMs: number;
}

export interface MailedTokenRows {
  /** Replaces the one that the identity had for that purpose, and forgets what had expired by `nowMs`. */
  putMailedToken(token: MailedToken, nowMs: number): void;
  findMailedToken(id: string): MailedToken | undefined;
  /** False when it was used or replaced meanwhile. */
  removeMailedToken(id: string): boolean;
  /** Those that the identity has for that purpose. */
  removeMailedTokensOf(identityId: string, purpose: MailedToken['purpose']): void;
}

const mailedTokenRow = z
  .object({
    id: z.string(),
    identity_id: z.string(),
    purpose: z.enum(['confirm', 'reset']),
    token_hash: z.instanceof(Uint8Array),
    expires_ms: z.number(),
  })
  .transform((row): MailedToken => ({
    id: row.id,
    identityId: row.identity_id,
    purpose: row.purpose,
    tokenHash: row.token_hash,
    expiresMs: row.expires_ms,
  }));

export function createMailedTokenRows(database: DatabaseSync): MailedTokenRows {
  const deleteExpired = database.prepare('DELETE FROM mailed_tokens WHERE expires_ms <= ?');
  const upsertToken = database.prepare(`
    INSERT INTO mailed_tokens (id, identity_id, purpose, token_hash, expires_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (identity_id, purpose) DO UPDATE
    SET id = excluded.id, token_hash = excluded.token_hash, expires_ms = excluded.expires_ms`);
  const selectToken = database.prepare('SELECT * FROM mailed_tokens WHERE id = ?');
  const deleteToken = database.prepare('DELETE FROM mailed_tokens WHERE id = ?');
  const deleteTokens = database.prepare('DELETE FROM mailed_tokens WHERE identity_id = ? AND purpose = ?');
  return {
    putMailedToken({ id, identityId, purpose, tokenHash, expiresMs }, nowMs) {
      deleteExpired.run(nowMs);
      upsertToken.run(id, identityId, purpose, tokenHash, expiresMs);
    },
    findMailedToken: (id) => mailedTokenRow.optional().parse(selectToken.get(id)),
    removeMailedToken: (id) => deleteToken.run(id).changes === 1,
    removeMailedTokensOf(identityId, purpose) {
      deleteTokens.run(identityId, purpose);
    },
  };
}
