/** One note as the directory's functions give it. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdAtMs: number;
}

/** The note in what a function returned, or nothing where it is something else. */
export const noteIn = (value: unknown): Note | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('id' in value && 'text' in value && 'createdAtMs' in value)) return undefined;
  const { id, text, createdAtMs } = value;
  return typeof id === 'string' && typeof text === 'string' && isTime(createdAtMs)
    ? { id, text, createdAtMs }
    : undefined;
};

/** Within what a Date can hold. */
const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15;

export const notesIn = (value: unknown): readonly Note[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const notes = value.map(noteIn);
  return notes.every((note) => note !== undefined) ? notes : undefined;
};

/** Newest first. */
export const inOrder = (notes: readonly Note[]): readonly Note[] =>
  notes.toSorted((one, other) => other.createdAtMs - one.createdAtMs);
