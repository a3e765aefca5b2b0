import type { DatabaseSync } from 'node:sqlite';

/** Makes all of a change or, when it throws, none of it. Inside another one it is part of that. */
export function inTransaction<Result>(database: DatabaseSync, change: () => Result): Result {
  if (database.isTransaction) return change();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    // A full disk may have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}
