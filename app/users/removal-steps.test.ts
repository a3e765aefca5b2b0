import { describe, expect, it, test } from 'vitest';
import {
  removalSubjectSchema,
  type RemovalResult,
  type RemovalStep,
  type RemovalSubject,
} from '../contract/removal-views.ts';
import { isErased, isFinished, mergedSteps } from './removal-steps.ts';

const step = (subject: RemovalSubject, result: RemovalResult): RemovalStep => ({ subject, result });

/** Everything was there and is gone, but for what is said otherwise. */
const allErasedBut = (...others: readonly RemovalStep[]): readonly RemovalStep[] =>
  removalSubjectSchema.options.map(
    (subject) => others.find((other) => other.subject === subject) ?? step(subject, 'erased'),
  );

describe('a second look at a removal', () => {
  test.each<[subject: RemovalSubject, before: RemovalResult, now: RemovalResult, after: RemovalResult]>([
    ['webCache', 'failed', 'empty', 'erased'],
    ['webFolder', 'atNextStart', 'empty', 'erased'],
    ['session', 'erased', 'empty', 'erased'],
    ['session', 'empty', 'empty', 'empty'],
    ['session', 'empty', 'erased', 'erased'],
    ['session', 'failed', 'failed', 'failed'],
    ['serverSession', 'queued', 'empty', 'queued'],
    ['serverSession', 'failed', 'empty', 'failed'],
    ['serverSession', 'empty', 'empty', 'empty'],
    ['serverSession', 'queued', 'erased', 'erased'],
  ])('of %s, which was %s and is %s now, makes it %s', (subject, before, now, after) => {
    expect(mergedSteps([step(subject, before)], [step(subject, now)])).toEqual([step(subject, after)]);
  });

  it('keeps what only one of the two looked for, in the order of the removal', () => {
    const merged = mergedSteps(
      [step('webCache', 'failed'), step('session', 'erased')],
      [step('notifications', 'empty'), step('accountRecord', 'erased')],
    );
    expect(merged).toEqual([
      step('session', 'erased'),
      step('accountRecord', 'erased'),
      step('webCache', 'failed'),
      step('notifications', 'empty'),
    ]);
  });
});

test.each<[what: string, steps: readonly RemovalStep[], isLocalOver: boolean, isAllOver: boolean]>([
  ['everything is gone', allErasedBut(), true, true],
  ['something was not there', allErasedBut(step('webCache', 'empty')), true, true],
  ['the session waits for its service', allErasedBut(step('serverSession', 'queued')), true, false],
  ['the session cannot be ended any more', allErasedBut(step('serverSession', 'failed')), true, true],
  ['something here failed', allErasedBut(step('webCache', 'failed')), false, false],
  ['something here is in use', allErasedBut(step('webFolder', 'atNextStart')), false, false],
  ['something was not looked for', allErasedBut().slice(1), true, false],
  ['nothing was looked for', [], true, false],
])('where %s: what is over by that', (_what, steps, isLocalOver, isAllOver) => {
  expect([isErased(steps), isFinished(steps)]).toEqual([isLocalOver, isAllOver]);
});
