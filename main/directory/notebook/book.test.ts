import { expect, test } from 'vitest';
import { openBook } from './book.ts';
import type { Answer } from './call.ts';
import type { Note } from './note.ts';

const note = (id: string, createdAtMs = 0): Note => ({ id, text: `text of ${id}`, createdAtMs });

/** A book whose calls are answered by hand, in any order. */
const stage = () => {
  const calls: { readonly name: string; readonly answer: (answer: Answer) => void }[] = [];
  const book = openBook(
    (name) =>
      new Promise((resolve) => {
        calls.push({ name, answer: resolve });
      }),
    () => undefined,
  );
  const answer = async (index: number, given: Answer) => {
    calls[index]?.answer(given);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const readAgain = async () => {
    void book.read();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const identified = async () => {
    await readAgain();
    await answer(0, ok({ id: 'a', name: 'Ada', isAnonymous: false }));
  };
  return {
    book,
    answer,
    identified,
    readAgain,
    names: () => calls.map(({ name }) => name),
    ids: () => book.pages.notes?.map(({ id }) => id),
  };
};

const ok = (value: unknown): Answer => ({ ok: true, value });

test('it asks whose it is before it reads anything', async () => {
  const { book, answer, identified, names, ids, readAgain } = stage();
  await identified();
  expect(names()).toEqual(['whoami', 'notes.list']);
  expect(book.pages.owner).toEqual({ id: 'a', name: 'Ada' });
  await answer(1, ok([note('one'), note('two', 5)]));
  expect(ids()).toEqual(['two', 'one']);
  await readAgain();
  expect(names(), 'once is enough').toEqual(['whoami', 'notes.list', 'notes.list']);
});

test.each([[null], [{}], [{ id: 7 }], [{ id: '' }], ['a']])(
  'it reads nothing of somebody whom it cannot identify: %j',
  async (who) => {
    const { book, answer, names, readAgain } = stage();
    await readAgain();
    await answer(0, ok(who));
    expect(names()).toEqual(['whoami']);
    expect(book.pages).toEqual({ owner: undefined, notes: undefined, fault: 'failed' });
  },
);

test('who may act no longer takes name and notes along', async () => {
  const { book, answer, identified, readAgain } = stage();
  await identified();
  await answer(1, ok([note('one')]));
  await readAgain();
  await answer(2, { ok: false, fault: 'noAccount' });
  expect(book.pages).toEqual({ owner: undefined, notes: undefined, fault: 'noAccount' });
});

test('a note that was added while a list was on its way survives that list', async () => {
  const { book, answer, identified, names, ids, readAgain } = stage();
  await identified();
  await answer(1, ok([note('old')]));
  await readAgain();
  void book.add('new');
  await answer(3, ok(note('new', 5)));
  await answer(2, ok([note('old')]));
  expect(ids()).toEqual(['new', 'old']);
  expect(names().slice(2)).toEqual(['notes.list', 'notes.add', 'notes.list']);
});

test('a note that was removed while a list was on its way stays removed', async () => {
  const { book, answer, identified, ids, readAgain } = stage();
  await identified();
  await answer(1, ok([note('one'), note('two')]));
  await readAgain();
  void book.remove('one');
  await answer(3, ok(null));
  await answer(2, ok([note('one'), note('two')]));
  expect(ids()).toEqual(['two']);
});

test('a note that was gone already is as good as removed', async () => {
  const { book, answer, identified, ids } = stage();
  await identified();
  await answer(1, ok([note('one')]));
  const removed = book.remove('one');
  await answer(2, { ok: false, fault: 'noteGone' });
  expect(await removed).toBeUndefined();
  expect(ids()).toEqual([]);
});

test('a failure keeps the notes that are known and says what happened, until it is tried again', async () => {
  const { book, answer, identified, ids, readAgain } = stage();
  await identified();
  await answer(1, ok([note('one')]));
  await readAgain();
  await answer(2, { ok: false, fault: 'unreachable' });
  expect(ids()).toEqual(['one']);
  expect(book.pages.fault).toBe('unreachable');
  void book.read();
  expect(book.pages.fault).toBeUndefined();
});

test.each([[{}], ['text'], [[{ id: 1 }]], [[{ id: 'a', text: 'b', createdAtMs: 1e300 }]], [null]])(
  'an answer that is no list of notes is a failure: %j',
  async (value) => {
    const { book, answer, identified } = stage();
    await identified();
    await answer(1, ok(value));
    expect(book.pages.fault).toBe('failed');
  },
);
