import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FORGET_AFTER_MS } from './login-back-off.ts';
import type { LoginFailures } from './login-back-off.ts';

export interface LoginFailureRows {
  findLoginFailures(emailHash: Uint8Array): LoginFailures | undefined;
  setLoginFailures(emailHash: Uint8Array, failures: LoginFailures | undefined): void;
}

const failuresRow = z
  .object({ count: z.number(), until_ms: z.number() })
  .transform((row): LoginFailures => ({ count: row.count, untilMs: row.until_ms }));

export function createLoginFailureRows(database: DatabaseSync): LoginFailureRows {
  const selectFailures = database.prepare('SELECT count, until_ms FROM login_failures WHERE email_hash = ?');
  const upsertFailures = database.prepare(`
    INSERT INTO login_failures (email_hash, count, until_ms) VALUES (?, ?, ?)
    ON CONFLICT (email_hash) DO UPDATE SET count = excluded.count, until_ms = excluded.until_ms`);
  const deleteFailures = database.prepare('DELETE FROM login_failures WHERE email_hash = ?');
  const deleteOldFailures = database.prepare('DELETE FROM login_failures WHERE until_ms < ?');
  return {
    findLoginFailures: (emailHash) => failuresRow.optional().parse(selectFailures.get(emailHash)),
    setLoginFailures(emailHash, failures) {
      if (failures === undefined) {
        deleteFailures.run(emailHash);
        return;
      }
      upsertFailures.run(emailHash, failures.count, failures.untilMs);
      deleteOldFailures.run(failures.untilMs - 2 * FORGET_AFTER_MS);
    },
  };
}
