import { z } from 'zod';
import { describeAccount, isAnonymous } from './account.ts';
import type { Account } from './account.ts';
import { createObjectId } from './object-id.ts';
import type { Clock, Random } from './ports.ts';
import { invalidParameter, problems } from './problems.ts';
import type { Problem } from './problems.ts';
import type { DirectoryStore } from './store.ts';
import { wellFormedText } from './well-formed-text.ts';

export type FunctionResult =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface FunctionContext {
  readonly store: DirectoryStore;
  readonly clock: Clock;
  readonly random: Random;
  /** Whose token the call carries; nothing in the arguments can name another. */
  readonly account: Account;
  /** Called after rows went, so that their bytes go too. */
  readonly clean: () => void;
}

export const MAX_NOTE_CHARACTERS = 10_000;
/** Bounds of one notebook, so that `notes.list` stays under a client's limit of 1 MB for an answer. */
export const MAX_NOTES = 1000;
export const MAX_NOTEBOOK_BYTES = 400_000;

const noteText = wellFormedText.min(1).max(MAX_NOTE_CHARACTERS);
const noteId = z.string().regex(/^[0-9a-f]{24}$/);

/**
 * Runs a function as the account. Arguments are positional; all of ours are strings, which EJSON leaves as they
 * are. Functions: `whoami()`, `notes.add(text)`, `notes.list()`, `notes.remove(id)`.
 */
export function callFunction(
  context: FunctionContext,
  name: string,
  args: readonly unknown[],
): FunctionResult {
  switch (name) {
    case 'whoami':
      return value(whoami(context.account));
    case 'notes.add':
      return addNote(context, args[0]);
    case 'notes.list':
      return value(context.store.listNotes(context.account.id).map(shownNote));
    case 'notes.remove':
      return removeNote(context, args[0]);
    default:
      return problem(problems.functionNotFound);
  }
}

function whoami(account: Account) {
  return isAnonymous(account)
    ? { id: account.id, isAnonymous: true }
    : { id: account.id, ...describeAccount(account), isAnonymous: false };
}

function addNote({ store, clock, random, account }: FunctionContext, argument: unknown): FunctionResult {
  const text = noteText.safeParse(argument);
  if (!text.success) {
    return problem(invalidParameter(`text must be between 1 and ${MAX_NOTE_CHARACTERS} characters`));
  }
  const used = store.measureNotes(account.id);
  const bytes = used.bytes + Buffer.byteLength(text.data);
  if (used.count >= MAX_NOTES || bytes > MAX_NOTEBOOK_BYTES) return problem(problems.notebookFull);
  const note = { id: createObjectId(clock, random), text: text.data, createdMs: clock() };
  store.addNote(account.id, note);
  return value(shownNote(note));
}

/** Another account's note and no note at all are answered alike. */
function removeNote({ store, account, clean }: FunctionContext, argument: unknown): FunctionResult {
  const id = noteId.safeParse(argument);
  if (!id.success || !store.removeNote(account.id, id.data)) return problem(problems.noteNotFound);
  clean();
  return value({ id: id.data });
}

function shownNote(note: { readonly id: string; readonly text: string; readonly createdMs: number }) {
  return { id: note.id, text: note.text, createdAtMs: note.createdMs };
}

function value(result: unknown): FunctionResult {
  return { kind: 'value', value: result };
}

function problem(refusal: Problem): FunctionResult {
  return { kind: 'problem', problem: refusal };
}
