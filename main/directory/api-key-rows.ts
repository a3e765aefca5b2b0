import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface StoredApiKey {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly isDisabled: boolean;
}

/** An account reads and changes its own keys only. */
export interface ApiKeyRows {
  /** `keyHash` is the SHA-256 of the key, which itself is stored nowhere. */
  addApiKey(key: Omit<StoredApiKey, 'isDisabled'> & { readonly keyHash: Uint8Array }): 'added' | 'nameTaken';
  /** Oldest first. */
  listApiKeys(accountId: string): readonly StoredApiKey[];
  findApiKey(accountId: string, id: string): StoredApiKey | undefined;
  /** The key that somebody presents, whose ever it is. */
  findApiKeyByHash(keyHash: Uint8Array): StoredApiKey | undefined;
  /** False when the account has no such key, as with the next. */
  setApiKeyDisabled(accountId: string, id: string, disabledMs: number | undefined): boolean;
  removeApiKey(accountId: string, id: string): boolean;
}

const apiKeyRow = z
  .object({
    id: z.string(),
    account_id: z.string(),
    name: z.string(),
    disabled_ms: z.number().nullable(),
  })
  .transform((row): StoredApiKey => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    isDisabled: row.disabled_ms !== null,
  }));

export function createApiKeyRows(database: DatabaseSync): ApiKeyRows {
  const insertKey = database.prepare(`
    INSERT INTO api_keys (id, account_id, name, key_hash) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, name) DO NOTHING`);
  const selectKeys = database.prepare('SELECT * FROM api_keys WHERE account_id = ? ORDER BY sequence');
  const selectKey = database.prepare('SELECT * FROM api_keys WHERE account_id = ? AND id = ?');
  const selectHash = database.prepare('SELECT * FROM api_keys WHERE key_hash = ?');
  const updateDisabled = database.prepare(
    'UPDATE api_keys SET disabled_ms = ? WHERE account_id = ? AND id = ?',
  );
  const deleteKey = database.prepare('DELETE FROM api_keys WHERE account_id = ? AND id = ?');
  return {
    addApiKey: ({ id, accountId, name, keyHash }) =>
      insertKey.run(id, accountId, name, keyHash).changes === 1 ? 'added' : 'nameTaken',
    listApiKeys: (accountId) => selectKeys.all(accountId).map((row) => apiKeyRow.parse(row)),
    findApiKey: (accountId, id) => apiKeyRow.optional().parse(selectKey.get(accountId, id)),
    findApiKeyByHash: (keyHash) => apiKeyRow.optional().parse(selectHash.get(keyHash)),
    setApiKeyDisabled: (accountId, id, disabledMs) =>
      updateDisabled.run(disabledMs ?? null, accountId, id).changes === 1,
    removeApiKey: (accountId, id) => deleteKey.run(accountId, id).changes === 1,
  };
}
