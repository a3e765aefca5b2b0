import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReport, Outcome, UserId } from '../../../app/contract/bridge.ts';
import { inOrder, noteIn, notesIn, type Note } from './note.ts';

/** What is known of one user's notes. `notes` are the last that were read, also while they are read again. */
export interface Notebook {
  readonly isReading: boolean;
  readonly notes: readonly Note[] | undefined;
  readonly error: ErrorReport | undefined;
  /** Raised by every change of ours, so that a list that was asked for before it does not undo it. */
  readonly edition: number;
}

export const unread: Notebook = { isReading: false, notes: undefined, error: undefined, edition: 0 };

type Notebooks = ReadonlyMap<UserId, Notebook>;

export interface NotebookDesk {
  readonly store: StoreApi<Notebooks>;
  readonly read: (userId: UserId) => Promise<void>;
  /** The error, where there is one. */
  readonly add: (userId: UserId, text: string) => Promise<ErrorReport | undefined>;
  readonly remove: (userId: UserId, noteId: string) => Promise<ErrorReport | undefined>;
  /** Keeps the notebooks of these users and forgets all others. */
  readonly keep: (isKept: (userId: UserId) => boolean) => void;
}

/** Runs a function of the service as that user. */
type CallFunction = (userId: UserId, name: string, values: string[]) => Promise<Outcome<unknown>>;

const notWhatWasPromised: ErrorReport = { code: 'serverError' };

/**
 * Reads and changes notebooks, each under its own user's id from the call to the place it is shown, so that an
 * answer that comes after a switch cannot turn up under somebody else.
 */
export const openNotebooks = (call: CallFunction, maySee: (userId: UserId) => boolean): NotebookDesk => {
  const store = createStore<Notebooks>(() => new Map());

  const bookOf = (userId: UserId): Notebook => store.getState().get(userId) ?? unread;

  const write = (userId: UserId, part: Partial<Notebook>): void => {
    // A user who was logged out or removed meanwhile leaves nothing here.
    if (maySee(userId))
      store.setState(new Map(store.getState()).set(userId, { ...bookOf(userId), ...part }), true);
  };

  const edit = (userId: UserId, change: (notes: readonly Note[]) => readonly Note[]): void => {
    const { notes, edition } = bookOf(userId);
    write(userId, { notes: notes && inOrder(change(notes)), edition: edition + 1 });
  };

  const read = async (userId: UserId): Promise<void> => {
    if (bookOf(userId).isReading) return;
    const { edition } = bookOf(userId);
    write(userId, { isReading: true, error: undefined });
    const outcome = await call(userId, 'notes.list', []);
    const notes = outcome.ok ? notesIn(outcome.value) : undefined;
    const isOutdated = bookOf(userId).edition !== edition;
    write(userId, {
      isReading: false,
      ...(notes && !isOutdated ? { notes: inOrder(notes) } : {}),
      ...(notes ? {} : { error: outcome.ok ? notWhatWasPromised : outcome.error }),
    });
    if (isOutdated) await read(userId);
  };

  return {
    store,
    read,
    add: async (userId, text) => {
      const outcome = await call(userId, 'notes.add', [text]);
      if (!outcome.ok) return outcome.error;
      const note = noteIn(outcome.value);
      if (!note) return notWhatWasPromised;
      edit(userId, (notes) => [...notes.filter(({ id }) => id !== note.id), note]);
      if (bookOf(userId).notes === undefined) void read(userId);
      return undefined;
    },
    remove: async (userId, noteId) => {
      const outcome = await call(userId, 'notes.remove', [noteId]);
      if (!outcome.ok) return outcome.error;
      edit(userId, (notes) => notes.filter(({ id }) => id !== noteId));
      return undefined;
    },
    keep: (isKept) => {
      const kept = new Map([...store.getState()].filter(([userId]) => isKept(userId)));
      if (kept.size !== store.getState().size) store.setState(kept, true);
    },
  };
};

export const useNotebook = (desk: NotebookDesk, userId: UserId): Notebook =>
  useStore(desk.store, (notebooks) => notebooks.get(userId) ?? unread);
