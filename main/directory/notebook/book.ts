import type { CallFunction } from './call.ts';
import type { Fault } from './fault.ts';
import { inOrder, noteIn, notesIn, type Note } from './note.ts';
import { ownerIn, type Owner } from './owner.ts';

/** What is known so far. `notes` are the last that were read, also while they are read again. */
export interface Pages {
  readonly owner: Owner | undefined;
  readonly notes: readonly Note[] | undefined;
  /** Why the last reading failed. */
  readonly fault: Fault | undefined;
}

export interface Book {
  readonly pages: Pages;
  /** Asks whose it is first, and reads nothing of somebody whom it could not identify. */
  read(): Promise<void>;
  /** The fault, where there is one. */
  add(text: string): Promise<Fault | undefined>;
  remove(noteId: string): Promise<Fault | undefined>;
}

export const openBook = (call: CallFunction, onChange: () => void): Book => {
  let pages: Pages = { owner: undefined, notes: undefined, fault: undefined };
  let isReading = false;
  /** Raised by every change of ours, so that a list that was asked for before it does not undo it. */
  let edition = 0;

  const write = (part: Partial<Pages>): void => {
    pages = { ...pages, ...part };
    onChange();
  };

  const edit = (change: (notes: readonly Note[]) => readonly Note[]): void => {
    edition += 1;
    write({ notes: pages.notes && inOrder(change(pages.notes)) });
  };

  const identify = async (): Promise<Fault | undefined> => {
    if (pages.owner) return undefined;
    const said = await call('whoami');
    if (!said.ok) return said.fault;
    const owner = ownerIn(said.value);
    if (!owner) return 'failed';
    write({ owner });
    return undefined;
  };

  const list = async (): Promise<Partial<Pages>> => {
    const asked = edition;
    const listed = await call('notes.list');
    if (!listed.ok) return { fault: listed.fault };
    const notes = notesIn(listed.value);
    if (!notes) return { fault: 'failed' };
    return asked === edition ? { notes: inOrder(notes) } : list();
  };

  return {
    get pages() {
      return pages;
    },
    read: async () => {
      if (isReading) return;
      isReading = true;
      if (pages.fault) write({ fault: undefined });
      const fault = await identify();
      const read = fault ? { fault } : await list();
      isReading = false;
      // Who may not act any more is nobody whose notes could be shown.
      write(read.fault === 'noAccount' ? { ...read, owner: undefined, notes: undefined } : read);
    },
    add: async (text) => {
      const added = await call('notes.add', text);
      if (!added.ok) return added.fault;
      const note = noteIn(added.value);
      if (!note) return 'failed';
      edit((notes) => [...notes.filter(({ id }) => id !== note.id), note]);
      return undefined;
    },
    remove: async (noteId) => {
      const removed = await call('notes.remove', noteId);
      if (!removed.ok && removed.fault !== 'noteGone') return removed.fault;
      edit((notes) => notes.filter(({ id }) => id !== noteId));
      return undefined;
    },
  };
};
