import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { APPLICATION_ID, SCHEMA_VERSION, schemaSteps } from './schema.ts';
import { isDiskFull } from './storage-failure.ts';
import { inTransaction } from './transaction.ts';

/** Why a database was not opened. In none of these cases was its content changed. */
export type DatabaseRefusal = 'newerDatabase' | 'databaseUnreadable' | 'diskFull';

export type OpenedDatabase =
  | { readonly kind: 'opened'; readonly database: DatabaseSync }
  | { readonly kind: 'refused'; readonly reason: DatabaseRefusal };

export interface DatabaseOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** The file's folder belongs to the directory alone and is set to 0700 even where it existed. */
  readonly ownsFolder: boolean;
  /** The size at which SQLite reports a full disk. Keeps one process from filling the disk for all others. */
  readonly maxPages?: number;
}

/** 1 GiB of SQLite's default pages. */
const DEFAULT_MAX_PAGES = 262_144;

const HEADER_BYTES = 100;
const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;
const MAGIC = 'SQLite format 3\0';

/** Opens and upgrades the database; file 0600, folder 0700. A database of a newer version is left untouched. */
export function openDatabase(options: DatabaseOptions): OpenedDatabase {
  const { file } = options;
  try {
    if (file !== ':memory:') {
      const refusal = prepareFile(file, options.ownsFolder);
      if (refusal !== undefined) return { kind: 'refused', reason: refusal };
    }
    return { kind: 'opened', database: connect(file, options.maxPages ?? DEFAULT_MAX_PAGES) };
  } catch (cause) {
    return { kind: 'refused', reason: isDiskFull(cause) ? 'diskFull' : 'databaseUnreadable' };
  }
}

function prepareFile(file: string, ownsFolder: boolean): DatabaseRefusal | undefined {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (ownsFolder) chmodSync(folder, 0o700);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  // A link or a pipe in this place was not made by us.
  if (stat !== undefined && !stat.isFile()) return 'databaseUnreadable';
  if (stat !== undefined && stat.size > 0) {
    const refusal = checkHeader(readHeader(file)) ?? checkUnmergedVersion(file);
    if (refusal !== undefined) return refusal;
  }
  // SQLite gives its -wal and -shm files the mode of the database.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  return undefined;
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

/** Reads the header without SQLite, which would recover and rewrite the file on the way. */
function checkHeader(header: Buffer): DatabaseRefusal | undefined {
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'databaseUnreadable';
  if (header.readUInt32BE(USER_VERSION_OFFSET) > SCHEMA_VERSION) return 'newerDatabase';
  const applicationId = header.readUInt32BE(APPLICATION_ID_OFFSET);
  // Zero: killed while the first step was being written; the real one may still be in the -wal file.
  return applicationId === APPLICATION_ID || applicationId === 0 ? undefined : 'databaseUnreadable';
}

/** A newer version may have died with its upgrade in the -wal file only. */
function checkUnmergedVersion(file: string): DatabaseRefusal | undefined {
  if (!existsSync(`${file}-wal`)) return undefined;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return readVersion(database) > SCHEMA_VERSION ? 'newerDatabase' : undefined;
  } finally {
    database.close();
  }
}

function connect(file: string, maxPages: number): DatabaseSync {
  // With foreign keys on, a step that replaces a table would take along every row that refers to it.
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 1000 });
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA max_page_count = ${maxPages};
    `);
    upgrade(database);
    database.exec('PRAGMA foreign_keys = ON');
    // What a killed run had deleted may still be readable in its -wal file.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function upgrade(database: DatabaseSync): void {
  const version = readVersion(database);
  if (version === SCHEMA_VERSION) return;
  inTransaction(database, () => {
    for (const step of schemaSteps.slice(version)) database.exec(step);
    const orphans = database.prepare('PRAGMA foreign_key_check').all();
    if (orphans.length > 0) throw new Error('The upgrade would leave rows behind that belong to nothing.');
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

function readVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get();
  return z.object({ user_version: z.int() }).parse(row).user_version;
}
