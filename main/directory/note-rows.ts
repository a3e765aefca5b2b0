import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdMs: number;
}

export interface NoteRows {
  addNote(accountId: string, note: Note): void;
  /** Oldest first. */
  listNotes(accountId: string): readonly Note[];
  measureNotes(accountId: string): { readonly count: number; readonly bytes: number };
  /** False when the account has no such note. */
  removeNote(accountId: string, noteId: string): boolean;
}

const noteRow = z
  .object({ id: z.string(), text: z.string(), created_ms: z.number() })
  .transform((row): Note => ({ id: row.id, text: row.text, createdMs: row.created_ms }));

export function createNoteRows(database: DatabaseSync): NoteRows {
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
  return {
    addNote(accountId, note) {
      insertNote.run(note.id, accountId, note.text, note.createdMs);
    },
    listNotes: (accountId) => selectNotes.all(accountId).map((row) => noteRow.parse(row)),
    measureNotes: (accountId) =>
      z.object({ count: z.number(), bytes: z.number() }).parse(sumNotes.get(accountId)),
    removeNote: (accountId, noteId) => deleteNote.run(accountId, noteId).changes === 1,
  };
}
