import { expect, test } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { Curtain } from './curtain.ts';
import { OwnQuestions } from './own-questions.ts';

/** A curtain, what surrounds it, and each of its moves. */
const hung = ({ isWanted = true } = {}) => {
  const timers = createManualTimers();
  const around = { isWanted, isHere: true };
  const moves: ('down' | 'up')[] = [];
  const curtain: Curtain = new Curtain({
    timers,
    isWanted: () => around.isWanted,
    isHere: () => around.isHere,
    moved: () => moves.push(curtain.isDown ? 'down' : 'up'),
  });
  return { curtain, around, moves, timers };
};

test('H7: the only window is covered in the turn in which it loses the focus, and uncovered with it', () => {
  const { curtain, moves } = hung();
  curtain.left();
  expect(moves).toEqual(['down']);
  curtain.left();
  curtain.focused();
  curtain.focused();
  expect(moves).toEqual(['down', 'up']);
});

test('where the rules do not want it nothing is covered, and a rule that comes or goes is followed', async () => {
  const { curtain, around, moves, timers } = hung({ isWanted: false });
  around.isHere = false;
  curtain.left();
  curtain.lookSoon();
  await timers.advance(1_000);
  expect(moves).toEqual([]);
  around.isWanted = true;
  curtain.look();
  expect(moves).toEqual(['down']);
  around.isWanted = false;
  curtain.look();
  expect(moves).toEqual(['down', 'up']);
});

test('a rule that comes while somebody is here covers nothing', () => {
  const { curtain, moves } = hung();
  curtain.look();
  expect(moves).toEqual([]);
});

test('a focus that goes from one window to another moves nothing; one that does not arrive covers', async () => {
  const { curtain, around, moves, timers } = hung();
  around.isHere = false;
  curtain.lookSoon();
  await timers.advance(50);
  around.isHere = true;
  curtain.focused();
  await timers.advance(1_000);
  expect(moves).toEqual([]);
  around.isHere = false;
  curtain.lookSoon();
  expect(moves).toEqual([]);
  await timers.advance(1_000);
  expect(moves).toEqual(['down']);
});

test('a focus that has gone to developer tools, which are no window, moves nothing', async () => {
  const { curtain, moves, timers } = hung();
  curtain.lookSoon();
  await timers.advance(1_000);
  expect(moves).toEqual([]);
});

test('a dialog of Hotseat’s own moves nothing; closed, it covers only where nobody comes back', async () => {
  const { curtain, around, moves, timers } = hung();
  const questions = new OwnQuestions();
  questions.onClosed(() => curtain.closed());
  const close = questions.open();
  curtain.lookSoon();
  await timers.advance(1_000);
  expect([questions.isOpen, moves]).toEqual([true, []]);
  around.isHere = false;
  close();
  close();
  expect([questions.isOpen, moves]).toEqual([false, []]);
  await timers.advance(1_000);
  expect(moves).toEqual(['down']);
});

test('after something of Hotseat’s has closed the focus may go back and forth, but not for long', async () => {
  const { curtain, around, moves, timers } = hung();
  curtain.closed();
  curtain.left();
  await timers.advance(10);
  curtain.focused();
  await timers.advance(150);
  expect(moves).toEqual([]);
  around.isHere = false;
  curtain.left();
  expect(moves).toEqual([]);
  await timers.advance(120);
  expect(moves).toEqual(['down']);
  curtain.focused();
  await timers.advance(1_000);
  curtain.left();
  expect(moves, 'in its turn again').toEqual(['down', 'up', 'down']);
});

test('a question is over however it ends', async () => {
  const questions = new OwnQuestions();
  await expect(
    questions.during(() => {
      expect(questions.isOpen).toBe(true);
      return Promise.reject(new Error('The dialog failed'));
    }),
  ).rejects.toThrow('The dialog failed');
  expect(questions.isOpen).toBe(false);
});
