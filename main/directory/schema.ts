/**
 * The steps from one schema version to the next: step n leads from version n to n + 1. A step that was ever
 * shipped is never edited; a change is a new step at the end.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT,
    email_key TEXT UNIQUE,
    password_hash TEXT,
    name TEXT,
    is_anonymous INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
    created_ms INTEGER NOT NULL,
    disabled_ms INTEGER,
    CHECK (is_anonymous = (email IS NULL)),
    CHECK (is_anonymous = (email_key IS NULL)),
    CHECK (is_anonymous = (password_hash IS NULL))
  ) STRICT;

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    refresh_hash BLOB NOT NULL UNIQUE,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    revoked_ms INTEGER
  ) STRICT;
  CREATE INDEX sessions_by_account ON sessions (account_id);
  CREATE INDEX sessions_by_expiry ON sessions (expires_ms);

  CREATE TABLE notes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    created_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX notes_by_account ON notes (account_id, sequence);

  CREATE TABLE login_failures (
    email_hash BLOB PRIMARY KEY,
    count INTEGER NOT NULL,
    until_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX login_failures_by_time ON login_failures (until_ms);
  `,
];

export const SCHEMA_VERSION = schemaSteps.length;

/** "HSDR" in SQLite's application id: another program's database is not taken for ours. */
export const APPLICATION_ID = 0x48534452;
