import { openBook } from './book.ts';
import { callFunction } from './call.ts';
import { copyOf, only } from './element.ts';
import type { Fault } from './fault.ts';
import { drawNotes, removeButtonAt } from './note-list.ts';
import type { Note } from './note.ts';
import { rememberIn } from './remembered.ts';
import { spokenFor } from './spoken.ts';

const spoken = spokenFor(navigator.languages);
const { words } = spoken;

const of = only('p', '#of');
const writing = only('form', '#writing');
const newNote = only('textarea', '#new-note');
const addButton = only('button', '', writing);
const faults = only('div', '#faults');
const waiting = only('p', '#waiting');
const empty = only('p', '#empty');
const list = only('ul', '#notes');
const announcement = only('p', '#announcement');

const book = openBook(callFunction, () => draw());
const remembered = rememberIn(history, () => ({ draft: newNote.value, scrollY }));
/** Of what was done here last; a reading has its own. */
let ownFault: Fault | undefined;
let isAdding = false;
let isRestored = false;

const draw = (): void => {
  const { owner, notes, fault } = book.pages;
  of.textContent = owner ? words.readableBy(owner.name) : '';
  writing.hidden = !owner;
  newNote.readOnly = isAdding;
  addButton.ariaDisabled = isAdding ? 'true' : null;
  waiting.hidden = notes !== undefined || fault !== undefined;
  empty.hidden = notes?.length !== 0;
  list.hidden = !notes || notes.length === 0;
  drawNotes(list, notes ?? [], spoken, (note) => void remove(note));
  drawFault();
  if (notes && !isRestored) {
    isRestored = true;
    scrollTo({ top: remembered.before.scrollY, behavior: 'instant' });
  }
};

/** A new alert for every fault, so that the same one again is told again. */
const drawFault = (): void => {
  const fault = ownFault ?? book.pages.fault;
  if (faults.dataset['shown'] === (fault ?? '')) return;
  faults.dataset['shown'] = fault ?? '';
  faults.replaceChildren();
  if (!fault) return;
  const message = copyOf('div', '#fault');
  only('p', '', message).textContent = words.faults[fault];
  const again = only('button', '', message);
  again.textContent = words.tryAgain;
  if (ownFault) again.remove();
  else again.addEventListener('click', () => void readAgain());
  faults.append(message);
};

const tell = (fault: Fault | undefined, done: string): void => {
  ownFault = fault;
  faults.dataset['shown'] = '';
  announcement.textContent = fault ? '' : done;
};

const add = async (): Promise<void> => {
  const text = newNote.value.trim();
  if (isAdding) return;
  if (text === '') {
    tell('empty', '');
    return draw();
  }
  isAdding = true;
  draw();
  const fault = await book.add(text);
  isAdding = false;
  if (!fault) {
    newNote.value = '';
    remembered.soon();
  }
  tell(fault, words.added);
  draw();
  if (!fault && book.pages.notes === undefined) await book.read();
};

const remove = async (note: Note): Promise<void> => {
  const index = book.pages.notes?.findIndex(({ id }) => id === note.id) ?? 0;
  const fault = await book.remove(note.id);
  tell(fault, words.removed);
  draw();
  // The note took the focus with it: it goes to the note that moved up, or back to writing.
  if (!fault && document.activeElement === document.body) (removeButtonAt(list, index) ?? newNote).focus();
};

/** The button that asked goes away, and with it the focus. */
const readAgain = async (): Promise<void> => {
  await book.read();
  if (document.activeElement === document.body && !writing.hidden) newNote.focus();
};

writing.addEventListener('submit', (event) => {
  event.preventDefault();
  void add();
});
newNote.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void add();
});
newNote.addEventListener('input', () => remembered.soon());
addEventListener('scroll', () => remembered.soon(), { passive: true });
addEventListener('pagehide', () => remembered.now());
// Back in sight, perhaps after a long time.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') remembered.now();
  else void book.read();
});

document.documentElement.lang = spoken.locale;
document.title = words.title;
only('h1').textContent = words.title;
only('label').textContent = words.newNote;
addButton.textContent = words.addNote;
waiting.textContent = words.reading;
empty.textContent = words.empty;
list.ariaLabel = words.notes;

history.scrollRestoration = 'manual';
newNote.value = remembered.before.draft;
draw();
void book.read();
