import { removalSubjectSchema, type RemovalResult, type RemovalStep } from '../contract/removal-views.ts';

/**
 * What two looks at the same removal come to. Who was known to be there and is there no more was erased, also by
 * the run that was cut off; only of a session at its service does not being here say nothing.
 */
export const mergedSteps = (
  before: readonly RemovalStep[],
  now: readonly RemovalStep[],
): readonly RemovalStep[] => {
  const results = new Map(before.map(({ subject, result }) => [subject, result]));
  for (const { subject, result } of now) {
    const earlier = results.get(subject);
    if (result !== 'empty' || earlier === undefined) results.set(subject, result);
    else if (subject !== 'serverSession' && earlier !== 'empty') results.set(subject, 'erased');
  }
  return removalSubjectSchema.options.flatMap((subject) => {
    const result = results.get(subject);
    return result === undefined ? [] : [{ subject, result }];
  });
};

/** Is nothing of the user left on this computer? */
export const isErased = (steps: readonly RemovalStep[]): boolean =>
  steps.every(({ subject, result }) => subject === 'serverSession' || isOver(result));

/** Is there nothing left to do? A session that cannot be ended from here any more ends by itself. */
export const isFinished = (steps: readonly RemovalStep[]): boolean =>
  removalSubjectSchema.options.every((subject) => steps.some((step) => step.subject === subject)) &&
  steps.every(
    ({ subject, result }) => isOver(result) || (subject === 'serverSession' && result === 'failed'),
  );

const isOver = (result: RemovalResult): boolean => result === 'erased' || result === 'empty';
