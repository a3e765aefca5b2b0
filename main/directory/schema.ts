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
  // An account is no longer its e-mail: it has identities, and any of them logs in to it. Whoever was there
  // before counts as confirmed, and as logged in to, so that nobody can link what is theirs.
  `
  CREATE TABLE next_accounts (
    id TEXT PRIMARY KEY,
    created_ms INTEGER NOT NULL,
    disabled_ms INTEGER,
    claimed_ms INTEGER,
    user_data TEXT
  ) STRICT;
  INSERT INTO next_accounts (id, created_ms, disabled_ms, claimed_ms)
    SELECT id, created_ms, disabled_ms, created_ms FROM accounts;

  CREATE TABLE identities (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider TEXT NOT NULL CHECK (
      provider IN ('anon-user', 'local-userpass', 'custom-token', 'custom-function')
    ),
    subject TEXT NOT NULL,
    email TEXT,
    name TEXT,
    password_hash TEXT,
    confirmed_ms INTEGER,
    created_ms INTEGER NOT NULL,
    UNIQUE (provider, subject),
    CHECK ((provider = 'local-userpass') = (password_hash IS NOT NULL)),
    CHECK (provider <> 'local-userpass' OR email IS NOT NULL)
  ) STRICT;
  CREATE INDEX identities_by_account ON identities (account_id);
  INSERT INTO identities (id, account_id, provider, subject, email, name, password_hash, confirmed_ms, created_ms)
    SELECT id, id, 'local-userpass', email_key, email, name, password_hash, created_ms, created_ms
    FROM accounts WHERE is_anonymous = 0;
  INSERT INTO identities (id, account_id, provider, subject, created_ms)
    SELECT id, id, 'anon-user', id, created_ms FROM accounts WHERE is_anonymous = 1;
  DROP TABLE accounts;
  ALTER TABLE next_accounts RENAME TO accounts;

  CREATE TABLE api_keys (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    key_hash BLOB NOT NULL UNIQUE,
    disabled_ms INTEGER,
    UNIQUE (account_id, name)
  ) STRICT;

  CREATE TABLE mailed_tokens (
    id TEXT PRIMARY KEY,
    identity_id TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'reset')),
    token_hash BLOB NOT NULL,
    expires_ms INTEGER NOT NULL,
    UNIQUE (identity_id, purpose)
  ) STRICT;
  `,
];

export const SCHEMA_VERSION = schemaSteps.length;

/** "HSDR" in SQLite's application id: another program's database is not taken for ours. */
export const APPLICATION_ID = 0x48534452;
