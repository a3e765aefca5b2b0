import { expect, test } from 'vitest';
import type { Outcome, UserId } from '../../../app/contract/bridge.ts';
import { sampleUserId } from '../../state/sample-users.ts';
import { openNotebooks } from './notebooks.ts';
import type { Note } from './note.ts';

const ada = sampleUserId(1);
const bob = sampleUserId(2);

const note = (id: string, createdAtMs = 0): Note => ({ id, text: `text of ${id}`, createdAtMs });

/** A desk whose calls are answered by hand, in any order. */
const stage = () => {
  const calls: { readonly name: string; readonly answer: (outcome: Outcome<unknown>) => void }[] = [];
  const seen = new Set([ada, bob]);
  const desk = openNotebooks(
    (_userId, name) =>
      new Promise((resolve) => {
        calls.push({ name, answer: resolve });
      }),
    (userId) => seen.has(userId),
  );
  const idsOf = (userId: UserId) =>
    desk.store
      .getState()
      .get(userId)
      ?.notes?.map(({ id }) => id);
  const answer = async (index: number, outcome: Outcome<unknown>) => {
    calls[index]?.answer(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { desk, calls, seen, idsOf, answer };
};

const ok = (value: unknown): Outcome<unknown> => ({ ok: true, value });

test('an answer that comes after a switch is shown under its own user only', async () => {
  const { desk, idsOf, answer } = stage();
  void desk.read(ada);
  void desk.read(bob);
  await answer(1, ok([note('bobs')]));
  await answer(0, ok([note('adas')]));
  expect(idsOf(ada)).toEqual(['adas']);
  expect(idsOf(bob)).toEqual(['bobs']);
});

test('a note that was added while a list was on its way survives that list', async () => {
  const { desk, idsOf, answer, calls } = stage();
  void desk.read(ada);
  await answer(0, ok([note('old')]));
  void desk.read(ada);
  void desk.add(ada, 'new');
  await answer(2, ok(note('new', 5)));
  await answer(1, ok([note('old')]));
  expect(idsOf(ada)).toEqual(['new', 'old']);
  expect(calls.map(({ name }) => name)).toEqual(['notes.list', 'notes.list', 'notes.add', 'notes.list']);
});

test('a note that was removed while a list was on its way stays removed', async () => {
  const { desk, idsOf, answer } = stage();
  void desk.read(ada);
  await answer(0, ok([note('one'), note('two')]));
  void desk.read(ada);
  void desk.remove(ada, 'one');
  await answer(2, ok(null));
  await answer(1, ok([note('one'), note('two')]));
  expect(idsOf(ada)).toEqual(['two']);
});

test('what arrives for a user who is gone or logged out is let go', async () => {
  const { desk, seen, idsOf, answer } = stage();
  void desk.read(ada);
  seen.delete(ada);
  desk.keep((userId) => seen.has(userId));
  await answer(0, ok([note('adas')]));
  expect(idsOf(ada)).toBeUndefined();
  expect(desk.store.getState().has(ada)).toBe(false);
});

test('a user who logs out takes the notes out of memory, the others keep theirs', async () => {
  const { desk, seen, idsOf, answer } = stage();
  void desk.read(ada);
  void desk.read(bob);
  await answer(0, ok([note('adas')]));
  await answer(1, ok([note('bobs')]));
  seen.delete(ada);
  desk.keep((userId) => seen.has(userId));
  expect(idsOf(ada)).toBeUndefined();
  expect(idsOf(bob)).toEqual(['bobs']);
});

test('a failure keeps the notes that are known and says what happened', async () => {
  const { desk, idsOf, answer } = stage();
  void desk.read(ada);
  await answer(0, ok([note('one')]));
  void desk.read(ada);
  await answer(1, { ok: false, error: { code: 'networkUnavailable' } });
  expect(idsOf(ada)).toEqual(['one']);
  expect(desk.store.getState().get(ada)?.error).toEqual({ code: 'networkUnavailable' });
});

test.each([[{}], ['text'], [[{ id: 1 }]], [[{ id: 'a', text: 'b', createdAtMs: 1e300 }]], [null]])(
  'an answer that is no list of notes is a failure: %j',
  async (value) => {
    const { desk, answer } = stage();
    void desk.read(ada);
    await answer(0, ok(value));
    expect(desk.store.getState().get(ada)?.error).toEqual({ code: 'serverError' });
  },
);
