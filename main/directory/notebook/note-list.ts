import { copyOf, only } from './element.ts';
import type { Note } from './note.ts';
import type { Spoken } from './spoken.ts';

/** Draws notes, each once, so that what is there keeps its place and its focus. All of it is text only. */
export const drawNotes = (
  list: HTMLUListElement,
  notes: readonly Note[],
  spoken: Spoken,
  remove: (note: Note) => void,
): void => {
  const known = new Map(Array.from(list.children, (item) => [item.getAttribute('data-id'), item]));
  const items = notes.map((note) => known.get(note.id) ?? drawn(note, spoken, remove));
  for (const item of known.values()) if (!items.includes(item)) item.remove();
  for (const [index, item] of items.entries()) {
    const there = list.children[index];
    if (there !== item) list.insertBefore(item, there ?? null);
  }
};

/** The button that removes the note at that place, or the last one. */
export const removeButtonAt = (list: HTMLUListElement, index: number): HTMLButtonElement | undefined => {
  const buttons = list.querySelectorAll('button');
  return buttons[Math.min(index, buttons.length - 1)];
};

const drawn = (note: Note, { locale, words }: Spoken, remove: (note: Note) => void): HTMLLIElement => {
  const item = copyOf('li', '#note');
  item.setAttribute('data-id', note.id);
  only('p', '', item).textContent = note.text;
  const time = only('time', '', item);
  time.dateTime = new Date(note.createdAtMs).toISOString();
  time.textContent = new Date(note.createdAtMs).toLocaleString(locale, when);
  const button = only('button', '', item);
  button.setAttribute('aria-label', words.removeNote(startOf(note.text)));
  button.addEventListener('click', () => remove(note));
  return item;
};

const when = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;

const longestStart = 40;

const startOf = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longestStart ? `${line.slice(0, longestStart).trimEnd()}…` : line;
};
