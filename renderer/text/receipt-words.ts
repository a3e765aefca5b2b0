import type { RemovalReceipt, RemovalStep } from '../../app/contract/removal-views.ts';
import { moment } from './durations.ts';
import { removalWords, serviceWords } from './spoken.ts';

export const removedOn = ({ removedAtMs }: RemovalReceipt): string =>
  removalWords.removedOn({ moment: moment(removedAtMs) });

/** The kind of service that the account was of. */
export const serviceKindOf = ({ serviceKind }: RemovalReceipt): string =>
  serviceKind === undefined ? removalWords.unknownService : serviceWords.kinds[serviceKind];

export const resultOf = ({ subject, result }: RemovalStep): string =>
  removalWords[subject === 'serverSession' ? 'atService' : 'here'][result];

/** What is left of a removal, in words. */
export const leftToDo = ({ steps }: RemovalReceipt): readonly string[] =>
  steps
    .filter((step) => !isOver(step))
    .map((step) =>
      removalWords.step({ subject: removalWords.subjects[step.subject], result: resultOf(step) }),
    );

/** A session that cannot be ended from here any more is nothing that Hotseat has left to do. */
const isOver = ({ subject, result }: RemovalStep): boolean =>
  result === 'erased' || result === 'empty' || (subject === 'serverSession' && result === 'failed');
